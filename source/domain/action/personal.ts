import * as v from 'valibot';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Keeps the ticket out of the other agents' inbox. A flag that is set stays with who set it. */
export const personal = defineAction({
	name: 'personal',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({on: v.boolean()}),
	apply: (ticket, {on}, {by}) => ok({...ticket, personal: on ? (ticket.personal ?? by) : null}),
});
