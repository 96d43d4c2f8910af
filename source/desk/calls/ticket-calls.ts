import type {AccountDocument} from '../../domain/account/account.ts';
import type {Step} from '../../domain/action/action.ts';
import type {Agent, Right} from '../../domain/agent.ts';
import type {DeskDocument} from '../../domain/desk-document.ts';
import type {LateImport} from '../../domain/job-report.ts';
import type {ListQuery, TabName} from '../../domain/list/tab.ts';
import type {Draft} from '../../domain/message.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import type {Status} from '../../domain/status.ts';
import type {Summary} from '../../domain/summary.ts';
import type {Ticket} from '../../domain/ticket.ts';

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
	/** Those of `marked` that are not in the list. */
	readonly away: readonly string[];
};

export type WindowRequest = {
	readonly query: ListQuery;
	readonly from: number;
	/** At most 1,000. */
	readonly count: number;
	/** Ticket number to centre the window on; `from` counts when it is not in the list. */
	readonly near?: string;
	/** Ticket numbers that somebody has marked; the answer says which of them are not in the list. */
	readonly marked?: readonly string[];
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
	/** Send although somebody has written since the draft was begun (`send-stale`). */
	readonly force: boolean;
};

export type SendOutcome = {
	readonly message: string;
	readonly messageId: string;
	/** ISO time until which it can be called back. */
	readonly notBefore: string;
	readonly undo: Step;
};

/** What lists, tickets and answers ask of a desk; a part of `Desk`. */
export interface TicketCalls {
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
}
