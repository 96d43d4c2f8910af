import type {Account} from '../domain/account/account.ts';
import type {Result} from '../domain/result.ts';
import type {Timeouts} from './imap/connect.ts';
import type {MailServer} from './mail.ts';
import {createTokenKeeper, type TokenKeeper} from './oauth/token-keeper.ts';
import {type Credential, withCredential} from './setup/credential.ts';

/**
 * The real mail servers. Passwords and tokens are looked up for each connection. What speaks IMAP and
 * SMTP is loaded with the first one: a third of what a service would load to start.
 */
export const createMailServer = (options: {
	readonly dataFolder: string;
	/** Shared with whoever else signs in for this data folder: it renews one token at a time. */
	readonly tokens?: TokenKeeper;
	readonly timeouts?: Timeouts;
}): MailServer => {
	const {dataFolder, timeouts, tokens = createTokenKeeper({dataFolder})} = options;
	const bounds = timeouts === undefined ? {} : {timeouts};
	const signedIn = <T>(account: Account, work: (credential: Credential) => Promise<Result<T>>) =>
		withCredential(account, {dataFolder, tokens}, work);
	return {
		open: async account => {
			const {connect} = await import('./imap/connect.ts');
			return signedIn(account, credential => connect(account, {credential, ...bounds}));
		},
		submit: async (account, mail) => {
			const {submit} = await import('./submit/submit.ts');
			return signedIn(account, credential => submit(account, mail, {credential, ...bounds}));
		},
	};
};
