import type {Account} from '../../domain/account/account.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {TokenKeeper} from '../oauth/token-keeper.ts';
import {passwordOf} from './secrets.ts';

/** What signs in at a mail server: a password, or an access token (XOAUTH2). */
export type Credential = {readonly kind: 'password' | 'token'; readonly secret: string};

/** Where credentials come from: the secrets of a data folder, and the keeper of its tokens. */
export type CredentialSource = {readonly dataFolder: string; readonly tokens: TokenKeeper};

const wrapped = (kind: Credential['kind'], secret: Result<string>): Result<Credential> =>
	secret.ok ? ok({kind, secret: secret.value}) : secret;

const credentialOf = async (
	{id, password}: Account,
	{dataFolder, tokens}: CredentialSource,
): Promise<Result<Credential>> =>
	password.kind === 'oauth2'
		? wrapped('token', await tokens.token({id, password}))
		: wrapped('password', await passwordOf({id, password}, dataFolder));

/**
 * Runs work that signs in. A token that the server refuses, because it was revoked or ended early,
 * is renewed and tried once more. Problems: the work's, and why there is no credential.
 */
export const withCredential = async <T>(
	account: Account,
	source: CredentialSource,
	work: (credential: Credential) => Promise<Result<T>>,
): Promise<Result<T>> => {
	const credential = await credentialOf(account, source);
	if (!credential.ok) return credential;
	const done = await work(credential.value);
	const {id, password} = account;
	if (done.ok || done.problem.name !== 'sign-in-refused' || password.kind !== 'oauth2') return done;
	const {secret} = credential.value;
	const renewed = wrapped('token', await source.tokens.renewed({id, password}, secret));
	return renewed.ok ? work(renewed.value) : renewed;
};
