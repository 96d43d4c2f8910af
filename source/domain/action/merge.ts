import * as v from 'valibot';
import {markMerged} from '../move/merge.ts';
import {fail} from '../result.ts';
import {isNumber} from '../ticket-number.ts';
import {defineAction} from './action.ts';

/** Zusammenführen: this ticket goes into another one. The desk moves what is in it. */
export const merge = defineAction({
	name: 'merge',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({into: v.pipe(v.string(), v.check(isNumber))}),
	apply: (ticket, {into}, context) =>
		into === ticket.number
			? fail('input-invalid', {field: 'into', value: into, reason: 'itself'})
			: markMerged(ticket, into, context),
	undo: () => ({action: 'unmerge', input: {}}),
});
