import type {AccountDocument, PassReport} from '../domain/account/account.ts';
import type {Step} from '../domain/action/action.ts';
import type {Agent, Right} from '../domain/agent.ts';
import type {Silence} from '../domain/automatic/silence.ts';
import type {DeskDocument} from '../domain/desk-document.ts';
import type {JobReport, LateImport} from '../domain/job-report.ts';
import type {ListQuery, TabName} from '../domain/list/tab.ts';
import type {Attachment, Draft} from '../domain/message.ts';
import type {Problem} from '../domain/problem.ts';
import type {IntakeDocument} from '../domain/receive/intake-document.ts';
import type {Result} from '../domain/result.ts';
import type {DeskValues, ListName, SettingsLists} from '../domain/settings/settings-list.ts';
import type {Status} from '../domain/status.ts';
import type {Summary} from '../domain/summary.ts';
import type {Ticket} from '../domain/ticket.ts';
import type {CheckReport} from '../store/store.ts';
import type {Push} from './push.ts';

export type {Push} from './push.ts';
export type {RuleHit, RuleTrial, StoppedRule} from './rule-calls.ts';

import type {AccountCalls} from './account-calls.ts';
import type {RuleCalls, StoppedRule} from './rule-calls.ts';
import type {TicketCalls} from './ticket-calls.ts';

/** Who is asking, and what the screen needs to know of the settings to draw. */
export type Me = {
	readonly agent: Agent;
	readonly rights: readonly Right[];
	readonly dataFolder: string;
	readonly desk: DeskDocument;
	readonly agents: readonly Agent[];
	/** Accounts the agent may see. */
	readonly accounts: ReadonlyArray<AccountDocument['account']>;
	/** Accounts without a successful import for longer than the jobs allow. */
	readonly late: readonly LateImport[];
};

/** A list row: a summary as this agent may see it (private ones masked), and who has it open. */
export type Row = Summary & {
	readonly masked: boolean;
	/** Names of other agents who have it open now. */
	readonly openBy: readonly string[];
};

export type TabCounts = Readonly<Record<TabName, number>>;

export type ListWindow = {
	readonly query: ListQuery;
	readonly from: number;
	readonly total: number;
	readonly rows: readonly Row[];
	readonly counts: TabCounts;
	/** Sequence number of the last change that the window contains. */
	readonly seq: number;
	/** Position of `near` in the list when it was asked for and is in it, else -1. */
	readonly nearIndex: number;
};

export type WindowRequest = {
	readonly query: ListQuery;
	readonly from: number;
	/** At most 1,000. */
	readonly count: number;
	/** Ticket number to centre the window on; `from` counts when it is not in the list. */
	readonly near?: string;
};

/** A change of one ticket, applied once however often it is sent. */
export type Command = {
	readonly id: string;
	readonly number: string;
	readonly action: string;
	readonly input: unknown;
	/** The revision the agent saw; a newer one is answered with `changed-meanwhile`. */
	readonly revision?: number;
};

export type Outcome =
	| {
			readonly ok: true;
			readonly number: string;
			readonly revision: number;
			/** The way back, null when there is none. */
			readonly undo: Step | null;
	  }
	| {readonly ok: false; readonly number: string; readonly problem: Problem};

export type SendRequest = {
	readonly id: string;
	readonly number: string;
	readonly draft: Draft;
	/** Status after sending; null for the desk's default (Waiting (customer)). */
	readonly status: Status | null;
	/** Quote the original below the text when the draft does not hold it already. */
	readonly force: boolean;
};

export type SendOutcome = {
	readonly message: string;
	readonly messageId: string;
	/** ISO time until which it can be called back. */
	readonly notBefore: string;
	readonly undo: Step;
};

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
	readonly error: string | null;
};

/** What the service is doing: `raute status` and the title line. */
export type DeskStatus = {
	readonly version: string;
	readonly pid: number;
	readonly startedAt: string;
	readonly tickets: number;
	readonly clients: readonly string[];
	readonly importing: ReadonlyArray<{
		readonly account: string;
		readonly done: number;
		readonly total: number;
		/** When it last got on. */
		readonly at: string;
	}>;
	/** Accounts without a successful import for longer than the jobs allow. */
	readonly late: readonly LateImport[];
	readonly passes: readonly PassReport[];
	readonly outbox: number;
	readonly quarantined: number;
	/** Expressions of rules that took too long. */
	readonly stoppedRules: readonly StoppedRule[];
	readonly memoryBytes: number;
	/** Addresses that get no automatic mail now. */
	readonly silenced: readonly Silence[];
};

