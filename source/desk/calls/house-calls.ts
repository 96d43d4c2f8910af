import type {AccountDocument, PassReport} from '../../domain/account/account.ts';
import type {Agent} from '../../domain/agent.ts';
import type {Silence} from '../../domain/automatic/silence.ts';
import type {LateImport} from '../../domain/job-report.ts';
import type {Result} from '../../domain/result.ts';
import type {
	DeskValues,
	ListName,
	OrderedList,
	SettingsLists,
} from '../../domain/settings/settings-list.ts';
import type {CheckReport} from '../../store/store.ts';
import type {StoppedRule} from './rule-calls.ts';

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

/** What settings and the service itself ask of a desk; a part of `Desk`. */
export interface HouseCalls {
	/** Adds or replaces an account; in force with the answer, also for an import that runs. */
	saveAccount(account: AccountDocument['account']): Promise<Result<null>>;
	/** Removes an account with its password and tokens; its tickets stay. */
	removeAccount(id: string): Promise<Result<null>>;
	/** Adds or replaces an agent. Problem: `action-unavailable` (`last-admin`). */
	saveAgent(agent: Agent): Promise<Result<null>>;
	/** Removes an agent; queues he was responsible for have nobody then, his tickets keep his login. */
	removeAgent(login: string): Promise<Result<null>>;
	/** Replaces single values of the desk's settings. */
	saveDesk(values: Partial<DeskValues>): Promise<Result<null>>;
	/** Adds an item to a list of the settings, or replaces the one with its key (label or id). */
	saveItem<Name extends ListName>(list: Name, item: SettingsLists[Name]): Promise<Result<null>>;
	/** A queue or project that is in use goes with `moveTo` alone (null: its tickets have none then). */
	removeItem(list: ListName, key: string, options?: RemoveOptions): Promise<Result<Removal>>;
	/** Puts rules or templates in this order; those not named follow. */
	orderItems(list: OrderedList, keys: readonly string[]): Promise<Result<null>>;
	/** Lets automatic mail go to a silenced address again. */
	unsilence(address: string): Promise<Result<null>>;
	status(): Promise<Result<DeskStatus>>;
	/** Proves documents, raw mails and cache against each other; `repair` rebuilds what it can. */
	check(repair: boolean): Promise<Result<CheckReport>>;
	/** Writes a consistent copy of the data folder into a new folder. */
	snapshot(folder: string): Promise<Result<null>>;
	/** Ends the service behind this desk after its running work. */
	stop(): Promise<Result<null>>;
}
