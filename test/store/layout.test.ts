import assert from 'node:assert/strict';
import {test} from 'node:test';
import {filePath} from '../../source/store/layout.ts';

test('a raw mail lies in the folder of its first letters, whatever a document calls it', () => {
	const sha256 = 'ab'.repeat(32);
	assert.equal(filePath(sha256), `mail/ab/${sha256}.eml`);
	assert.equal(filePath('../../../etc/passwd'), 'mail/__/_________etc_passwd.eml');
	assert.doesNotMatch(filePath('..\u0000/a'), /\.\.|\u0000/u);
});
