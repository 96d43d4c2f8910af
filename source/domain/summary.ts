import type {MessageState} from './message.ts';
import {isMoving, mergedInto} from './move/merged.ts';
import type {Ticket} from './ticket.ts';

/** What a list row needs of a ticket. Kept in memory for every ticket: small and flat. */
export type Summary = Pick<
	Ticket,
	| 'number'
	| 'revision'
	| 'subject'
	| 'status'
	| 'queue'
	| 'project'
	| 'assignee'
	| 'requester'
	| 'account'
	| 'prio'
	| 'personal'
	| 'private'
	| 'tags'
	| 'unread'
	| 'snoozedUntil'
	| 'createdAt'
	| 'updatedAt'
	| 'waitingSince'
> & {
	/** Count of messages, in and out. */
	readonly messages: number;
	readonly comments: number;
	readonly attachments: number;
	/** Logins with a draft on it. */
	readonly drafts: readonly string[];
	/** Outgoing messages that are not simply sent. */
	readonly outbox: readonly OutboxMark[];
	/** Logins of the agents who starred it; left out where nobody did. */
	readonly stars?: readonly string[];
	/** Ticket that this one was merged into. */
	readonly mergedInto?: string;
	/** A move of mails into or out of it has begun and is not finished. */
	readonly isMoving?: true;
};

export type OutboxMark = {
	readonly message: string;
	readonly state: Exclude<MessageState, 'received'>;
	/** When the outbox has to look at it next (ISO). */
	readonly due: string;
};

const isDue = (message: Ticket['messages'][number]): boolean =>
	message.delivery !== null && (message.state !== 'sent' || message.delivery.copy === 'due');

/** While mails are on their way between tickets nothing of them is sent. */
const outboxMarks = (ticket: Ticket): readonly OutboxMark[] =>
	(isMoving(ticket) ? [] : ticket.messages.filter(isDue)).map(message => ({
		message: message.id,
		state: message.state as OutboxMark['state'],
		due: message.delivery?.nextTry ?? message.receivedAt,
	}));

/** The row of a ticket. Pure and cheap: it runs after every change. */
export const summarize = (ticket: Ticket): Summary => ({
	...plainSummary(ticket),
	...mergeMarks(mergedInto(ticket), isMoving(ticket)),
	...starMarks(ticket.stars ?? []),
});

/** The marks of a merged ticket as they stand in a summary: left out where there are none. */
export const mergeMarks = (
	into: string | null,
	moving: boolean,
): Pick<Summary, 'mergedInto' | 'isMoving'> => ({
	...(into === null ? {} : {mergedInto: into}),
	...(moving ? {isMoving: true} : {}),
});

/** The stars as they stand in a summary. */
export const starMarks = (stars: readonly string[]): Pick<Summary, 'stars'> =>
	stars.length === 0 ? {} : {stars};

const plainSummary = (ticket: Ticket): Summary => ({
	number: ticket.number,
	revision: ticket.revision,
	subject: ticket.subject,
	status: ticket.status,
	queue: ticket.queue,
	project: ticket.project,
	assignee: ticket.assignee,
	requester: ticket.requester,
	account: ticket.account,
	prio: ticket.prio,
	personal: ticket.personal,
	private: ticket.private,
	tags: ticket.tags,
	unread: ticket.unread,
	snoozedUntil: ticket.snoozedUntil,
	createdAt: ticket.createdAt,
	updatedAt: ticket.updatedAt,
	waitingSince: ticket.waitingSince,
	messages: ticket.messages.length,
	comments: ticket.comments.length,
	attachments: ticket.messages.reduce((sum, message) => sum + message.attachments.length, 0),
	drafts: [...new Set(ticket.drafts.map(draft => draft.agent))],
	outbox: outboxMarks(ticket),
});
