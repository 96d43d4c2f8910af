import type {Address} from './address.ts';
import {handChannels} from './channel.ts';

/**
 * A file in a mail. Its bytes stay in the raw mail and are found there again by its place among the
 * files; those of a draft that was uploaded lie in the store under `sha256`.
 */
export type Attachment = {
	readonly name: string;
	readonly type: string;
	/** Bytes after decoding. */
	readonly size: number;
	readonly sha256: string;
	/** Shown inside the text by the sender (Content-Disposition inline or a cid reference). */
	readonly inline: boolean;
};

/** What a delivery report says (RFC 3464 and its free-text relatives). */
export type Bounce = {
	readonly address: string;
	/** Enhanced status code of RFC 3463, for example `5.1.1`; empty when the report names none. */
	readonly status: string;
	readonly reason: string;
	/** Hard: sending again is of no use (class 5 of RFC 3463, but for a full mailbox and expired delivery). */
	readonly permanent: boolean;
	/** Message-ID of the mail that bounced, empty when unknown. */
	readonly of: string;
	/** Further recipients that the same report names as failed. */
	readonly others?: ReadonlyArray<Pick<Bounce, 'address' | 'status' | 'reason' | 'permanent'>>;
};

/** Where an incoming mail was seen: the import ledger's entry, kept in the same document as the mail. */
export type Origin = {
	readonly account: string;
	/** sha256 (hex) over the author's headers and the body; see `mail/identity.ts`. */
	readonly identity: string;
	/** Null for a mail that was handed in (`raute receive`). */
	readonly place: {
		readonly folder: string;
		/** Decimal string: UIDVALIDITY is a 32-bit number, imapflow gives a bigint. */
		readonly uidValidity: string;
		readonly uid: number;
	} | null;
};

export const messageStates = [
	'received',
	'queued',
	'sending',
	'sent',
	'failed',
	'uncertain',
] as const;

export type MessageState = (typeof messageStates)[number];

/** How an outgoing message gets out (`mail.md` §5). Times are ISO strings. */
export type Delivery = {
	readonly account: string;
	readonly envelope: {readonly from: string; readonly to: readonly string[]};
	/** Not handed to the server before this time: the undo window. */
	readonly notBefore: string;
	readonly tries: number;
	readonly nextTry: string;
	readonly error: {readonly code: string; readonly text: string} | null;
	/** The draft it came from, restored when the send is called back. */
	readonly draft: Draft | null;
	/** Whether a copy lies in the Sent folder: none asked for, still to do, done. */
	readonly copy: 'none' | 'due' | 'done';
};

export type Message = {
	readonly id: string;
	readonly direction: 'in' | 'out';
	readonly state: MessageState;
	readonly from: Address;
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	readonly bcc: readonly Address[];
	/** Where the own server delivered it, as far as To and Cc do not say so. */
	readonly deliveredTo?: readonly string[];
	readonly replyTo: readonly Address[];
	readonly subject: string;
	/** The Date header as ISO, null when missing or unreadable. */
	readonly date: string | null;
	readonly receivedAt: string;
	/** With angle brackets; null when the mail has none. */
	readonly messageId: string | null;
	readonly inReplyTo: string | null;
	readonly references: readonly string[];
	/** The whole body as cleaned text. */
	readonly text: string;
	/** The newest text alone: no quoted original, no signature. */
	readonly replyText: string;
	readonly hasHtml: boolean;
	/** Why it counts as automatic (RFC 3834 and habits), null for a person's mail. */
	readonly automatic: string | null;
	readonly bounce: Bounce | null;
	readonly attachments: readonly Attachment[];
	/** sha256 (hex) of the raw mail in the store; null when there is none. */
	readonly raw: string | null;
	/** What the reader had to say about the mail, as keys of the language files. */
	readonly notes: readonly string[];
	readonly origin: Origin | null;
	readonly delivery: Delivery | null;
	/** Login of the agent who wrote it. */
	readonly author: string | null;
};

/** `new`: the first mail of a ticket; the channels: what somebody said, to be put down. */
export const draftKinds = [
	'reply',
	'reply-all',
	'forward',
	'comment',
	'new',
	...handChannels,
] as const;

export type DraftKind = (typeof draftKinds)[number];

/** Originale Nachricht anhängen: quoted in the text, as a file of its own (message/rfc822), or not. */
export const originalWays = ['quoted', 'eml', 'none'] as const;

export type OriginalAs = (typeof originalWays)[number];

/** An unsent text of one agent on one ticket. */
export type Draft = {
	readonly id: string;
	readonly agent: string;
	readonly kind: DraftKind;
	/** Account the answer leaves from; empty for a comment. */
	readonly account: string;
	readonly from: string;
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	readonly bcc: readonly Address[];
	readonly subject: string;
	readonly text: string;
	readonly attachments: readonly Attachment[];
	/** Message it answers; null for a comment or an empty ticket. */
	readonly answers: string | null;
	/** How the mail that it answers goes along; left out: as it stands in the text. */
	readonly original?: OriginalAs;
	/** Count of messages the agent had seen when writing began: the stale-send guard. */
	readonly seenMessages: number;
	readonly updatedAt: string;
};
