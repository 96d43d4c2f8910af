import {processRefreshTokenResponse, refreshTokenGrantRequest} from 'oauth4webapi';
import {fail, ok, type Result} from '../../domain/result.ts';
import {type AccountSecrets, changeSecrets, readSecrets} from '../setup/secrets-file.ts';
import {type OAuthAccount, oauthClient} from './oauth-client.ts';
import {oauthProblem} from './oauth-problem.ts';
import {lasts, type Tokens, tokensOf, withTokens} from './tokens.ts';

/** Milliseconds that a token must still be good for when a connection begins. */
const leastLife = 5 * 60_000;

export type TokenKeeper = {
	/**
	 * An access token to sign in with, refreshed (RFC 6749 §6) when it ends soon. Problems:
	 * `sign-in-expired` (a person has to sign in again), `server-unreachable`, `server-refused`,
	 * `sign-in-refused`, `password-missing` (secrets file), `input-invalid`.
	 */
	readonly token: (account: OAuthAccount) => Promise<Result<string>>;
	/** Another token than the one that a mail server refused. Problems: as `token`. */
	readonly renewed: (account: OAuthAccount, refused: string) => Promise<Result<string>>;
	/** Keeps the tokens of a new sign-in. Problem: `data-unwritable`. */
	readonly keep: (account: string, tokens: Tokens) => Promise<Result<null>>;
	/** Forgets what is known of an account beside the file. */
	readonly forget: (account: string) => void;
};

type Options = {readonly dataFolder: string; readonly now?: () => number};

/** The secrets on disk, with tokens that the disk would not take yet laid over them. */
const createShelf = (dataFolder: string) => {
	const unsaved = new Map<string, Tokens>();
	const save = async (account: string, tokens: Tokens): Promise<Result<null>> => {
		const saved = await changeSecrets(dataFolder, account, before => withTokens(before, tokens));
		// The server may have ended the old refresh token: the new one must not get lost with a full disk.
		if (saved.ok) unsaved.delete(account);
		else unsaved.set(account, tokens);
		return saved;
	};
	return {
		save,
		forget: (account: string): void => {
			unsaved.delete(account);
		},
		read: async (account: string): Promise<Result<AccountSecrets>> => {
			const waiting = unsaved.get(account);
			if (waiting !== undefined) await save(account, waiting);
			const kept = await readSecrets(dataFolder, account);
			const late = unsaved.get(account);
			return kept.ok && late !== undefined ? ok(withTokens(kept.value, late)) : kept;
		},
	};
};

type Refreshing = {readonly secrets: AccountSecrets; readonly now: number};

/** One refresh at the authorization server: the new tokens, which nobody has kept yet. */
const refresh = async (
	account: OAuthAccount,
	{secrets, now}: Refreshing,
): Promise<Result<Tokens>> => {
	const {refreshToken, clientSecret, accessToken = ''} = secrets;
	const client = oauthClient(account, clientSecret);
	if (!client.ok) return client;
	if (refreshToken === undefined) return fail('sign-in-expired', {account: account.id});
	const {server, client: id, auth, options} = client.value;
	try {
		const response = await refreshTokenGrantRequest(server, id, auth, refreshToken, options());
		const answer = await processRefreshTokenResponse(server, id, response);
		return ok(tokensOf(answer, {before: secrets, now}));
	} catch (error) {
		return oauthProblem(error, {client: client.value, secrets: [refreshToken, accessToken]});
	}
};

/** Refresh tokens that were refused for good: asking again would only annoy the server. */
const createGraves = () => {
	const graves = new Map<string, {readonly key: string; readonly problem: Result<never>}>();
	const keyOf = ({password}: OAuthAccount, {refreshToken, clientSecret}: AccountSecrets) =>
		JSON.stringify([password, refreshToken, clientSecret]);
	return {
		find: (account: OAuthAccount, secrets: AccountSecrets): Result<never> | null => {
			const grave = graves.get(account.id);
			return grave?.key === keyOf(account, secrets) ? grave.problem : null;
		},
		bury: (account: OAuthAccount, secrets: AccountSecrets, problem: Result<never>) =>
			graves.set(account.id, {key: keyOf(account, secrets), problem}),
	};
};

/** Keeps the tokens of all accounts. Make one per data folder: refreshes of an account are shared. */
export const createTokenKeeper = ({dataFolder, now = Date.now}: Options): TokenKeeper => {
	const shelf = createShelf(dataFolder);
	const running = new Map<string, Promise<Result<string>>>();
	const graves = createGraves();

	const renew = async (account: OAuthAccount): Promise<Result<string>> => {
		const secrets = await shelf.read(account.id);
		if (!secrets.ok) return secrets;
		const dead = graves.find(account, secrets.value);
		if (dead !== null) return dead;
		const tokens = await refresh(account, {secrets: secrets.value, now: now()});
		if (tokens.ok) {
			await shelf.save(account.id, tokens.value);
			return ok(tokens.value.accessToken ?? '');
		}
		if (tokens.problem.name === 'sign-in-expired') graves.bury(account, secrets.value, tokens);
		return tokens;
	};
	/** One at a time for each account: whoever comes meanwhile gets the same answer. */
	const shared = (account: OAuthAccount): Promise<Result<string>> => {
		const before = running.get(account.id);
		if (before !== undefined) return before;
		const renewing = renew(account).finally(() => running.delete(account.id));
		running.set(account.id, renewing);
		return renewing;
	};
	return {
		token: async account => {
			const secrets = await shelf.read(account.id);
			if (!secrets.ok) return secrets;
			const {accessToken = ''} = secrets.value;
			if (lasts(secrets.value, now(), leastLife)) return ok(accessToken);
			const renewed = await shared(account);
			if (renewed.ok || renewed.problem.name === 'sign-in-expired') return renewed;
			// What is left of the old one is better than nothing while the server cannot answer.
			return lasts(secrets.value, now(), 0) ? ok(accessToken) : renewed;
		},
		renewed: async (account, refused) => {
			const secrets = await shelf.read(account.id);
			if (!secrets.ok) return secrets;
			const {accessToken = ''} = secrets.value;
			const another = accessToken !== refused && lasts(secrets.value, now(), leastLife);
			return another ? ok(accessToken) : shared(account);
		},
		keep: (account, tokens) => shelf.save(account, tokens),
		forget: shelf.forget,
	};
};
