import type {Address} from '../address.ts';
import type {Attachment, Bounce} from '../message.ts';

/**
 * What an Authentication-Results field (RFC 8601) says: `pass`, `fail`, `softfail`, `none` … for each method,
 * empty where it says nothing. `server` is its authserv-id, empty where it names none.
 */
export type Authentication = {
	readonly server: string;
	readonly dkim: string;
	readonly spf: string;
	readonly dmarc: string;
};

/** A mail as read: everything foreign in it is cleaned already (see `mail/clean.ts`). */
export type ParsedMail = {
	readonly messageId: string | null;
	readonly inReplyTo: string | null;
	/** References, oldest first, without repetitions; at most 100 are kept. */
	readonly references: readonly string[];
	/** Never empty: a mail without a readable author gets `{name: '', address: ''}`. */
	readonly from: Address;
	readonly sender: Address | null;
	readonly replyTo: readonly Address[];
	readonly to: readonly Address[];
	readonly cc: readonly Address[];
	/** Delivered-To, X-Original-To, Envelope-To: addresses as the own server wrote them. */
	readonly deliveredTo: readonly string[];
	readonly subject: string;
	readonly date: string | null;
	readonly text: string;
	readonly replyText: string;
	readonly hasHtml: boolean;
	readonly attachments: readonly Attachment[];
	readonly automatic: string | null;
	readonly bounce: Bounce | null;
	/** The topmost verdict in the header, whoever wrote it: `isOwnVerdict` tells. */
	readonly authentication?: Authentication | null;
	/** Keys of the language files: `note.html-cut`, `note.too-many-parts` … */
	readonly notes: readonly string[];
	/** sha256 over the author's headers and the body: the mail's identity beside its UID. */
	readonly identity: string;
};
