import * as v from 'valibot';
import {filledLineInput} from '../clean-input.ts';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

export const subject = defineAction({
	name: 'subject',
	scope: 'one',
	right: 'tickets.edit',
	input: v.object({subject: filledLineInput(500)}),
	apply: (ticket, input) => ok({...ticket, subject: input.subject}),
});
