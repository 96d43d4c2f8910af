import {type Summary, starMarks} from './summary.ts';
import type {Ticket} from './ticket.ts';
import type {Viewer} from './viewer.ts';

type Held = Pick<Ticket, 'private' | 'assignee' | 'queue'>;

/**
 * Whether this agent sees the content of a ticket: everybody, unless it is private; then who set
 * the flag, the assignee, the queue's responsible and admins.
 */
export const maySee = (ticket: Held, viewer: Viewer): boolean =>
	ticket.private === null ||
	ticket.private === viewer.login ||
	ticket.assignee === viewer.login ||
	viewer.isAdmin ||
	(ticket.queue !== null && viewer.ownQueues.has(ticket.queue));

/**
 * What everybody sees of a private ticket: number, dates, queue, and where it stands. Named one by
 * one, so that what a ticket gets some day is hidden until somebody decides otherwise.
 */
const shown = (ticket: Summary | Ticket) => ({
	number: ticket.number,
	revision: ticket.revision,
	status: ticket.status,
	queue: ticket.queue,
	assignee: ticket.assignee,
	prio: ticket.prio,
	personal: ticket.personal,
	private: ticket.private,
	unread: ticket.unread,
	snoozedUntil: ticket.snoozedUntil,
	createdAt: ticket.createdAt,
	updatedAt: ticket.updatedAt,
	waitingSince: ticket.waitingSince,
	subject: '',
	requester: {name: '', address: ''},
	account: null,
	project: null,
	tags: [],
});

/** A row of a private ticket as others see it. */
export const maskSummary = (summary: Summary): Summary => ({
	...shown(summary),
	messages: 0,
	comments: 0,
	attachments: 0,
	drafts: [],
	outbox: [],
});

/** A private ticket as others see it: nothing of what was written, by whom, or what became of it. */
export const maskTicket = (ticket: Ticket): Ticket => ({
	...shown(ticket),
	v: ticket.v,
	links: [],
	messages: [],
	comments: [],
	drafts: [],
	history: [],
	applied: [],
});

type Starred = {readonly stars?: readonly string[]};

/** Nobody is told of the stars of others; the same object when there are none. */
const withOwnStar = <T extends Starred>(starred: T, {login}: Viewer): T => {
	const {stars, ...rest} = starred;
	return stars === undefined || stars.every(one => one === login)
		? starred
		: ({...rest, ...starMarks(stars.filter(one => one === login))} as T);
};

/** The row as this agent may see it; the same object when nothing is hidden. */
export const summaryFor = (summary: Summary, viewer: Viewer): Summary =>
	maySee(summary, viewer) ? withOwnStar(summary, viewer) : maskSummary(summary);

/** The ticket as this agent may see it, without the drafts and stars of the others. */
export const ticketFor = (ticket: Ticket, viewer: Viewer): Ticket =>
	maySee(ticket, viewer)
		? {
				...withOwnStar(ticket, viewer),
				drafts: ticket.drafts.filter(draft => draft.agent === viewer.login),
				applied: [],
			}
		: maskTicket(ticket);
