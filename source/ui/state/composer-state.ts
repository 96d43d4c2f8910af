import type {Attachment, DraftKind, OriginalAs} from '../../domain/message.ts';
import type {Status} from '../../domain/status.ts';
import type {TextBuffer} from '../../domain/text/text-buffer.ts';
import type {Ticket} from '../../domain/ticket.ts';

export type HeaderField = 'to' | 'cc' | 'bcc' | 'from' | 'subject';

export type ComposerField = HeaderField | 'body';

/** One text being written: a reply, a forward or an internal comment. */
export type ComposerState = {
	readonly id: string;
	readonly number: string;
	readonly kind: DraftKind;
	readonly account: string;
	readonly fields: Readonly<Record<HeaderField, TextBuffer>>;
	readonly body: TextBuffer;
	readonly focus: ComposerField;
	/** First visual row of the body on the screen. */
	readonly top: number;
	readonly attachments: readonly Attachment[];
	readonly answers: string | null;
	readonly seenMessages: number;
	/** The quoted original as it was put below the text; empty when there is none. */
	readonly original: string;
	/** How the mail that is answered goes along. */
	readonly originalAs: OriginalAs;
	/** The ticket as it was when writing began, for the checks before sending. */
	readonly ticket: Ticket;
	/** Grows with every change of what a draft holds. */
	readonly revision: number;
	/** The revision that was last written, and when; null before the first write. */
	readonly saved: {readonly revision: number; readonly at: number} | null;
	/** The desk could not keep it; it lies on this machine. */
	readonly keptLocally: boolean;
	/** First line of the review on the screen, of all lines below its title. */
	readonly reviewTop: number;
	readonly stage: 'write' | 'review' | 'sending';
	/** Status after sending; null for the desk's default. */
	readonly status: Status | null;
	/** The desk refused because the ticket is newer; sending again means yes. */
	readonly force: boolean;
};
