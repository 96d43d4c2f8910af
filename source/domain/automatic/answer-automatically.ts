import type {Message} from '../message.ts';
import {answerSubject} from '../reply/mail-subject.ts';
import {fillTemplate, templateValues} from '../template/template.ts';
import type {Ticket} from '../ticket.ts';
import {automaticMessage} from './automatic-message.ts';
import type {AutomaticRecord} from './cap.ts';
import {
	type AutomaticContext,
	type AutomaticQuestion,
	type RefusalReason,
	refusalOf,
} from './refusal.ts';
import type {Silence} from './silence.ts';

/** What is to be said, with its variables; an empty subject becomes `Re:` and the ticket's. */
export type AutomaticOrder = Omit<AutomaticQuestion, 'ticket' | 'answers'> & {
	readonly subject: string;
	readonly text: string;
};

export type AutomaticOutcome = {
	/** With the waiting message, or with the line that says why there is none. */
	readonly ticket: Ticket;
	/** To be counted; null when nothing goes out. */
	readonly record: AutomaticRecord | null;
	/** To be kept: the sender went above a cap. */
	readonly silence: Silence | null;
};

type Names = {readonly newId: () => string; readonly newMessageId: (domain: string) => string};

/** Milliseconds for which a sender above the caps is silenced. */
const loopSilence = 60 * 60_000;

const filled = (ticket: Ticket, {account, subject, text}: AutomaticOrder) => {
	const values = templateValues({ticket, agent: null, account});
	const head = fillTemplate(subject, values);
	const body = fillTemplate(text, values);
	return {
		subject: head.text.trim() || answerSubject(ticket.subject, ticket.number),
		text: body.text,
		unknown: [...head.unknown, ...body.unknown],
	};
};

const refused = (
	ticket: Ticket,
	{reason, detail = ''}: {readonly reason: RefusalReason; readonly detail?: string},
	now: string,
): Ticket => ({
	...ticket,
	history: [
		...ticket.history,
		{
			at: now,
			by: 'raute',
			what: 'no-answer',
			...(detail === '' ? {} : {from: detail}),
			to: reason,
		},
	],
});

/** The newest mail that came in: what an automatic answer speaks to. */
const answeredBy = (ticket: Ticket): Message | null =>
	ticket.messages.findLast(message => message.direction === 'in') ?? ticket.messages.at(-1) ?? null;

/**
 * The ticket with an automatic mail in its outbox, or with the reason why none is sent. Pure: it runs
 * inside the commit that takes the mail in, so that a crash neither loses nor doubles the answer.
 */
export const answerAutomatically = (
	ticket: Ticket,
	order: AutomaticOrder,
	context: AutomaticContext & Names,
): AutomaticOutcome => {
	const at = context.iso(context.now);
	const answers = answeredBy(ticket);
	const no = (reason: RefusalReason, detail = '', silence: Silence | null = null) => ({
		ticket: refused(ticket, {reason, detail}, at),
		record: null,
		silence,
	});
	if (answers === null) return no('no-address');
	const {address} = ticket.requester;
	const reason = refusalOf({...order, ticket, answers}, context);
	if (reason === 'too-many') {
		const until = context.iso(context.now + loopSilence);
		return no(reason, until, {address, until, reason: 'loop'});
	}
	if (reason !== null) return no(reason, reason === 'automatic' ? (answers.automatic ?? '') : '');
	const {subject, text, unknown} = filled(ticket, order);
	if (unknown.length > 0) return no('unknown-variable', unknown.join(' '));
	if (text.trim() === '') return no('empty');
	const {account, kind} = order;
	const domain = account.address.slice(account.address.lastIndexOf('@') + 1);
	const message = automaticMessage({
		kind,
		account,
		to: ticket.requester,
		subject,
		text,
		number: ticket.number,
		answers,
		id: context.newId(),
		messageId: context.newMessageId(domain),
		now: at,
	});
	const line = {at, by: 'raute', what: kind === 'rule' ? 'rule-answer' : kind, to: message.id};
	return {
		ticket: {
			...ticket,
			messages: [...ticket.messages, message],
			history: [...ticket.history, line],
		},
		record: {answers: answers.id, ticket: ticket.number, address, at: context.now, kind},
		silence: null,
	};
};
