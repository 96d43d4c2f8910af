import type {Ticket} from '../ticket.ts';

/** What the conditions of rules look at: the mail that a ticket began with. */
export type RuleMail = {
	/** The account's address, To, Cc, and where the own server delivered it. */
	readonly recipients: readonly string[];
	readonly senders: readonly string[];
	readonly senderNames: readonly string[];
	readonly subject: string;
};

const filled = (texts: readonly string[]): readonly string[] => [
	...new Set(texts.filter(text => text !== '')),
];

/**
 * The mail of a ticket for its rules; null when none ever came in. Who sent it is its From and, where
 * a form of our own sent it, the requester.
 */
export const ruleMailOf = (ticket: Ticket, accountAddress: string | null): RuleMail | null => {
	const mail = ticket.messages.find(message => message.direction === 'in');
	if (!mail) return null;
	const {requester} = ticket;
	const addressed = [...mail.to, ...mail.cc].map(({address}) => address);
	return {
		recipients: filled([accountAddress ?? '', ...addressed, ...(mail.deliveredTo ?? [])]),
		senders: filled([mail.from.address, requester.address]),
		senderNames: filled([mail.from.name, requester.name]),
		subject: mail.subject,
	};
};
