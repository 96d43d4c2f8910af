import type {Message} from '../message.ts';
import {bareSubject} from '../reply/mail-subject.ts';
import {type Ticket, ticketVersion} from '../ticket.ts';
import {waitingSince} from '../waiting-since.ts';
import {draftAmong} from './put-together.ts';

/** What is to stand in a ticket of its own; ids. */
export type Parting = {readonly messages: readonly string[]; readonly comments: readonly string[]};

/** A message and everything that came after it, comments included. */
export const followers = (
	ticket: Pick<Ticket, 'messages' | 'comments'>,
	message: Message,
): Parting => ({
	messages: ticket.messages
		.filter(({id, receivedAt}) => id === message.id || receivedAt > message.receivedAt)
		.map(({id}) => id),
	comments: ticket.comments.filter(({at}) => at > message.receivedAt).map(({id}) => id),
});

/**
 * The new ticket with copies of the mails that part. It says what it takes from where until the old
 * one has given them up. Queue, project, assignee and privacy are those of the old one.
 */
export const partedTicket = (
	ticket: Ticket,
	parting: Parting,
	{
		number,
		now,
		by,
		command,
	}: {
		readonly number: string;
		readonly now: string;
		readonly by: string;
		readonly command: string;
	},
): Ticket => {
	const messages = ticket.messages.filter(({id}) => parting.messages.includes(id));
	const asked = messages.find(({direction}) => direction === 'in');
	const first = asked ?? messages[0];
	const drafts = ticket.drafts
		.filter(({answers}) => answers !== null && parting.messages.includes(answers))
		.map(draft => draftAmong(draft, {before: ticket.messages, after: messages, by}));
	const subject = bareSubject(first?.subject ?? '', ticket.number);
	const parted: Ticket = {
		v: ticketVersion,
		number,
		revision: 1,
		subject: subject === '' ? ticket.subject : subject,
		status: asked ? 'new' : 'open',
		queue: ticket.queue,
		project: ticket.project,
		assignee: ticket.assignee,
		requester: asked?.from ?? ticket.requester,
		account: ticket.account,
		prio: ticket.prio,
		personal: ticket.personal,
		private: ticket.private,
		tags: ticket.tags,
		unread: false,
		snoozedUntil: null,
		createdAt: first?.receivedAt ?? now,
		updatedAt: messages.at(-1)?.receivedAt ?? now,
		waitingSince: null,
		links: [{kind: 'related', number: ticket.number}],
		messages,
		comments: ticket.comments.filter(({id}) => parting.comments.includes(id)),
		drafts,
		history: [{at: now, by, what: 'split-from', from: ticket.number}],
		applied: [command],
		taking: {kind: 'split', from: ticket.number, ...parting, drafts: []},
	};
	return {...parted, waitingSince: waitingSince(parted)};
};
