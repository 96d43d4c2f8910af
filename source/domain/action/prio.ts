import * as v from 'valibot';
import {ok} from '../result.ts';
import {changeTags, prioTag} from '../tag.ts';
import {defineAction} from './action.ts';

/** The priority flag and its tag `Prio`, which are one. */
export const prio = defineAction({
	name: 'prio',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({on: v.boolean()}),
	apply: (ticket, {on}) =>
		ok(changeTags(ticket, on ? {add: [prioTag], remove: []} : {add: [], remove: [prioTag]})),
});
