import assert from 'node:assert/strict';
import {test} from 'node:test';
import {wrongSoFar, wrongTerms} from '../../../source/domain/filter/wrong-term.ts';

test('each term that is not understood is named, with what could stand there', () => {
	assert.deepEqual(wrongTerms('is:typo anna queu:x status:foo since:gestern -is:prio'), [
		{source: 'is:typo', kind: 'state'},
		{source: 'queu:x', kind: 'field'},
		{source: 'status:foo', kind: 'status'},
		{source: 'since:gestern', kind: 'day'},
	]);
	assert.deepEqual(wrongTerms('is:prio Re: 12:30 "queu:x" from:anna'), []);
});

test('a word that is still being typed is not wrong yet, one that nothing begins with is', () => {
	for (const half of [
		'is:unr',
		'ist:wieder',
		'-is:pr',
		'since:20',
		'since:2026-1',
		'vor:2026-11-2',
	])
		assert.deepEqual(wrongSoFar(half), [], half);
	for (const wrong of ['is:x', 'queu:x', 'since:ge', 'is:unr '])
		assert.equal(wrongSoFar(wrong).length, 1, wrong);
});
