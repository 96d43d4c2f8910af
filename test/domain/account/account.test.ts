import assert from 'node:assert/strict';
import {test} from 'node:test';
import {senderName} from '../../../source/domain/account/account.ts';

test('an account that is named like its address writes without a name', () => {
	const address = 'support@firma.example';
	assert.equal(senderName({name: address, address}), '');
	assert.equal(senderName({name: 'Support', address}), 'Support');
});
