import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isSenderFixed} from '../../../source/domain/reply/sender.ts';
import {anAccount, aTicket} from '../sample.ts';

test('an account that insists on answering itself fixes the sender of answers alone', () => {
	const insisting = [anAccount({alwaysUseAsSender: true})];
	assert.ok(isSenderFixed(aTicket(), insisting));
	assert.ok(!isSenderFixed(aTicket({messages: []}), insisting));
	assert.ok(!isSenderFixed(aTicket({account: null}), insisting));
	assert.ok(!isSenderFixed(aTicket(), [anAccount({alwaysUseAsSender: false})]));
});
