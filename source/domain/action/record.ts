import * as v from 'valibot';
import {isHandChannel} from '../channel.ts';
import type {Draft} from '../message.ts';
import {requesterOf, spokenMessage} from '../new-ticket.ts';
import {draftInput} from '../reply/draft-input.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

/**
 * Puts down what a customer said by phone, fax, letter or in person: the draft it was noted in
 * becomes an incoming message. The first one names the ticket and whose it is.
 */
export const record = defineAction({
	name: 'record',
	scope: 'one',
	right: 'tickets.edit',
	input: v.object({draft: draftInput}),
	apply: (ticket, input, {by, now, newId}) => {
		const draft: Draft = input.draft;
		const {kind, agent, text, attachments} = draft;
		if (!isHandChannel(kind)) return fail('input-invalid', {field: 'draft.kind', value: kind});
		if (agent !== by) return fail('not-permitted', {number: ticket.number});
		const isFirst = ticket.messages.length === 0;
		const requester = draft.from === '' ? ticket.requester : requesterOf(draft.from);
		const subject = draft.subject || ticket.subject;
		const said = {channel: kind, requester, subject, text};
		const message = {...spokenMessage(said, {id: newId(), now, by}), attachments};
		return ok({
			...ticket,
			...(isFirst ? {subject, requester} : {}),
			status: 'new',
			messages: [...ticket.messages, message],
			drafts: ticket.drafts.filter(({id}) => id !== draft.id),
			history: [...ticket.history, {at: now, by, what: 'record', to: kind}],
		});
	},
	undo: (before, after) => {
		const draft = before.drafts.find(one => !after.drafts.includes(one)) ?? null;
		const message = after.messages.at(-1);
		const {status, subject, requester} = before;
		const fields = {status, subject, requester};
		return message
			? {action: 'unrecord', input: {message: message.id, draft, before: fields}}
			: null;
	},
});
