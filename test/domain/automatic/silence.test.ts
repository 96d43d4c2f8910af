import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	type Silence,
	silenceOf,
	withoutSilence,
	withSilence,
} from '../../../source/domain/automatic/silence.ts';

const now = '2026-11-23T10:00:00.000Z';
const hour: Silence = {address: 'kim@a.de', until: '2026-11-23T11:00:00.000Z', reason: 'loop'};
const months: Silence = {address: 'KIM@a.de', until: '2027-01-22T10:00:00.000Z', reason: 'bounce'};
const over: Silence = {address: 'jo@a.de', until: '2026-11-23T09:00:00.000Z', reason: 'loop'};

test('of two silences for an address the longer one stays', () => {
	assert.deepEqual(withSilence([months], hour, now), [months]);
	assert.deepEqual(withSilence([hour], months, now), [months]);
});

test('ended silences go when one is added', () => {
	assert.deepEqual(withSilence([over], hour, now), [hour]);
	assert.equal(silenceOf([over], 'jo@a.de', now), null);
});

test('a silence is found and taken away whatever the case of its address', () => {
	assert.equal(silenceOf([months], 'kim@A.DE', now), months);
	assert.deepEqual(withoutSilence([months, over], 'Kim@a.de'), [over]);
});
