import {fail, ok} from '../../domain/result.ts';
import type {AccountSetup} from '../mail.ts';
import {createSignIns} from '../oauth/sign-ins.ts';
import {createTokenKeeper, type TokenKeeper} from '../oauth/token-keeper.ts';
import {writeSecret} from './secrets.ts';
import {changeSecrets} from './secrets-file.ts';

/**
 * Sets up accounts of a data folder against the real servers. What speaks with them is loaded when
 * somebody asks for it, as in `createMailServer`.
 */
export const createAccountSetup = (options: {
	readonly dataFolder: string;
	/** The keeper that the mail server of this folder uses as well. */
	readonly tokens?: TokenKeeper;
}): AccountSetup => {
	const {dataFolder, tokens = createTokenKeeper({dataFolder})} = options;
	const signIns = createSignIns(dataFolder, tokens);
	return {
		discover: async address => {
			const {discover} = await import('./discover.ts');
			return discover(address);
		},
		test: async (account, {secret, count}) => {
			const {testAccount} = await import('./test-account.ts');
			return testAccount(account, {secret, count, source: {dataFolder, tokens}});
		},
		saveSecret: secret => writeSecret(dataFolder, secret),
		forget: account => {
			signIns.forget(account);
			tokens.forget(account);
			return changeSecrets(dataFolder, account, () => null);
		},
		signIn: async ({id, password}, way) =>
			password.kind === 'oauth2'
				? signIns.begin({id, password}, way)
				: fail('action-unavailable', {account: id, action: 'sign-in'}),
		signInState: account => {
			const state = signIns.state(account);
			return state === null ? fail('sign-in-expired', {account}) : ok(state);
		},
		close: async () => signIns.close(),
	};
};
