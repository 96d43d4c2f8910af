import type {Account} from '../account/account.ts';
import {type Address, addressKey} from '../address.ts';
import {recordChange} from '../change/record-change.ts';
import type {Queue} from '../desk-document.ts';
import type {Message, Origin} from '../message.ts';
import {distinct} from '../reply/recipients.ts';
import type {Status} from '../status.ts';
import {type Ticket, ticketVersion} from '../ticket.ts';
import {waitingSince} from '../waiting-since.ts';
import {newSenderNotes} from './authenticity.ts';
import {applyBounce} from './bounce-match.ts';
import type {ParsedMail} from './parsed-mail.ts';

/** A mail on its way into a ticket. */
export type Arrival = {
	/** Id of the message it becomes. */
	readonly id: string;
	readonly mail: ParsedMail;
	readonly raw: string | null;
	readonly origin: Origin;
	/** ISO time at which the server took it. */
	readonly receivedAt: string;
	/** From one of our own addresses to somebody else: stored as outgoing, reopens nothing. */
	readonly own: boolean;
	/** Notes beside those of the reader. */
	readonly notes: readonly string[];
};

/** What a new ticket takes from the account and the desk. */
export type NewTicketOptions = {
	readonly number: string;
	/** ISO time. */
	readonly now: string;
	readonly account: Pick<Account, 'id' | 'defaultProject' | 'importAsCompleted'> | null;
	/** Queue that it enters; its responsible becomes the assignee. */
	readonly queue: Queue | null;
	/** Addresses that are ours: none of them is the requester of a mail that we sent. */
	readonly ownAddresses: readonly string[];
	/** Ticket whose number a stranger's subject named. */
	readonly linked: string | null;
};

/**
 * Whether a mail is one of ours to somebody: from an own address, not only to own addresses, and
 * not sent on behalf of somebody else (contact forms mail from the own address with a Reply-To).
 */
export const isOwnMail = (
	mail: Pick<ParsedMail, 'from' | 'replyTo' | 'to' | 'cc'>,
	ownAddresses: readonly string[],
): boolean => {
	const own = new Set(ownAddresses.map(addressKey));
	const foreign = (address: Address) => !own.has(addressKey(address.address));
	if (foreign(mail.from) || mail.replyTo.some(foreign)) return false;
	return [...mail.to, ...mail.cc].some(foreign);
};

/**
 * Whether an answer on a ticket is one of ours to ourselves: a colleague's word, which reopens nothing
 * either. Who is the requester of the ticket speaks as such, from whatever address.
 */
export const isOwnAside = (
	mail: Pick<ParsedMail, 'from' | 'replyTo'>,
	requester: Address,
	ownAddresses: readonly string[],
): boolean => {
	const own = new Set(ownAddresses.map(addressKey));
	const ours = [mail.from, ...mail.replyTo].every(({address}) => own.has(addressKey(address)));
	return ours && addressKey(mail.from.address) !== addressKey(requester.address);
};

/** Where it was delivered beyond what To and Cc say; nothing for most mails. */
const deliveredTo = ({deliveredTo, to, cc}: ParsedMail): Pick<Message, 'deliveredTo'> => {
	const named = new Set([...to, ...cc].map(({address}) => addressKey(address)));
	const further = deliveredTo.filter(address => !named.has(addressKey(address)));
	return further.length === 0 ? {} : {deliveredTo: further};
};

/** The message as it stands in the ticket. */
export const messageOf = ({id, mail, raw, origin, receivedAt, own, notes}: Arrival): Message => ({
	id,
	direction: own ? 'out' : 'in',
	state: own ? 'sent' : 'received',
	from: mail.from,
	to: mail.to,
	cc: mail.cc,
	bcc: [],
	...deliveredTo(mail),
	replyTo: mail.replyTo,
	subject: mail.subject,
	date: mail.date,
	receivedAt,
	messageId: mail.messageId,
	inReplyTo: mail.inReplyTo,
	references: mail.references,
	text: mail.text,
	replyText: mail.replyText,
	hasHtml: mail.hasHtml,
	automatic: mail.automatic,
	bounce: mail.bounce,
	attachments: mail.attachments,
	raw,
	notes: [...new Set([...mail.notes, ...notes])],
	origin,
	delivery: null,
	author: null,
});

const requesterOf = (arrival: Arrival, ownAddresses: readonly string[]): Address => {
	const {mail, own} = arrival;
	const candidates = own
		? distinct([...mail.to, ...mail.cc], ownAddresses)
		: distinct([mail.from], ownAddresses).length > 0
			? [mail.from]
			: distinct(mail.replyTo, ownAddresses);
	return candidates[0] ?? mail.from;
};

/** A new ticket with one mail in it. */
export const newTicket = (arrival: Arrival, options: NewTicketOptions): Ticket => {
	const {number, now, account, queue, linked} = options;
	const message = messageOf(arrival);
	const status: Status = account?.importAsCompleted ? 'completed' : 'new';
	const created = {at: now, by: 'raute', what: 'created'};
	const ticket: Ticket = {
		v: ticketVersion,
		number,
		revision: 1,
		subject: arrival.mail.subject,
		status,
		queue: queue?.label ?? null,
		project: account?.defaultProject ?? null,
		assignee: queue?.responsible ?? null,
		requester: requesterOf(arrival, options.ownAddresses),
		account: account?.id ?? null,
		prio: false,
		personal: null,
		private: null,
		tags: [],
		unread: true,
		snoozedUntil: null,
		createdAt: arrival.receivedAt,
		updatedAt: arrival.receivedAt,
		waitingSince: null,
		links: linked === null ? [] : [{kind: 'related', number: linked}],
		messages: [message],
		comments: [],
		drafts: [],
		history:
			linked === null ? [created] : [created, {at: now, by: 'raute', what: 'link', to: linked}],
		applied: [],
	};
	return {...ticket, waitingSince: waitingSince(ticket)};
};

/** A mail of a person wakes the ticket; from the trash only when the desk wants that. */
const wakes = (ticket: Ticket, arrival: Arrival, reopenTrash: boolean): boolean =>
	!arrival.own &&
	arrival.mail.automatic === null &&
	arrival.mail.bounce === null &&
	(ticket.status !== 'trash' || reopenTrash);

/**
 * The ticket with one more mail (product.md §2): queue, assignee, flags and tags stay. Automatic and
 * own mail changes no status; a bounce marks what it returned.
 */
export const followUp = (
	ticket: Ticket,
	arrival: Arrival,
	{now, reopenTrash}: {readonly now: string; readonly reopenTrash: boolean},
): Ticket => {
	const {mail, own, receivedAt, notes} = arrival;
	const fresh = own ? [] : newSenderNotes(ticket, mail);
	const line = {at: now, by: 'raute', what: 'mail', to: mail.from.address};
	const added: Ticket = {
		...ticket,
		...(wakes(ticket, arrival, reopenTrash) ? {status: 'new', snoozedUntil: null} : {}),
		unread: ticket.unread || !own,
		messages: [...ticket.messages, messageOf({...arrival, notes: [...notes, ...fresh]})],
		history: [...ticket.history, line],
	};
	const marked = mail.bounce === null ? added : applyBounce(added, mail.bounce, {now});
	const recorded = recordChange(ticket, marked, {now, by: 'raute'});
	const older = receivedAt < ticket.updatedAt;
	return {...recorded, updatedAt: older ? ticket.updatedAt : receivedAt};
};
