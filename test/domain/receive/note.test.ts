import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readNote, writeNote} from '../../../source/domain/receive/note.ts';

test('a note without values is its key', () => {
	assert.equal(writeNote('note.encrypted', {what: ''}), 'note.encrypted');
	assert.deepEqual(readNote('note.encrypted'), {key: 'note.encrypted', values: {}});
});

test('values come back whatever stands in them', () => {
	const values = {what: 'a & b = c? 100 % ü 🙂', when: '2026-03-05 14:00'};
	assert.deepEqual(readNote(writeNote('note.invitation', values)), {
		key: 'note.invitation',
		values,
	});
	assert.equal(readNote(writeNote('note.x', {y: '\uD800'})).values['y'], '\uFFFD');
});

test('a note that somebody damaged is still read', () => {
	assert.deepEqual(readNote('note.x?a=%E0%&b'), {key: 'note.x', values: {a: '%E0%', b: ''}});
});
