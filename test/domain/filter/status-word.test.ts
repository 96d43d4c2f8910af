import assert from 'node:assert/strict';
import {test} from 'node:test';
import {statusesOf, statusOf} from '../../../source/domain/filter/status-word.ts';

test('a word means the statuses that it names or begins, in both languages', () => {
	assert.deepEqual([...statusesOf('abgeschl')], ['completed']);
	assert.deepEqual([...statusesOf('Warten')], ['waiting_internal', 'waiting_customer']);
	assert.deepEqual([...statusesOf('kunde')], ['waiting_customer']);
	assert.deepEqual([...statusesOf('mars')], []);
});

test('one status is meant only where no other could be', () => {
	assert.equal(statusOf('done'), 'completed');
	assert.equal(statusOf('warten'), null);
	assert.equal(statusOf('mars'), null);
});
