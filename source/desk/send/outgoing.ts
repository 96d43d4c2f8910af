import {type Account, senderName} from '../../domain/account/account.ts';
import {addressKey} from '../../domain/address.ts';
import type {Draft, Message} from '../../domain/message.ts';
import {writtenText} from '../../domain/quote.ts';
import {numberedSubject} from '../../domain/reply/mail-subject.ts';
import {distinct} from '../../domain/reply/recipients.ts';
import {threadOf} from '../../domain/reply/thread.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Core} from '../core.ts';
import {newMessageId} from './new-message-id.ts';
import {sentFiles} from './sent-files.ts';

type Order = {
	/** Id of the message to be. */
	readonly id: string;
	readonly ticket: Ticket;
	readonly draft: Draft;
	readonly account: Account;
	/** ISO times. */
	readonly now: string;
	readonly notBefore: string;
};

/** The account's addresses are the only ones that a mail may come from. */
const senderOf = ({address, aliases}: Account, wished: string): string =>
	[address, ...aliases].find(own => addressKey(own) === addressKey(wished)) ?? address;

/** The message as the ticket keeps it: everything frozen, waiting in the outbox. */
const queued = (
	{id, draft, account, now, notBefore}: Order,
	mail: Pick<
		Message,
		| 'from'
		| 'to'
		| 'cc'
		| 'bcc'
		| 'subject'
		| 'messageId'
		| 'inReplyTo'
		| 'references'
		| 'raw'
		| 'attachments'
	>,
): Message => ({
	...mail,
	id,
	direction: 'out',
	state: 'queued',
	replyTo: [],
	date: now,
	receivedAt: now,
	text: draft.text,
	replyText: writtenText(draft.text),
	hasHtml: false,
	automatic: null,
	bounce: null,
	notes: [],
	origin: null,
	author: draft.agent,
	delivery: {
		account: account.id,
		envelope: {
			from: mail.from.address,
			to: [...mail.to, ...mail.cc, ...mail.bcc].map(one => one.address),
		},
		notBefore,
		tries: 0,
		nextTry: notBefore,
		error: null,
		draft,
		copy: account.sentFolder === null ? 'none' : 'due',
	},
});

/**
 * Composes a draft and stores the mail. Nothing is sent by it: the outbox does that with what the
 * ticket then holds. Bcc stands in the envelope alone.
 */
export const outgoing = async (core: Core, order: Order): Promise<Result<Message>> => {
	const {draft, ticket, account, now} = order;
	const files = await sentFiles(core.parts, order);
	if (!files.ok) return files;
	const attachments = files.value.map(({attachment}) => attachment);
	const answered = ticket.messages.find(message => message.id === draft.answers) ?? null;
	const address = senderOf(account, draft.from);
	const to = distinct(draft.to);
	const cc = distinct(
		draft.cc,
		to.map(one => one.address),
	);
	const bcc = distinct(
		draft.bcc,
		[...to, ...cc].map(one => one.address),
	);
	const mail = {
		from: {name: senderName(account), address},
		to,
		cc,
		subject: numberedSubject(draft.subject, ticket.number),
		messageId: newMessageId(core.parts, {
			number: ticket.number,
			domain: address.slice(address.lastIndexOf('@') + 1),
		}),
		...threadOf(answered),
	};
	const {text} = draft;
	const raw = await core.parts.writer.compose({
		...mail,
		text,
		date: now,
		attachments: files.value.map(({attachment, bytes}) => ({
			name: attachment.name,
			type: attachment.type,
			bytes,
		})),
		automatic: false,
	});
	const stored = await core.parts.store.putFile(raw);
	return stored.ok ? ok(queued(order, {...mail, bcc, raw: stored.value, attachments})) : stored;
};
