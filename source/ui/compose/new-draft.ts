import type {Me} from '../../desk/desk.ts';
import type {Draft, DraftKind, Message} from '../../domain/message.ts';
import {forwardDraft} from '../../domain/reply/forward.ts';
import {
	answeredMessage,
	type DraftParts,
	type QuoteWords,
	replyDraft,
} from '../../domain/reply/reply.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Say} from '../../language/say.ts';
import {longTime} from '../../language/when.ts';

/** The words around quoted mail in the language of the answer. */
export const quoteWords = (say: Say): QuoteWords => ({
	attribution: say('quote.attribution', {DATE: '{DATE}', NAME: '{NAME}'}),
	forwarded: say('quote.forwarded'),
	from: say('field.from'),
	to: say('field.to'),
	cc: say('field.cc'),
	date: say('field.date'),
	subject: say('field.subject'),
	formatDate: iso => longTime(iso, say.language),
});

const commentDraft = (ticket: Ticket, parts: DraftParts): Draft => ({
	id: parts.id,
	agent: parts.agent.login,
	kind: 'comment',
	account: '',
	from: '',
	to: [],
	cc: [],
	bcc: [],
	subject: '',
	text: '',
	attachments: [],
	answers: null,
	seenMessages: ticket.messages.length,
	updatedAt: parts.now,
});

const answered = (ticket: Ticket, id: string | null): Message | null =>
	ticket.messages.find(message => message.id === id) ?? answeredMessage(ticket.messages);

/** The text one begins with: recipients, subject, signature, quoted original. */
export const newDraft = (
	{
		ticket,
		kind,
		answers,
	}: {readonly ticket: Ticket; readonly kind: DraftKind; readonly answers: string | null},
	{
		me,
		say,
		id,
		now,
	}: {readonly me: Me; readonly say: Say; readonly id: string; readonly now: number},
): Draft => {
	const parts: DraftParts = {
		id,
		agent: me.agent,
		now: new Date(now).toISOString(),
		words: quoteWords(say),
		accounts: me.accounts,
		defaultAccount: me.desk.defaultAccount,
		original: true,
	};
	const message = answered(ticket, answers);
	if (kind === 'comment') return commentDraft(ticket, parts);
	if (kind === 'forward' && message !== null) return forwardDraft({ticket, message}, parts);
	return replyDraft({ticket, message, kind: kind === 'reply-all' ? kind : 'reply'}, parts);
};
