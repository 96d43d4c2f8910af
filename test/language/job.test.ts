import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {PassReport} from '../../source/domain/account/account.ts';
import {newDeskDocument} from '../../source/domain/desk-document.ts';
import {sayJobDuration, sayJobResult, sayJobTime} from '../../source/language/job.ts';
import {createSay} from '../../source/language/say.ts';

const german = createSay('de');
const english = createSay('en');
const [usual] = newDeskDocument.jobs;
assert.ok(usual);

const pass = (part: Partial<PassReport> = {}): PassReport => ({
	account: 'support',
	startedAt: '2026-11-23T10:00:00.000Z',
	finishedAt: '2026-11-23T10:00:01.500Z',
	ok: true,
	problem: null,
	imported: 2,
	followUps: 1,
	duplicates: 0,
	skipped: 0,
	quarantined: 0,
	...part,
});

const report = (passes: readonly PassReport[], part = {}) => ({
	job: usual,
	lastRun: null,
	nextRun: null,
	durationMs: 1500,
	passes,
	running: false,
	late: false,
	...part,
});

test('when a job runs, in both languages', () => {
	assert.equal(sayJobTime(german, usual), 'alle 5 min');
	assert.equal(sayJobTime(english, {...usual, weekday: 7}), 'Sunday every 5 min');
	const daily = {...usual, kind: 'daily', weekday: 1, startTime: '03:00'} as const;
	assert.equal(sayJobTime(german, daily), 'Montag 03:00');
});

test('what a run brought is added up; accounts that failed stand for themselves with the reason', () => {
	const two = [pass(), pass({account: 'shop'})];
	assert.match(sayJobResult(english, report(two)), /^4 new, 2 follow-ups/u);
	const failed = pass({account: 'shop', ok: false, problem: {name: 'sign-in-refused', text: 'NO'}});
	const text = sayJobResult(german, report([pass(), failed], {late: true}));
	assert.match(text, /^! überfällig, shop: ! /u);
	assert.equal(sayJobResult(german, report([])), '');
	assert.equal(sayJobDuration(english, report([])), '1.5 s');
});
