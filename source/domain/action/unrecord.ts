import * as v from 'valibot';
import {filledLineInput, lineInput} from '../clean-input.ts';
import {draftInput} from '../reply/draft-input.ts';
import {fail, ok} from '../result.ts';
import {statusNames} from '../status.ts';
import {defineAction} from './action.ts';

/** Takes back what the same agent has put down by hand; the draft it was noted in comes back. */
export const unrecord = defineAction({
	name: 'unrecord',
	scope: 'one',
	right: 'tickets.edit',
	input: v.object({
		message: filledLineInput(64),
		draft: v.nullable(draftInput),
		before: v.object({
			status: v.picklist(statusNames),
			subject: lineInput(500),
			requester: v.object({name: lineInput(200), address: lineInput(320)}),
		}),
	}),
	apply: (ticket, {message: id, draft, before}, {by, now}) => {
		const message = ticket.messages.find(one => one.id === id);
		if (!message) return fail('message-missing', {number: ticket.number});
		const isNote = message.direction === 'in' && message.raw === null && message.origin === null;
		if (!isNote || message.author !== by || (draft !== null && draft.agent !== by))
			return fail('not-permitted', {number: ticket.number});
		const messages = ticket.messages.filter(one => one !== message);
		return ok({
			...ticket,
			...before,
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
