import type {Address} from './address.ts';
import type {Channel, HandChannel} from './channel.ts';
import type {Draft, Message} from './message.ts';
import {type Ticket, ticketVersion} from './ticket.ts';
import {waitingSince} from './waiting-since.ts';

/** What a person says of a ticket that no mail makes. */
export type NewTicketFields = {
	readonly channel: Channel;
	/** Name or address may be empty, also both. */
	readonly requester: Address;
	readonly subject: string;
	/** What the customer said or wrote; empty when it is still being written. */
	readonly text: string;
	readonly queue: string | null;
	readonly project: string | null;
	readonly assignee: string | null;
	/** The text being written, kept in the ticket from the start. */
	readonly draft: Draft | null;
};

/** A ticket made by hand as the desk completes it. Times are ISO. */
export type NewTicketParts = {
	readonly number: string;
	readonly now: string;
	/** Login of who makes it. */
	readonly by: string;
	/** Account that a mail leaves from; null for the other channels. */
	readonly account: string | null;
	/** Id of the message. */
	readonly id: string;
	/** Id of the command: a repeated one finds its ticket by it. */
	readonly command: string;
};

const named = /^\s*"?([^"<]*?)"?\s*<\s*([^\s@<>,;"]+@[^\s@<>,;"]+)\s*>\s*$/u;
const bare = /^\s*([^\s@<>,;"]+@[^\s@<>,;"]+)\s*$/u;

/** The person that an agent has typed: a name with its address, one of the two, or nothing. */
export const requesterOf = (typed: string): Address => {
	const [, name = '', address = ''] = named.exec(typed) ?? [];
	if (address !== '') return {name, address};
	const alone = bare.exec(typed)?.[1];
	return alone === undefined ? {name: typed.trim(), address: ''} : {name: '', address: alone};
};

/** What somebody said, as the first message of a ticket or a later one: incoming, without a mail. */
export const spokenMessage = (
	{
		channel,
		requester,
		subject,
		text,
	}: Pick<NewTicketFields, 'requester' | 'subject' | 'text'> & {readonly channel: HandChannel},
	{id, now, by}: Pick<NewTicketParts, 'id' | 'now' | 'by'>,
): Message => ({
	id,
	direction: 'in',
	state: 'received',
	from: requester,
	to: [],
	cc: [],
	bcc: [],
	replyTo: [],
	subject,
	date: now,
	receivedAt: now,
	messageId: null,
	inReplyTo: null,
	references: [],
	text,
	replyText: text,
	hasHtml: false,
	automatic: null,
	bounce: null,
	attachments: [],
	raw: null,
	notes: [`note.${channel}`],
	origin: null,
	delivery: null,
	author: by,
});

/**
 * A ticket made by a person. With a text it begins with that as an incoming message; else with the
 * draft alone. Who makes it works on it, so a ticket with nothing but a draft is open.
 */
export const ticketByHand = (fields: NewTicketFields, parts: NewTicketParts): Ticket => {
	const {channel, requester, subject, text, draft} = fields;
	const {number, now, by, account, command} = parts;
	const said =
		channel === 'mail' || text.trim() === ''
			? []
			: [spokenMessage({channel, requester, subject, text}, parts)];
	const ticket: Ticket = {
		v: ticketVersion,
		number,
		revision: 1,
		subject,
		status: said.length > 0 ? 'new' : 'open',
		queue: fields.queue,
		project: fields.project,
		assignee: fields.assignee,
		requester,
		account,
		prio: false,
		personal: null,
		private: null,
		tags: [],
		unread: false,
		snoozedUntil: null,
		createdAt: now,
		updatedAt: now,
		waitingSince: null,
		links: [],
		messages: said,
		comments: [],
		drafts: draft === null ? [] : [draft],
		history: [{at: now, by, what: 'created', to: channel}],
		applied: [command],
	};
	return {...ticket, waitingSince: said.length > 0 ? waitingSince(ticket) : null};
};
