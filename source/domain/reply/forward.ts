import type {Address} from '../address.ts';
import type {Draft, Message} from '../message.ts';
import type {Ticket} from '../ticket.ts';
import {forwardSubject, spokenSubject} from './mail-subject.ts';
import {belowCursor, type DraftParts, type QuoteWords, signatureBlock} from './reply.ts';
import {senderAddress, sendingAccount} from './sender.ts';

const inWords = ({name, address}: Address): string =>
	name === '' ? address : `${name} <${address}>`;

const header = (label: string, values: readonly string[]): readonly string[] =>
	values.length === 0 ? [] : [`${label}: ${values.join(', ')}`];

/** The forwarded mail with its head above it, as mail programs write it. */
export const forwardedText = (message: Message, words: QuoteWords): string =>
	[
		`---------- ${words.forwarded} ----------`,
		...header(words.from, [inWords(message.from)]),
		...header(words.date, [words.formatDate(message.date ?? message.receivedAt)]),
		...header(words.subject, [message.subject]),
		...header(words.to, message.to.map(inWords)),
		...header(words.cc, message.cc.map(inWords)),
		'',
		message.text.trimEnd(),
	].join('\n');

/** The first draft of a forward: no recipients yet, the original text and its attachments. */
export const forwardDraft = (
	{ticket, message}: {readonly ticket: Ticket; readonly message: Message},
	parts: DraftParts,
): Draft => {
	const account = sendingAccount(ticket.account, parts);
	return {
		id: parts.id,
		agent: parts.agent.login,
		kind: 'forward',
		account: account?.id ?? '',
		from: account ? senderAddress(account, message) : '',
		to: [],
		cc: [],
		bcc: [],
		subject: forwardSubject(spokenSubject(message, ticket), ticket.number),
		text: belowCursor(
			signatureBlock(parts.agent.signature, account?.signature ?? ''),
			forwardedText(message, parts.words),
		),
		attachments: message.attachments,
		answers: message.id,
		seenMessages: ticket.messages.length,
		updatedAt: parts.now,
	};
};
