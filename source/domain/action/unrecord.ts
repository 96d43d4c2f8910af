import * as v from 'valibot';
import {filledLineInput} from '../clean-input.ts';
import {draftInput} from '../draft-input.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Takes back what the same agent has put down by hand; the draft it was noted in comes back. */
export const unrecord = defineAction({
	name: 'unrecord',
	scope: 'one',
	right: 'tickets.edit',
	input: v.object({message: filledLineInput(64), draft: v.nullable(draftInput)}),
	apply: (ticket, {message: id, draft}, {by, now}) => {
		const message = ticket.messages.find(one => one.id === id);
		if (!message) return fail('message-missing', {number: ticket.number});
		const isNote = message.direction === 'in' && message.raw === null && message.origin === null;
		if (!isNote || message.author !== by || (draft !== null && draft.agent !== by))
			return fail('not-permitted', {number: ticket.number});
		const messages = ticket.messages.filter(one => one !== message);
		return ok({
			...ticket,
			status: messages.length === 0 ? 'open' : ticket.status,
			messages,
			drafts: draft === null ? ticket.drafts : [...ticket.drafts, draft],
			history: [...ticket.history, {at: now, by, what: 'unrecord', from: id}],
		});
	},
	undo: (before, after) => {
		const draft = after.drafts.find(one => !before.drafts.includes(one));
		return draft ? {action: 'record', input: {draft}} : null;
	},
});
