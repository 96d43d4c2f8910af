import type {Origin} from '../message.ts';

/** Version of the intake document. */
export const intakeVersion = 1;

/**
 * A mail that became no message: skipped on purpose, or in quarantine because it could not be read.
 * Together with the origins in the tickets these are the import ledger.
 */
export type IntakeDocument = {
	readonly v: number;
	readonly id: string;
	readonly kind: 'skipped' | 'quarantined';
	/** Key of the language files, for example `too-old` or `parse-timeout`. */
	readonly reason: string;
	readonly origin: Origin;
	/** sha256 of the raw mail in the store; null for a mail that was not fetched. */
	readonly raw: string | null;
	readonly tries: number;
	/** ISO time at which the server took the mail, else at which it was seen. */
	readonly at: string;
};
