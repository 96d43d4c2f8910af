import type {PassReport} from '../domain/account.ts';
import type {JobReport} from '../domain/job-report.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import {accountsFor} from './accounts.ts';
import type {Caller} from './caller.ts';
import type {Host} from './host.ts';
import {nextPass} from './job-schedule.ts';
import {checked, idInput} from './request-input.ts';

type Place = Pick<Host, 'core' | 'loops'>;

const durationOf = ({startedAt, finishedAt}: PassReport): number =>
	Date.parse(finishedAt) - Date.parse(startedAt);

/** Every schedule with when it ran, when it runs, and what the last run brought. */
export const jobReports = ({core, loops}: Place, caller: Caller): Result<readonly JobReport[]> => {
	const {store, clock} = core.parts;
	const visible = new Set(accountsFor(core, caller).map(account => account.id));
	const passes = store
		.accounts()
		.map(document => document.state.lastPass)
		.filter(pass => pass !== null)
		.filter(pass => visible.has(pass.account));
	const lastRun =
		passes
			.map(pass => pass.startedAt)
			.sort()
			.at(-1) ?? null;
	return ok(
		store.desk().jobs.map(job => {
			const last = lastRun === null ? null : Date.parse(lastRun);
			const {due} = nextPass([job], {now: clock.now(), lastRun: last});
			return {
				job,
				lastRun,
				nextRun: Number.isFinite(due) ? new Date(due).toISOString() : null,
				durationMs: passes.length === 0 ? null : Math.max(...passes.map(durationOf)),
				passes,
				running: loops.importer.running().length > 0,
				late: false,
			};
		}),
	);
};

/** Runs a job's import now. Problems: `import-running`, `input-invalid` for a job that is not there. */
export const runJob = async (
	{core, loops}: Place,
	input: unknown,
): Promise<Result<readonly PassReport[]>> => {
	const id = checked(idInput, input);
	if (!id.ok) return id;
	const job = core.parts.store.desk().jobs.find(one => one.id === id.value);
	if (!job) return fail('input-invalid', {field: 'job', value: id.value});
	return loops.importer.now(null);
};
