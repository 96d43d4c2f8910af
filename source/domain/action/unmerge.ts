import * as v from 'valibot';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Takes a merge apart: what came from this ticket and is still in the other comes back. */
export const unmerge = defineAction({
	name: 'unmerge',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({}),
	apply: (ticket, _input) => {
		const link = ticket.links.find(({kind}) => kind === 'merged-into');
		if (!link) return fail('action-unavailable', {action: 'unmerge', number: ticket.number});
		if (ticket.taking !== undefined) return ok(ticket);
		const {messages = [], comments = [], drafts = []} = link.moved ?? {};
		const taking = {kind: 'unmerge', from: link.number, messages, comments, drafts} as const;
		return ok({...ticket, taking});
	},
	undo: before => {
		const into = before.links.find(({kind}) => kind === 'merged-into')?.number;
		return into === undefined ? null : {action: 'merge', input: {into}};
	},
});
