import type {DatabaseSync} from 'node:sqlite';

type Job = () => void;

const commitAfterMs = 25;
const commitAfterJobs = 1000;

/**
 * Gathers changes of the cache into transactions. The documents are the truth and are committed
 * before: a change that cannot be written (disk full) is kept and tried again before the next one
 * and before the next question, so that a failing cache never makes a write fail.
 */
export const transactions = (database: DatabaseSync, onError: (error: unknown) => void) => {
	let jobs: Job[] = [];
	let failed = false;
	let timer: NodeJS.Timeout | undefined;

	const giveUp = (error: unknown): void => {
		if (!failed) onError(error);
		failed = true;
		if (database.isTransaction) database.exec('ROLLBACK');
	};
	const commit = (): void => {
		clearTimeout(timer);
		timer = undefined;
		try {
			if (failed) rerun();
			if (database.isTransaction) database.exec('COMMIT');
			jobs = [];
		} catch (error) {
			giveUp(error);
		}
	};
	const rerun = (): void => {
		if (!database.isTransaction) database.exec('BEGIN');
		for (const job of jobs) job();
		failed = false;
	};
	const run = (job: Job): void => {
		jobs.push(job);
		try {
			if (failed) rerun();
			else {
				if (!database.isTransaction) database.exec('BEGIN');
				job();
			}
		} catch (error) {
			giveUp(error);
			return;
		}
		if (jobs.length >= commitAfterJobs) commit();
		else timer ??= setTimeout(commit, commitAfterMs).unref();
	};
	return {
		run,
		commit,
		/** Before a question: throws when earlier changes still cannot be seen. */
		catchUp: (): void => {
			if (failed) rerun();
		},
	};
};
