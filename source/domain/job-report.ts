import type {PassReport} from './account/account.ts';
import type {Job} from './desk-document.ts';

/** A schedule of the import: when it ran and runs, and what the last run brought per account. */
export type JobReport = {
	readonly job: Job;
	/** ISO times; null for never. */
	readonly lastRun: string | null;
	readonly nextRun: string | null;
	readonly durationMs: number | null;
	/** Of the accounts that the caller may see. */
	readonly passes: readonly PassReport[];
	readonly running: boolean;
	/** An account has had no successful import for longer than the schedule allows. */
	readonly late: boolean;
};

/** An account whose import is overdue. */
export type LateImport = {
	/** Its id; empty for who may not see the account. */
	readonly account: string;
	/** When it last went well; null for never. */
	readonly since: string | null;
};
