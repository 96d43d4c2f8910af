import type {Job} from '../../domain/desk-document.ts';

const minute = 60_000;

/** ISO weekday of a local date: Monday is 1, Sunday is 7. */
const weekdayOf = (date: Date): number => date.getDay() || 7;

const onDay = (job: Job, date: Date): boolean =>
	job.weekday === 0 || job.weekday === weekdayOf(date);

/** The moment at a time of day, so many days after the day of `from`; local time, summer time kept. */
const atTime = (from: number, days: number, [hour = 0, minutes = 0]: readonly number[]): Date => {
	const date = new Date(from);
	return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour, minutes);
};

/** The first moment after `after` at which a daily job starts. */
const nextDaily = (job: Job, after: number): number => {
	const time = job.startTime.split(':').map(Number);
	for (let days = 0; days <= 8; days += 1) {
		const date = atTime(after, days, time);
		if (date.getTime() > after && onDay(job, date)) return date.getTime();
	}
	return Number.POSITIVE_INFINITY;
};

/** The first moment not before `from` on a day of the job. */
const nextDay = (job: Job, from: number): number => {
	if (onDay(job, new Date(from))) return from;
	for (let days = 1; days <= 7; days += 1) {
		const date = atTime(from, days, []);
		if (onDay(job, date)) return date.getTime();
	}
	return Number.POSITIVE_INFINITY;
};

const nextOf = (job: Job, {now, lastRun}: Moments): number => {
	if (job.kind === 'daily') return nextDaily(job, lastRun ?? now);
	const period = Math.max(1, job.periodMinutes) * minute;
	return nextDay(job, lastRun === null ? now : Math.max(now, lastRun + period));
};

/** The active jobs that a pass at this moment serves: those that are due, and those that want mail as it comes. */
export const servedJobs = (jobs: readonly Job[], moments: Moments): readonly string[] =>
	jobs
		.filter(job => job.active)
		.filter(
			job =>
				nextOf(job, moments) <= moments.now ||
				(job.kind === 'periodic' && onDay(job, new Date(moments.now))),
		)
		.map(job => job.id);

/** When a success at `last` should be followed by the next one; infinite when no job wants one. */
export const nextExpected = (jobs: readonly Job[], last: number): number =>
	nextPass(jobs, {now: last, lastRun: last}).due;

type Moments = {readonly now: number; readonly lastRun: number | null};

/**
 * When the jobs want the next pass (milliseconds since 1970, infinite for never; a missed one is due
 * at once), and whether a periodic job is in force, so that new mail is taken as it arrives.
 */
export const nextPass = (
	jobs: readonly Job[],
	moments: Moments,
): {readonly due: number; readonly live: boolean} => {
	const active = jobs.filter(job => job.active);
	const today = new Date(moments.now);
	return {
		due: Math.min(Number.POSITIVE_INFINITY, ...active.map(job => nextOf(job, moments))),
		live: active.some(job => job.kind === 'periodic' && onDay(job, today)),
	};
};
