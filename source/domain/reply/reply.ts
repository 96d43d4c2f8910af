import type {Account} from '../account/account.ts';
import type {Agent} from '../agent.ts';
import type {Draft, Message} from '../message.ts';
import type {Ticket} from '../ticket.ts';
import {answerSubject, spokenSubject} from './mail-subject.ts';
import {replyRecipients} from './recipients.ts';
import {ownAddresses, senderAddress, sendingAccount} from './sender.ts';

/** The words around quoted mail in the language of the answer; the domain knows none itself. */
export type QuoteWords = {
	/** With `{DATE}` and `{NAME}`: `Am {DATE} schrieb {NAME}:`. */
	readonly attribution: string;
	/** Heading above a forwarded mail. */
	readonly forwarded: string;
	readonly from: string;
	readonly to: string;
	readonly cc: string;
	readonly date: string;
	readonly subject: string;
	/** Writes an ISO time for people. */
	readonly formatDate: (iso: string) => string;
};

/** What a new draft is made of beside the ticket. */
export type DraftParts = {
	readonly id: string;
	readonly agent: Pick<Agent, 'login' | 'signature'>;
	/** ISO time. */
	readonly now: string;
	readonly words: QuoteWords;
	readonly accounts: readonly Account[];
	readonly defaultAccount: string | null;
	/** Originale Nachricht anhängen. */
	readonly original: boolean;
};

/** The lines with `> ` in front (RFC 3676 §4.5: quoted ones get a bare `>`), no blank lines at the end. */
export const quoteLines = (text: string): string =>
	text
		.trimEnd()
		.split('\n')
		.map(line => (line === '' ? '>' : line.startsWith('>') ? `>${line}` : `> ${line}`))
		.join('\n');

const attribution = (message: Message, words: QuoteWords): string =>
	words.attribution
		.replaceAll('{DATE}', () => words.formatDate(message.date ?? message.receivedAt))
		.replaceAll('{NAME}', () => message.from.name || message.from.address);

/** The agent's closing words, then the account's signature behind its mark `-- ` (RFC 3676 §4.3). */
export const signatureBlock = (agent: string, account: string): string =>
	[agent.trim(), account.trim() === '' ? '' : `-- \n${account.trim()}`]
		.filter(part => part !== '')
		.join('\n\n');

/** Parts of a text one below the other, with room to write on top. */
export const belowCursor = (...parts: readonly string[]): string => {
	const filled = parts.filter(part => part !== '');
	return filled.length === 0 ? '' : `\n\n${filled.join('\n\n')}\n`;
};

/** The last mail of a person, else the last incoming one, else the last: what `r` on a ticket answers. */
export const answeredMessage = (messages: readonly Message[]): Message | null =>
	messages.findLast(message => message.direction === 'in' && message.automatic === null) ??
	messages.findLast(message => message.direction === 'in') ??
	messages.at(-1) ??
	null;

/** The first draft of an answer. Without a message (a ticket made by hand) it goes to the requester. */
export const replyDraft = (
	{
		ticket,
		message,
		kind,
	}: {
		readonly ticket: Ticket;
		readonly message: Message | null;
		readonly kind: 'reply' | 'reply-all';
	},
	parts: DraftParts,
): Draft => {
	const account = sendingAccount(ticket.account, parts);
	const own = ownAddresses(parts.accounts);
	const recipients = message
		? replyRecipients(message, {kind, own})
		: {to: ticket.requester.address === '' ? [] : [ticket.requester], cc: []};
	const quoted =
		message && parts.original
			? `${attribution(message, parts.words)}\n${quoteLines(message.text)}`
			: '';
	return {
		id: parts.id,
		agent: parts.agent.login,
		kind,
		account: account?.id ?? '',
		from: account ? senderAddress(account, message) : '',
		...recipients,
		bcc: [],
		subject: answerSubject(spokenSubject(message, ticket), ticket.number),
		text: belowCursor(signatureBlock(parts.agent.signature, account?.signature ?? ''), quoted),
		attachments: [],
		answers: message?.id ?? null,
		seenMessages: ticket.messages.length,
		updatedAt: parts.now,
	};
};
