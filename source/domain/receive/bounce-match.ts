import {addressKey} from '../address.ts';
import type {Bounce, Message} from '../message.ts';
import type {Status} from '../status.ts';
import type {Ticket} from '../ticket.ts';

/** Statuses in which nobody would look at the ticket again by himself. */
const asleep: ReadonlySet<Status> = new Set(['waiting_customer', 'completed']);

const wentTo = (message: Message, address: string): boolean => {
	const key = addressKey(address);
	const envelope = message.delivery?.envelope.to ?? [];
	const named = [...message.to, ...message.cc, ...message.bcc].map(one => one.address);
	return [...envelope, ...named].some(one => addressKey(one) === key);
};

/**
 * The mail of ours that a bounce returned: by the Message-ID in the report; without one the last
 * mail to the address that it speaks of. Null when there is none.
 */
export const bouncedMessage = (
	messages: readonly Message[],
	bounce: Pick<Bounce, 'of' | 'address'>,
): Message | null => {
	const sent = messages.filter(message => message.direction === 'out');
	const named = sent.find(message => message.messageId === bounce.of);
	if (bounce.of !== '' || named) return named ?? null;
	return sent.findLast(message => wentTo(message, bounce.address)) ?? null;
};

const failed = (message: Message, bounce: Bounce): Message => ({
	...message,
	state: 'failed',
	delivery: message.delivery && {
		...message.delivery,
		error: {code: bounce.status, text: bounce.reason},
	},
});

/**
 * Marks what bounced as failed, with code and reason, and wakes the ticket for its agent. Hard or soft,
 * the mail was given up: a notice of a mere delay is no bounce.
 */
export const applyBounce = (
	ticket: Ticket,
	bounce: Bounce,
	{now}: {readonly now: string},
): Ticket => {
	const bounced = bouncedMessage(ticket.messages, bounce);
	if (bounced === null) return ticket;
	return {
		...ticket,
		status: asleep.has(ticket.status) ? 'new' : ticket.status,
		unread: true,
		messages: ticket.messages.map(message =>
			message === bounced ? failed(message, bounce) : message,
		),
		history: [...ticket.history, {at: now, by: 'raute', what: 'bounced', to: bounce.address}],
	};
};
