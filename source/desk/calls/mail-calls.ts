import type {PassReport} from '../../domain/account/account.ts';
import type {Attachment} from '../../domain/message.ts';
import type {IntakeDocument} from '../../domain/receive/intake-document.ts';
import type {Result} from '../../domain/result.ts';

export type ReceiveRequest = {
	readonly raw: Uint8Array;
	/** Id of the account whose options count, or null. */
	readonly account: string | null;
	readonly queue: string | null;
	/** ISO time of its delivery, as a Maildir knows it; now when left out or in the future. */
	readonly receivedAt?: string | undefined;
};

export type ReceiveOutcome = {
	readonly result: 'new' | 'follow-up' | 'duplicate' | 'quarantined' | 'skipped';
	readonly number: string | null;
	readonly messageId: string | null;
	readonly reason: string | null;
};

export type OutboxItem = {
	readonly number: string;
	readonly message: string;
	readonly state: string;
	readonly subject: string;
	readonly to: readonly string[];
	readonly tries: number;
	readonly due: string;
	/** What the server said, or the name of the problem. */
	readonly error: string | null;
	/** The code of the server or the name of the problem. */
	readonly code: string | null;
};

/** What mails ask of a desk: their bytes, taking them in, what waits; a part of `Desk`. */
export interface MailCalls {
	/** The mail as it came in or went out. Problem: `message-missing`. */
	raw(number: string, message: string): Promise<Result<Uint8Array>>;
	/** The decoded bytes of an attachment, by its place in the message. Problem: `attachment-missing`. */
	attachment(number: string, message: string, index: number): Promise<Result<Uint8Array>>;
	/** The HTML part as its sender wrote it, null when there is none. Foreign and not cleaned. */
	html(number: string, message: string): Promise<Result<string | null>>;
	/** Keeps bytes for an attachment of a draft. Problem: `mail-too-large`. */
	upload(name: string, bytes: Uint8Array): Promise<Result<Attachment>>;
	/** Takes a raw mail in, once however often it is handed in. */
	receive(request: ReceiveRequest): Promise<Result<ReceiveOutcome>>;
	/** One pass now, over one account or (null) all enabled ones. */
	importNow(account: string | null): Promise<Result<readonly PassReport[]>>;
	/** Everything that has not simply been sent, by when it is due. */
	outbox(): Promise<Result<readonly OutboxItem[]>>;
	/** The mails that could not be read. */
	quarantine(): Promise<Result<readonly IntakeDocument[]>>;
	/** Reads a quarantined mail once more. */
	retryIntake(id: string): Promise<Result<ReceiveOutcome>>;
	/** Makes a ticket of a quarantined mail that cannot be read, with the raw mail attached. */
	acceptIntake(id: string): Promise<Result<ReceiveOutcome>>;
	/** The bytes of a quarantined mail. */
	intakeRaw(id: string): Promise<Result<Uint8Array>>;
	/** Gives a quarantined mail up; no import brings it back. */
	discardIntake(id: string): Promise<Result<null>>;
}
