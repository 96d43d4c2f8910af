import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nextExpected, nextPass, servedJobs} from '../../../source/desk/import/job-schedule.ts';
import {type Job, newDeskDocument} from '../../../source/domain/desk-document.ts';

/** Monday. */
const now = new Date(2026, 10, 23, 10, 0).getTime();
const minutes = 60_000;
const [usual] = newDeskDocument.jobs as readonly [Job];
const daily = (part: Partial<Job>): Job => ({...usual, kind: 'daily', startTime: '06:30', ...part});
const dueOf = (jobs: readonly Job[], lastRun: number | null) => nextPass(jobs, {now, lastRun});

test('a periodic job is due at once, then after its period', () => {
	assert.deepEqual(dueOf([usual], null), {due: now, live: true});
	assert.equal(dueOf([usual], now - minutes).due, now + 4 * minutes);
	assert.equal(dueOf([usual], now - 60 * minutes).due, now);
});

test('a job of another weekday waits for its day', () => {
	const {due, live} = dueOf([{...usual, weekday: 3}], null);
	assert.deepEqual([due, live], [new Date(2026, 10, 25).getTime(), false]);
});

test('a daily job runs at its time; one that was missed is due', () => {
	const today = new Date(2026, 10, 23, 6, 30).getTime();
	assert.equal(dueOf([daily({})], null).due, new Date(2026, 10, 24, 6, 30).getTime());
	assert.equal(dueOf([daily({})], today - minutes).due, today);
	assert.equal(dueOf([daily({weekday: 7})], now).due, new Date(2026, 10, 29, 6, 30).getTime());
	assert.equal(dueOf([daily({})], null).live, false);
});

test('the earliest of several counts, none or an inactive one is never', () => {
	assert.equal(dueOf([daily({}), usual], now).due, now + 5 * minutes);
	assert.equal(dueOf([], null).due, Number.POSITIVE_INFINITY);
	assert.deepEqual(dueOf([{...usual, active: false}], null), {
		due: Number.POSITIVE_INFINITY,
		live: false,
	});
});

test('a pass serves the jobs that are due and those that want mail as it comes', () => {
	const night = daily({id: 'night'});
	const off = {...usual, id: 'off', active: false};
	const served = (lastRun: number) => servedJobs([usual, night, off], {now, lastRun});
	assert.deepEqual(served(now - minutes), ['import']);
	assert.deepEqual(served(now - 24 * 60 * minutes), ['import', 'night']);
});

test('the next success is expected a period after the last one, on a day of the job', () => {
	assert.equal(nextExpected([usual], now), now + 5 * minutes);
	assert.equal(nextExpected([], now), Number.POSITIVE_INFINITY);
	assert.equal(nextExpected([{...usual, weekday: 3}], now), new Date(2026, 10, 25).getTime());
	assert.equal(nextExpected([daily({})], now), new Date(2026, 10, 24, 6, 30).getTime());
});
