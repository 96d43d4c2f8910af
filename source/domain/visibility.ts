import type {Summary} from './summary.ts';
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

const nobody = {name: '', address: ''};

/** A row of a private ticket as others see it: number, dates, queue, and where it stands. */
export const maskSummary = ({mergedInto, isMoving, ...summary}: Summary): Summary => ({
	...summary,
	subject: '',
	requester: nobody,
	account: null,
	project: null,
	tags: [],
	messages: 0,
	comments: 0,
	attachments: 0,
	drafts: [],
	outbox: [],
});

/** A private ticket as others see it: nothing of what was written, by whom, or what became of it. */
export const maskTicket = (ticket: Ticket): Ticket => ({
	...ticket,
	subject: '',
	requester: nobody,
	account: null,
	project: null,
	tags: [],
	links: [],
	messages: [],
	comments: [],
	drafts: [],
	history: [],
	applied: [],
});

/** The row as this agent may see it; the same object when nothing is hidden. */
export const summaryFor = (summary: Summary, viewer: Viewer): Summary =>
	maySee(summary, viewer) ? summary : maskSummary(summary);

/** The ticket as this agent may see it, without the drafts of the others. */
export const ticketFor = (ticket: Ticket, viewer: Viewer): Ticket =>
	maySee(ticket, viewer)
		? {
				...ticket,
				drafts: ticket.drafts.filter(draft => draft.agent === viewer.login),
				applied: [],
			}
		: maskTicket(ticket);
