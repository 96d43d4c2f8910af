import type {Address} from './address.ts';
import type {Draft, Message} from './message.ts';
import type {Status} from './status.ts';

/** Version of the ticket document; `store/migrate` upgrades older ones on read. */
export const ticketVersion = 1;

export type Comment = {
	readonly id: string;
	/** Login of the agent. */
	readonly author: string;
	readonly at: string;
	readonly text: string;
};

/** One line of the audit trail. `what` names the field or event; values are plain strings. */
export type HistoryEntry = {
	readonly at: string;
	/** Login, or `raute` for the desk itself. */
	readonly by: string;
	readonly what: string;
	readonly from?: string;
	readonly to?: string;
};

export const linkKinds = [
	'related',
	'merged-into',
	'merged-from',
	'continues',
	'continued-by',
] as const;

export type LinkKind = (typeof linkKinds)[number];

export type Link = {
	readonly kind: LinkKind;
	readonly number: string;
	/** On both sides of a merge: what went along, so that it can be taken apart again. */
	readonly moved?: Moved;
};

/** What a merge moved, and the fields that it set. */
export type Moved = {
	/** Ids. */
	readonly messages: readonly string[];
	readonly comments: readonly string[];
	readonly drafts: readonly string[];
	readonly back: ReadonlyArray<{
		readonly field: EditableField;
		readonly from: unknown;
		readonly to: unknown;
	}>;
	/** When the ticket that took the mails was last written to before. */
	readonly updatedAt?: string;
};

export const takingKinds = ['split', 'unmerge', 'continue'] as const;

/**
 * Mails on their way into this ticket from another one. It is written before the other gives them
 * up and removed after: whoever finds it after a crash finishes the move.
 */
export type Taking = {
	readonly kind: (typeof takingKinds)[number];
	readonly from: string;
	/** Ids. */
	readonly messages: readonly string[];
	readonly comments: readonly string[];
	readonly drafts: readonly string[];
};

/** The whole of a ticket: one JSON document. All times are ISO 8601 in UTC, ids are short random strings. */
export type Ticket = {
	readonly v: number;
	/** 12 digits: YYYYMMDD and a counter (13 past 9999 a day). */
	readonly number: string;
	/** Grows by one with every change. */
	readonly revision: number;
	readonly subject: string;
	readonly status: Status;
	/** Label of the queue, null for none. */
	readonly queue: string | null;
	readonly project: string | null;
	/** Login of the agent, null for nobody. */
	readonly assignee: string | null;
	readonly requester: Address;
	/** Account that received it, null for a ticket made by hand. */
	readonly account: string | null;
	readonly prio: boolean;
	/** Login of the agent who set the flag, null when not set. */
	readonly personal: string | null;
	readonly private: string | null;
	readonly tags: readonly string[];
	/** Logins of the agents who starred it for themselves. */
	readonly stars?: readonly string[];
	/** A mail came in and nobody has opened the ticket since. */
	readonly unread: boolean;
	/** Wiedervorlage: hidden from the inbox until then. */
	readonly snoozedUntil: string | null;
	readonly createdAt: string;
	/** Last mail, comment or change that a reader cares about: what lists sort by. */
	readonly updatedAt: string;
	/** Since when the customer waits for us; null while we wait for the customer. */
	readonly waitingSince: string | null;
	readonly links: readonly Link[];
	readonly messages: readonly Message[];
	readonly comments: readonly Comment[];
	readonly drafts: readonly Draft[];
	readonly history: readonly HistoryEntry[];
	/** Ids of the last commands applied, newest last: a repeated command is answered, not applied. */
	readonly applied: readonly string[];
	readonly taking?: Taking;
};

/** Whether this agent has starred a ticket. */
export const isStarred = ({stars}: Pick<Ticket, 'stars'>, login: string): boolean =>
	stars?.includes(login) === true;

/** Fields that an agent edits and `restore` takes back. */
export const editableFields = [
	'subject',
	'status',
	'queue',
	'project',
	'assignee',
	'requester',
	'prio',
	'personal',
	'private',
	'tags',
	'unread',
	'snoozedUntil',
] as const satisfies ReadonlyArray<keyof Ticket>;

export type EditableField = (typeof editableFields)[number];
