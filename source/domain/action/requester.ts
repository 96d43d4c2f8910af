import * as v from 'valibot';
import {addressInput} from '../clean-input.ts';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

export const requester = defineAction({
	name: 'requester',
	scope: 'one',
	right: 'tickets.edit',
	input: v.object({requester: addressInput}),
	apply: (ticket, input) => ok({...ticket, requester: input.requester}),
});
