import * as v from 'valibot';
import {ok} from '../result.ts';
import {statusNames} from '../status.ts';
import {defineAction} from './action.ts';

/** Sets any status from any other. */
export const status = defineAction({
	name: 'status',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({status: v.picklist(statusNames)}),
	apply: (ticket, input) => ok({...ticket, status: input.status}),
});
