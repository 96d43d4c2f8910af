import assert from 'node:assert/strict';
import {test} from 'node:test';
import {uidSet} from '../../../source/mail/imap/uid-set.ts';
import {serverWords} from '../../../source/mail/server-words.ts';

test('runs of UIDs are joined, in order and once', () => {
	assert.equal(uidSet([9, 3, 4, 5, 4]), '3:5,9');
	assert.equal(uidSet([7]), '7');
	assert.equal(uidSet([]), '');
});

test('the words of a server are one harmless line without the password', () => {
	assert.equal(serverWords('535 \u001b]0;x\u0007no\r\npst \u202etes', ['pst']), '535 no *** tes');
	assert.equal(serverWords('x'.repeat(500)).length, 201);
});
