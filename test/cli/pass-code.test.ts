import assert from 'node:assert/strict';
import {test} from 'node:test';
import {passCode} from '../../source/cli/output/passes.ts';
import type {PassReport} from '../../source/domain/account/account.ts';

const report = (problem: string | null): PassReport => ({
	account: 'support',
	startedAt: '2026-11-23T09:00:00.000Z',
	finishedAt: '2026-11-23T09:00:01.000Z',
	ok: problem === null,
	imported: 0,
	followUps: 0,
	duplicates: 0,
	skipped: 0,
	quarantined: 0,
	problem: problem === null ? null : {name: problem, text: ''},
});

test('a full disk asks to be tried again, a server out of reach has its own code', () => {
	assert.equal(passCode([report(null)]), 0);
	assert.equal(passCode([report(null), report('disk-full')]), 75);
	assert.equal(passCode([report('disk-full'), report('server-unreachable')]), 69);
	assert.equal(passCode([report('mail-unreadable')]), 1);
});
