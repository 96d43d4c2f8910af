import * as v from 'valibot';
import {filledLineInput} from '../clean-input.ts';
import type {Message} from '../message.ts';
import {fail, ok} from '../result.ts';
import type {Status} from '../status.ts';
import type {Ticket} from '../ticket.ts';
import {defineAction} from './action.ts';

/** The status that the send replaced, told from the audit line it wrote; unchanged when set since. */
const statusBefore = (ticket: Ticket, message: Message): Status => {
	const line = ticket.history.findLast(entry => entry.what === 'status');
	const bySend =
		line?.at === message.receivedAt && line.by === message.author && line.to === ticket.status;
	return bySend && line.from ? (line.from as Status) : ticket.status;
};

/** Sent again although nobody knew whether it had left: all that is taken back is that try. */
const uncertainAgain = ({delivery, ...message}: Message): Message => ({
	...message,
	state: 'uncertain',
	delivery: delivery && {...delivery, error: delivery.error ?? {code: 'interrupted', text: ''}},
});

/** Nobody has it yet: it waits, or was never taken. What bounced has no draft any more. */
export const mayCallBack = ({state, delivery}: Pick<Message, 'state' | 'delivery'>): boolean =>
	state === 'queued' || (state === 'failed' && (delivery?.draft ?? null) !== null);

/** Takes a mail out of the outbox while nobody has it; its draft and the status come back. */
export const callBack = defineAction({
	name: 'callBack',
	scope: 'one',
	right: 'tickets.reply',
	input: v.object({message: filledLineInput(64)}),
	apply: (ticket, input, {by, now}) => {
		const message = ticket.messages.find(candidate => candidate.id === input.message);
		if (!message) return fail('message-missing', {number: ticket.number});
		if (!mayCallBack(message)) return fail('too-late', {number: ticket.number});
		const draft = message.delivery?.draft ?? null;
		const history = [...ticket.history, {at: now, by, what: 'call-back', from: message.id}];
		if (draft === null && message.author !== null)
			return ok({
				...ticket,
				messages: ticket.messages.map(one => (one === message ? uncertainAgain(one) : one)),
				history,
			});
		const known = draft === null || ticket.drafts.some(candidate => candidate.id === draft.id);
		return ok({
			...ticket,
			status: statusBefore(ticket, message),
			messages: ticket.messages.filter(candidate => candidate !== message),
			drafts: known ? ticket.drafts : [...ticket.drafts, draft],
			history,
		});
	},
	undo: () => null,
});
