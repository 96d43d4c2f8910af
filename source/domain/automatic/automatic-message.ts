import {type Account, senderName} from '../account/account.ts';
import type {Address} from '../address.ts';
import type {Message} from '../message.ts';
import {numberedSubject} from '../reply/mail-subject.ts';
import {senderAddress} from '../reply/sender.ts';
import {threadOf} from '../reply/thread.ts';
import type {AutomaticKind} from './cap.ts';

/** An automatic mail to be. Subject and text are filled already. */
export type AutomaticMail = {
	readonly kind: AutomaticKind;
	readonly account: Account;
	readonly to: Address;
	readonly subject: string;
	readonly text: string;
	/** Number of the ticket: it stands in every subject that leaves. */
	readonly number: string;
	/** The mail that it answers. */
	readonly answers: Message;
	readonly id: string;
	/** Ours and signed, so that its return is known. */
	readonly messageId: string;
	/** ISO time. */
	readonly now: string;
};

/**
 * The message as the ticket keeps it, in the same commit as the mail that it answers: it waits in the
 * outbox, which composes the raw mail when it sends. The null return path (RFC 3834 §3.3) keeps
 * bounces of it from being answered.
 */
export const automaticMessage = (mail: AutomaticMail): Message => {
	const {kind, account, to, subject, text, number, answers, id, messageId, now} = mail;
	return {
		id,
		direction: 'out',
		state: 'queued',
		from: {name: senderName(account), address: senderAddress(account, answers)},
		to: [to],
		cc: [],
		bcc: [],
		replyTo: [],
		subject: numberedSubject(subject, number),
		date: now,
		receivedAt: now,
		messageId,
		...threadOf(answers),
		text,
		replyText: text,
		hasHtml: false,
		automatic: kind,
		bounce: null,
		attachments: [],
		raw: null,
		notes: [],
		origin: null,
		author: null,
		delivery: {
			account: account.id,
			envelope: {from: '', to: [to.address]},
			notBefore: now,
			tries: 0,
			nextTry: now,
			error: null,
			draft: null,
			copy: account.sentFolder === null ? 'none' : 'due',
		},
	};
};
