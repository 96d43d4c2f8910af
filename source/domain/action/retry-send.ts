import * as v from 'valibot';
import {filledLineInput} from '../clean-input.ts';
import type {Message} from '../message.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

const retried: ReadonlySet<Message['state']> = new Set(['queued', 'failed', 'uncertain']);

/** Puts a mail that did not get out back at the head of the outbox; counts its tries anew. */
export const retrySend = defineAction({
	name: 'retrySend',
	scope: 'one',
	right: 'tickets.reply',
	input: v.object({message: filledLineInput(64)}),
	apply: (ticket, input, {by, now}) => {
		const message = ticket.messages.find(candidate => candidate.id === input.message);
		if (!message) return fail('message-missing', {number: ticket.number});
		if (!message.delivery || !retried.has(message.state))
			return fail('action-unavailable', {action: 'retrySend', number: ticket.number});
		// Somebody may have got it already: then it must not become a draft again.
		const draft = message.state === 'uncertain' ? null : message.delivery.draft;
		const due = {tries: 0, notBefore: now, nextTry: now, error: null};
		const delivery = {...message.delivery, ...due, draft};
		const again: Message = {...message, state: 'queued', delivery};
		return ok({
			...ticket,
			messages: ticket.messages.map(candidate => (candidate === message ? again : candidate)),
			history: [...ticket.history, {at: now, by, what: 'retry-send', from: message.id}],
		});
	},
	undo: () => null,
});
