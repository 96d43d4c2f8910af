import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sayDeliveryError, sayDeliveryHelp} from '../../source/language/delivery.ts';
import {createSay} from '../../source/language/say.ts';

const english = createSay('en');

test('the reason of a failed mail is in our words where it is ours, else in those of the server', () => {
	for (const [error, words] of [
		[null, ''],
		[{code: '550', text: '550 5.1.1 no such user'}, '550 5.1.1 no such user'],
		[{code: 'ECONNREFUSED', text: 'connect ECONNREFUSED'}, 'connect ECONNREFUSED'],
		[{code: 'recipient-refused', text: 'a@x.test: 550 no'}, 'a@x.test: 550 no'],
		[{code: 'account-unknown', text: 'account-unknown'}, 'There is no account.'],
		[{code: 'password-missing', text: 'x'}, 'The password of the account is missing (x).'],
	] as const)
		assert.equal(sayDeliveryError(english, error), words);
	assert.match(sayDeliveryError(english, {code: 'interrupted', text: ''}), /while the mail was/u);
});

test('each state in which a mail is stuck names the command that helps', () => {
	for (const say of [english, createSay('de')])
		for (const state of ['queued', 'failed', 'uncertain'])
			assert.match(
				sayDeliveryHelp(say, state, '202611230001'),
				/`raute outbox retry 202611230001`/u,
			);
	assert.equal(sayDeliveryHelp(english, 'sent', null), '');
});
