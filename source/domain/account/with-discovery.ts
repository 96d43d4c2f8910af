import type {Account, PasswordSource, ServerAddress} from './account.ts';
import type {Discovery, FoundServer} from './account-setup.ts';

const serverOf = (
	found: FoundServer | null,
	{before, user}: {readonly before: ServerAddress | null; readonly user: string},
): ServerAddress | null =>
	found === null
		? before
		: {
				host: found.host,
				port: found.port,
				tls: found.tls,
				user: before?.user || user,
				allowSelfSigned: before?.allowSelfSigned ?? false,
			};

const passwordOf = (before: PasswordSource, {oauth}: Discovery): PasswordSource => {
	if (oauth === null || before.kind !== 'oauth2' || before.provider !== 'other') return before;
	return before.tokenUrl === '' ? {...before, provider: oauth} : before;
};

/**
 * The account with the servers that were found. What did not answer stays as it was, and so does the
 * password source: OAuth2 needs a client id that nobody can guess.
 */
export const withDiscovery = (account: Account, found: Discovery): Account => {
	const imap = serverOf(found.imap, {before: account.imap, user: account.address});
	const user = imap?.user ?? account.address;
	return {
		...account,
		imap,
		smtp: serverOf(found.smtp, {before: account.smtp, user}),
		password: passwordOf(account.password, found),
	};
};
