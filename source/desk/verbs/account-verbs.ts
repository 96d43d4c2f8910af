import * as v from 'valibot';
import {type SignIn, secretKinds} from '../../domain/account/account-setup.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {accountId, accountInput} from '../../domain/settings/settings-input.ts';
import type {AccountSetup} from '../../mail/mail.ts';
import type {AccountCalls} from '../calls/account-calls.ts';
import type {Ask, Host} from '../host.ts';
import {countFolder} from '../import/count-folder.ts';
import {checked} from '../request-input.ts';

const addressInput = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(320));

const secretInput = v.object({
	account: accountId,
	secret: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(10_000))),
	kind: v.picklist(secretKinds),
});

/** The verbs that set up an account; all need the right `accounts`. */
export const accountVerbs = ({core, loops}: Host, ask: Ask): AccountCalls => {
	/** Checks what was handed in, then asks the mail servers' side, where there is one. */
	const withSetup = <T, U>(
		input: Result<T>,
		run: (setup: AccountSetup, value: T) => Promise<Result<U>> | Result<U>,
	) =>
		ask('accounts', async (): Promise<Result<U>> => {
			const {setup} = core.parts;
			if (!input.ok) return input;
			return setup === undefined ? fail('action-unavailable') : run(setup, input.value);
		});
	return {
		discover: address =>
			withSetup(checked(addressInput, address), (setup, value) => setup.discover(value)),
		testAccount: (account, secret) =>
			withSetup(checked(accountInput, account), (setup, value) =>
				setup.test(value, {
					secret: typeof secret === 'string' && secret !== '' ? secret : null,
					count: mailbox => countFolder(mailbox, {account: value, parts: core.parts}),
				}),
			),
		saveSecret: (account, secret, kind = 'password') =>
			withSetup(checked(secretInput, {account, secret, kind}), (setup, value) =>
				setup.saveSecret(value),
			),
		signIn: (account, way) =>
			withSetup(checked(accountInput, account), async (setup, value): Promise<Result<SignIn>> => {
				const begun = await setup.signIn(value, way === 'loopback' ? 'loopback' : 'device');
				if (!begun.ok) return begun;
				const {finished, ...signIn} = begun.value;
				// What waited for the new tokens goes on at once, not at the next try.
				void finished.then(({state}) => {
					if (state !== 'done') return;
					loops.outbox.kick();
					loops.importer.wake(value.id);
				});
				return ok(signIn);
			}),
		signInState: account =>
			withSetup(checked(accountId, account), (setup, value) => setup.signInState(value)),
	};
};
