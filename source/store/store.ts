import type {AccountDocument} from '../domain/account/account.ts';
import type {AgentsDocument, DeskDocument} from '../domain/desk-document.ts';
import type {Origin} from '../domain/message.ts';
import type {IntakeDocument} from '../domain/receive/intake-document.ts';
import type {Result} from '../domain/result.ts';
import type {Summary} from '../domain/summary.ts';
import type {Ticket} from '../domain/ticket.ts';

/** What the ledger knows of a mail on a server. */
export type LedgerEntry =
	| {readonly kind: 'ticket'; readonly number: string}
	| {readonly kind: 'skipped' | 'quarantined'; readonly intake: string};

/** The result of a change. `repeated`: the command had been applied before, nothing was done. */
export type Change = {readonly before: Ticket; readonly after: Ticket; readonly repeated: boolean};

export type WriteOptions = {
	/** Leave the directory fsync to the next `flush`: the write counts as done only after it. */
	readonly defer?: boolean;
};

export type CheckFinding = {
	readonly kind:
		| 'unreadable'
		| 'schema'
		| 'raw-missing'
		| 'raw-wrong'
		| 'cache-differs'
		| 'reference-missing'
		| 'stray-file'
		| 'move-unfinished';
	/** Path below the data folder, or a ticket number. */
	readonly where: string;
	readonly text: string;
	readonly repaired: boolean;
};

export type CheckReport = {
	readonly tickets: number;
	readonly messages: number;
	readonly mails: number;
	readonly findings: readonly CheckFinding[];
};

export type SummaryListener = (before: Summary | null, after: Summary | null) => void;

/**
 * What any store must do. Writes of one ticket are ordered; a resolved write is durable (or, with
 * `defer`, durable after the next resolved `flush`); a failed one left nothing changed, except
 * `write-uncertain`, after which the store refuses further writes until it is opened again.
 */
export interface Store {
	desk(): DeskDocument;
	changeDesk(
		change: (document: DeskDocument) => Result<DeskDocument>,
	): Promise<Result<DeskDocument>>;
	agents(): AgentsDocument;
	changeAgents(
		change: (document: AgentsDocument) => Result<AgentsDocument>,
	): Promise<Result<AgentsDocument>>;
	accounts(): readonly AccountDocument[];
	/** Creates, changes or (returning null) removes an account. */
	changeAccount(
		id: string,
		change: (document: AccountDocument | null) => Result<AccountDocument | null>,
	): Promise<Result<AccountDocument | null>>;

	/** Told when a change met settings that somebody else had written: they are in force then. */
	onSettingsEdited(listener: () => void): () => void;

	ticket(number: string): Promise<Result<Ticket>>;
	/** Gives the next free number of the day (`YYYYMMDD`) and takes it with an exclusive create. */
	create(
		day: string,
		build: (number: string) => Ticket,
		options?: WriteOptions,
	): Promise<Result<Ticket>>;
	/** Applies a pure change. With `commandId` already in `applied`, answers `repeated` and changes nothing. */
	change(
		number: string,
		apply: (ticket: Ticket) => Result<Ticket>,
		options?: WriteOptions & {readonly commandId?: string},
	): Promise<Result<Change>>;
	remove(number: string): Promise<Result<Ticket>>;

	/** Stores bytes under their sha256 (hex), which it returns. Mails and uploads alike; immutable. */
	putFile(bytes: Uint8Array, options?: WriteOptions): Promise<Result<string>>;
	file(sha256: string): Promise<Result<Uint8Array>>;
	/** Removes a raw file. Who calls knows that no document names it. */
	removeFile(sha256: string): Promise<Result<void>>;
	/** Overwrites in the cache what removed tickets left there. The backups are not touched. */
	scrub(): Promise<Result<void>>;
	/** Makes all deferred writes durable. */
	flush(): Promise<Result<void>>;

	putIntake(document: IntakeDocument, options?: WriteOptions): Promise<Result<void>>;
	removeIntake(id: string): Promise<Result<void>>;
	intakes(): Promise<Result<readonly IntakeDocument[]>>;

	/** Ticket numbers by Message-ID, for the ids that are known. */
	byMessageId(ids: readonly string[]): ReadonlyMap<string, string>;
	/** Ledger entries by UID of one folder, for the UIDs that are known (aliases included). */
	byUid(place: {
		readonly account: string;
		readonly folder: string;
		readonly uidValidity: string;
		readonly uids: readonly number[];
	}): ReadonlyMap<number, LedgerEntry>;
	byIdentity(account: string, identity: string): LedgerEntry | null;
	/** Remembers in the cache that a known mail lies under a further UID. */
	alias(origin: Origin, entry: LedgerEntry): void;

	/** One summary per ticket, always current. */
	summaries(): ReadonlyMap<string, Summary>;
	onSummary(listener: SummaryListener): () => void;
	/** Full text, newest first; numbers of at most `limit` tickets. */
	search(text: string, limit: number): Promise<Result<readonly string[]>>;

	check(options: {readonly repair: boolean}): Promise<Result<CheckReport>>;
	/** A consistent copy of all documents and files into a new folder, by hard links where possible. */
	snapshot(folder: string): Promise<Result<void>>;
	close(): Promise<void>;
}
