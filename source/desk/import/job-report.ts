import {importable, type PassReport} from '../../domain/account/account.ts';
import type {Job} from '../../domain/desk-document.ts';
import type {JobReport} from '../../domain/job-report.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Caller} from '../caller.ts';
import type {Host} from '../host.ts';
import {checked, idInput} from '../request-input.ts';
import {accountsFor} from '../settings/accounts.ts';
import {nextPass} from './job-schedule.ts';

const startsOf = (passes: readonly PassReport[]): readonly number[] =>
	passes.map(({startedAt}) => Date.parse(startedAt));

const endsOf = (passes: readonly PassReport[]): readonly number[] =>
	passes.map(({finishedAt}) => Date.parse(finishedAt));

const iso = (time: number): string | null =>
	Number.isFinite(time) ? new Date(time).toISOString() : null;

/** The longest pass: accounts are imported side by side. */
const durationOf = (passes: readonly PassReport[]): number | null => {
	const ends = endsOf(passes);
	const spans = startsOf(passes).map((start, index) => (ends[index] ?? start) - start);
	return spans.length === 0 ? null : Math.max(...spans);
};

/**
 * When a job wants its next pass: the first moment that one of the accounts is due, counted from its
 * last pass, whoever asked for that one.
 */
const nextRun = ({core}: Pick<Host, 'core'>, job: Job): string | null => {
	const {store, clock} = core.parts;
	const now = clock.now();
	const times = store
		.accounts()
		.filter(({account}) => importable(account))
		.map(({state}) => (state.lastPass === null ? null : Date.parse(state.lastPass.startedAt)))
		.map(lastRun => nextPass([job], {now, lastRun}).due);
	return iso(Math.min(Number.POSITIVE_INFINITY, ...times));
};

/** Every schedule with when it ran, when it runs, and what its last run brought. */
export const jobReports = (
	{core, loops, late}: Pick<Host, 'core' | 'loops' | 'late'>,
	caller: Caller,
): Result<readonly JobReport[]> => {
	const {store} = core.parts;
	const visible = new Set(accountsFor(core, caller).map(({id}) => id));
	const states = store.accounts().filter(({account}) => visible.has(account.id));
	const isLate = late.look().length > 0;
	return ok(
		store.desk().jobs.map(job => {
			const passes = states
				.map(({state}) => state.runs?.[job.id])
				.filter(pass => pass !== undefined);
			return {
				job,
				lastRun: iso(Math.max(...startsOf(passes))),
				nextRun: nextRun({core}, job),
				durationMs: durationOf(passes),
				passes,
				running: loops.importer.running().length > 0,
				late: job.active && isLate,
			};
		}),
	);
};

/** Runs a job's import now. Problems: `import-running`, `input-invalid` for a job that is not there. */
export const runJob = async (
	{core, loops}: Pick<Host, 'core' | 'loops'>,
	input: unknown,
): Promise<Result<readonly PassReport[]>> => {
	const id = checked(idInput, input);
	if (!id.ok) return id;
	const job = core.parts.store.desk().jobs.find(one => one.id === id.value);
	if (!job) return fail('input-invalid', {field: 'job', value: id.value});
	return loops.importer.now(null, job.id);
};
