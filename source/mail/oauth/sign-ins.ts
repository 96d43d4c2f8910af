import type {TokenEndpointResponse} from 'oauth4webapi';
import type {SignIn, SignInState, SignInWay} from '../../domain/account/account-setup.ts';
import type {Problem} from '../../domain/problem.ts';
import {ok, type Result} from '../../domain/result.ts';
import {readSecrets} from '../setup/secrets-file.ts';
import {type OAuthAccount, oauthClient} from './oauth-client.ts';
import type {TokenKeeper} from './token-keeper.ts';
import {tokensOf} from './tokens.ts';

/** A sign-in that was begun: what the person has to do, and the tokens once it is done. */
export type WaitingSignIn = {
	readonly signIn: SignIn;
	readonly tokens: Promise<Result<TokenEndpointResponse>>;
};

export type SignIns = {
	/** Begins a sign-in; one of the same account that waits is ended. */
	readonly begin: (
		account: OAuthAccount,
		way: SignInWay,
	) => Promise<Result<SignIn & {readonly finished: Promise<SignInState>}>>;
	readonly state: (account: string) => SignInState | null;
	/** Ends the one that waits, and forgets how the last one went. */
	readonly forget: (account: string) => void;
	readonly close: () => void;
};

const failed = (problem: Problem): SignInState => ({
	state: 'failed',
	// To who signs in, a grant that is refused is a refusal, not an end.
	problem: problem.name === 'sign-in-expired' ? {...problem, name: 'sign-in-refused'} : problem,
});

/** A provider that gives no refresh token would leave the account without mail within the hour. */
const keepTokens = async (
	account: string,
	answer: TokenEndpointResponse,
	keeper: TokenKeeper,
): Promise<SignInState> => {
	if (answer.refresh_token === undefined && answer.expires_in !== undefined)
		return failed({name: 'sign-in-refused', details: {account, text: 'no refresh token'}});
	const kept = await keeper.keep(account, tokensOf(answer, {before: {}, now: Date.now()}));
	return kept.ok ? {state: 'done', problem: null} : failed(kept.problem);
};

/** Loaded when somebody signs in: Node's HTTP server alone takes a tenth of a service's start. */
const flow = async (way: SignInWay) =>
	way === 'device'
		? (await import('./device-flow.ts')).startDeviceFlow
		: (await import('./loopback-flow.ts')).startLoopbackFlow;

/** The sign-ins of a data folder that people have begun. */
export const createSignIns = (dataFolder: string, keeper: TokenKeeper): SignIns => {
	const states = new Map<string, {readonly control: AbortController; state: SignInState}>();
	const end = (account: string) => states.get(account)?.control.abort();
	return {
		begin: async (account, way) => {
			end(account.id);
			const secrets = await readSecrets(dataFolder, account.id);
			if (!secrets.ok) return secrets;
			const client = oauthClient(account, secrets.value.clientSecret);
			if (!client.ok) return client;
			const control = new AbortController();
			const start = await flow(way);
			const begun = await start(client.value, control.signal);
			if (!begun.ok) return begun;
			const entry: {readonly control: AbortController; state: SignInState} = {
				control,
				state: {state: 'waiting', problem: null},
			};
			states.set(account.id, entry);
			const finished = begun.value.tokens.then(async tokens => {
				entry.state = tokens.ok
					? await keepTokens(account.id, tokens.value, keeper)
					: failed(tokens.problem);
				return entry.state;
			});
			return ok({...begun.value.signIn, finished});
		},
		state: account => states.get(account)?.state ?? null,
		forget: account => {
			end(account);
			states.delete(account);
		},
		close: () => {
			for (const account of states.keys()) end(account);
		},
	};
};
