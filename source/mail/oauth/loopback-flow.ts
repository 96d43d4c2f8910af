import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {
	AuthorizationResponseError,
	authorizationCodeGrantRequest,
	calculatePKCECodeChallenge,
	generateRandomCodeVerifier,
	generateRandomState,
	processAuthorizationCodeResponse,
	type TokenEndpointResponse,
	validateAuthResponse,
} from 'oauth4webapi';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {OAuthClient} from './oauth-client.ts';
import {oauthProblem} from './oauth-problem.ts';
import type {WaitingSignIn} from './sign-ins.ts';

/** Milliseconds that a browser may take. */
const longestWait = 10 * 60_000;

/** The browser may speak either language: both are there. */
const pages = {
	done: 'raute: angemeldet, dieses Fenster kann zu. / Signed in, you may close this window.',
	refused: 'raute: nicht angemeldet. / Not signed in.',
};

const page = (response: ServerResponse, status: number, text: string): void => {
	const headers = {'Content-Type': 'text/plain; charset=utf-8', Connection: 'close'};
	response.writeHead(status, headers).end(`${text}\n`);
};

const listen = (): Promise<Server> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => resolve(server));
	});

type Asked = {
	readonly state: string;
	readonly verifier: string;
	readonly redirect: string;
};

const exchange = async (
	client: OAuthClient,
	{parameters, asked}: {readonly parameters: URLSearchParams; readonly asked: Asked},
): Promise<Result<TokenEndpointResponse>> => {
	const {server, client: id, auth, options} = client;
	const {redirect, verifier} = asked;
	try {
		const response = await authorizationCodeGrantRequest(
			server,
			id,
			auth,
			parameters,
			redirect,
			verifier,
			options(),
		);
		return ok(await processAuthorizationCodeResponse(server, id, response));
	} catch (error) {
		return oauthProblem(error, {client, secrets: [verifier, parameters.get('code') ?? '']});
	}
};

/** The parameters of a redirect that answers our question; null for anything else that calls. */
const answerIn = (url: URL, client: OAuthClient, asked: Asked) => {
	try {
		return ok(validateAuthResponse(client.server, client.client, url, asked.state));
	} catch (error) {
		// Whoever does not know the state is not the authorization server (RFC 6749 §10.12).
		return error instanceof AuthorizationResponseError
			? oauthProblem(error, {client, secrets: []})
			: null;
	}
};

/** Waits for the browser to come back, once; ends the listening whatever happens. */
const redirected = (
	server: Server,
	client: OAuthClient,
	{asked, signal}: {readonly asked: Asked; readonly signal: AbortSignal},
): Promise<Result<TokenEndpointResponse>> =>
	new Promise(resolve => {
		const finish = (result: Result<TokenEndpointResponse>) => {
			clearTimeout(timer);
			server.close();
			resolve(result);
		};
		const timer = setTimeout(
			() => finish(fail('sign-in-refused', {account: client.account, text: 'timeout'})),
			longestWait,
		);
		const aborted = () => finish(fail('sign-in-refused', {account: client.account}));
		signal.addEventListener('abort', aborted, {once: true});
		server.on('request', (request, response) => {
			const url = new URL(request.url ?? '/', asked.redirect);
			const answer = url.pathname === '/' ? answerIn(url, client, asked) : null;
			if (answer === null) return page(response, 404, pages.refused);
			server.removeAllListeners('request');
			const exchanged = answer.ok ? exchange(client, {parameters: answer.value, asked}) : answer;
			void Promise.resolve(exchanged).then(result => {
				page(response, result.ok ? 200 : 400, result.ok ? pages.done : pages.refused);
				finish(result);
			});
		});
	});

const authorizationUrl = async (client: OAuthClient, asked: Asked): Promise<string> => {
	const {authorization, scopes, parameters} = client.endpoints;
	const url = new URL(authorization ?? '');
	const wanted = {
		...parameters,
		response_type: 'code',
		client_id: client.client.client_id,
		redirect_uri: asked.redirect,
		scope: scopes.join(' '),
		state: asked.state,
		code_challenge: await calculatePKCECodeChallenge(asked.verifier),
		code_challenge_method: 'S256',
	};
	for (const [name, value] of Object.entries(wanted)) url.searchParams.set(name, value);
	return url.href;
};

/**
 * Begins a sign-in in a browser that comes back to a port of this machine (RFC 8252 §7.3), with
 * PKCE (RFC 7636). Problem: `action-unavailable` where the provider has no authorization page.
 */
export const startLoopbackFlow = async (
	client: OAuthClient,
	signal: AbortSignal,
): Promise<Result<WaitingSignIn>> => {
	const {authorization, redirectHost} = client.endpoints;
	if (authorization === null) return fail('action-unavailable', {action: 'browser'});
	const server = await listen();
	const {port} = server.address() as AddressInfo;
	const asked: Asked = {
		state: generateRandomState(),
		verifier: generateRandomCodeVerifier(),
		redirect: `http://${redirectHost}:${port}/`,
	};
	const tokens = redirected(server, client, {asked, signal});
	const expiresAt = new Date(Date.now() + longestWait).toISOString();
	const url = await authorizationUrl(client, asked);
	return ok({signIn: {url, userCode: null, expiresAt}, tokens});
};