export type RemoveOptions = {readonly moveTo: string | null};

/** What came of removing an item: the tickets that moved. */
export type Removal = {readonly moved: readonly string[]};

/**
 * Everything that screens and commands ask of a desk, by one agent. The same in process and over
 * the socket. Every answer is a Result; rights are checked behind it, whoever calls.
 */
export interface Desk extends AccountCalls, TicketCalls, RuleCalls {
	me(): Promise<Result<Me>>;
	window(request: WindowRequest): Promise<Result<ListWindow>>;
	ticket(number: string): Promise<Result<Ticket>>;
	/** Applies the commands one by one; a failed one does not stop the others. */
	perform(commands: readonly Command[]): Promise<Result<readonly Outcome[]>>;
	send(request: SendRequest): Promise<Result<SendOutcome>>;
	/** Full text search; rows newest first. */
	search(text: string, limit: number): Promise<Result<readonly Row[]>>;
	/** Says which ticket this client shows (null: none) and whether it writes there. */
	present(number: string | null, writing: boolean): Promise<Result<null>>;

	raw(number: string, message: string): Promise<Result<Uint8Array>>;
	attachment(number: string, message: string, index: number): Promise<Result<Uint8Array>>;
	html(number: string, message: string): Promise<Result<string | null>>;
	/** Keeps bytes for an attachment of a draft. */
	upload(name: string, bytes: Uint8Array): Promise<Result<Attachment>>;

	receive(request: ReceiveRequest): Promise<Result<ReceiveOutcome>>;
	/** One pass now, over one account or (null) all enabled ones. */
	importNow(account: string | null): Promise<Result<readonly PassReport[]>>;
	outbox(): Promise<Result<readonly OutboxItem[]>>;
	quarantine(): Promise<Result<readonly IntakeDocument[]>>;
	retryIntake(id: string): Promise<Result<ReceiveOutcome>>;
	/** Makes a ticket of a quarantined mail that cannot be read, with the raw mail attached. */
	acceptIntake(id: string): Promise<Result<ReceiveOutcome>>;
	/** The bytes of a quarantined mail. */
	intakeRaw(id: string): Promise<Result<Uint8Array>>;
	discardIntake(id: string): Promise<Result<null>>;

	saveAccount(account: AccountDocument['account']): Promise<Result<null>>;
	removeAccount(id: string): Promise<Result<null>>;
	saveAgent(agent: Agent): Promise<Result<null>>;
	removeAgent(login: string): Promise<Result<null>>;
	/** Replaces single values of the desk's settings. */
	saveDesk(values: Partial<DeskValues>): Promise<Result<null>>;
	/** Adds an item to a list of the settings, or replaces the one with its key (label or id). */
	saveItem<Name extends ListName>(list: Name, item: SettingsLists[Name]): Promise<Result<null>>;
	/** A queue or project that is in use goes with `moveTo` alone (null: its tickets have none then). */
	removeItem(list: ListName, key: string, options?: RemoveOptions): Promise<Result<Removal>>;
	/** Puts rules or templates in this order; those not named follow. */
	orderItems(list: 'rules' | 'templates', keys: readonly string[]): Promise<Result<null>>;

	/** Every schedule of the import with its last and next run. */
	jobs(): Promise<Result<readonly JobReport[]>>;
	/** Runs a job's import now, whether it is active or not, and answers its passes. */
	runJob(id: string): Promise<Result<readonly PassReport[]>>;
	/** Ends running passes after the mails they are taking in; the next run is as scheduled. */
	stopImport(): Promise<Result<null>>;

	/** Lets automatic mail go to a silenced address again. */
	unsilence(address: string): Promise<Result<null>>;

	status(): Promise<Result<DeskStatus>>;
	check(repair: boolean): Promise<Result<CheckReport>>;
	/** Writes a consistent copy of the data folder into a new folder. */
	snapshot(folder: string): Promise<Result<null>>;
	/** Ends the service behind this desk after its running work. */
	stop(): Promise<Result<null>>;

	on(listener: (push: Push) => void): () => void;
	close(): Promise<void>;
}

/** The desk as its owner holds it: gives each agent a Desk, runs the loops, ends. See `open-desk.ts`. */
export interface OpenDesk {
	/** The desk for one client of this Unix login. Problem `not-an-agent` for anybody else. */
	as(login: string): Result<Desk>;
	/** Starts the import loop, the outbox and the clocks. */
	start(): void;
	/** Waits for running work, then closes the store. Resolves once; safe to call twice. */
	stop(): Promise<void>;
	/** Called when a client asked for the end (`raute stop`). */
	onStop(listener: () => void): void;
}
