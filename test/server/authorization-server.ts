// A small OAuth2 server on loopback: device code, redirect with PKCE, rotating refresh tokens, introspection.
import {createHash, randomBytes} from 'node:crypto';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {OAuthSource} from '../../source/domain/account/account.ts';

export type TestAuthorization = {
	readonly introspectionUrl: string;
	/** An account's source that signs in here. */
	source(change?: Partial<OAuthSource>): OAuthSource;
	/** What a person does at the device page. */
	decide(userCode: string, decision: 'approve' | 'deny'): void;
	/** Seconds that new access tokens are said to last; null says nothing. */
	lifetime(seconds: number | null): void;
	/** Ends all access tokens, as their age or an administrator would; refresh tokens stay. */
	endAccess(): void;
	/** Ends everything: a person has to sign in again. */
	revoke(): void;
	/** Answers the next token requests with this status and nothing useful. */
	breakDown(status: number | null): void;
	isActive(token: string): boolean;
	/** A refresh token as a finished sign-in leaves it. */
	issue(): {readonly accessToken: string; readonly refreshToken: string};
	/** Refreshes that were answered with tokens. */
	readonly refreshes: () => number;
	/** Times that each refresh token was presented. */
	readonly presented: ReadonlyMap<string, number>;
	readonly pollsBeforeDecision: () => number;
	close(): Promise<void>;
};

type Code = {readonly challenge: string; readonly redirect: string};

type State = {
	readonly access: Set<string>;
	readonly refresh: Set<string>;
	readonly codes: Map<string, Code>;
	readonly devices: Map<string, {readonly userCode: string; decision: string | null}>;
	readonly presented: Map<string, number>;
	lifetime: number | null;
	status: number | null;
	refreshes: number;
	polls: number;
};

const random = (name: string) => `${name}-${randomBytes(12).toString('base64url')}`;

const clientId = 'raute-test';
export const testClientSecret = 'client-geheim';

const issue = (state: State) => {
	const accessToken = random('access');
	const refreshToken = random('refresh');
	state.access.add(accessToken);
	state.refresh.add(refreshToken);
	return {accessToken, refreshToken};
};

type Answer = {readonly status: number; readonly body: unknown};

const refused = (error: string, description = ''): Answer => ({
	status: 400,
	body: {error, ...(description === '' ? {} : {error_description: description})},
});

const granted = (state: State): Answer => {
	const {accessToken, refreshToken} = issue(state);
	return {
		status: 200,
		body: {
			access_token: accessToken,
			refresh_token: refreshToken,
			token_type: 'Bearer',
			...(state.lifetime === null ? {} : {expires_in: state.lifetime}),
		},
	};
};

const byCode = (state: State, form: URLSearchParams): Answer => {
	const key = form.get('code') ?? '';
	const code = state.codes.get(key);
	state.codes.delete(key);
	const challenge = createHash('sha256')
		.update(form.get('code_verifier') ?? '')
		.digest('base64url');
	const fits = code?.challenge === challenge && code.redirect === form.get('redirect_uri');
	return fits ? granted(state) : refused('invalid_grant', 'code');
};

const byDevice = (state: State, form: URLSearchParams): Answer => {
	const device = state.devices.get(form.get('device_code') ?? '');
	if (device?.decision === 'deny') return refused('access_denied');
	if (device?.decision === 'approve') return granted(state);
	state.polls += 1;
	return refused(device ? 'authorization_pending' : 'invalid_grant');
};

/** A used refresh token is worth nothing any more: who loses the new one has lost the account. */
const byRefresh = (state: State, form: URLSearchParams): Answer => {
	const token = form.get('refresh_token') ?? '';
	state.presented.set(token, (state.presented.get(token) ?? 0) + 1);
	if (!state.refresh.delete(token)) return refused('invalid_grant', `Token ${token} was revoked`);
	state.refreshes += 1;
	return granted(state);
};

const grants: Readonly<Record<string, (state: State, form: URLSearchParams) => Answer>> = {
	authorization_code: byCode,
	refresh_token: byRefresh,
	'urn:ietf:params:oauth:grant-type:device_code': byDevice,
};

const token = (state: State, form: URLSearchParams): Answer => {
	if (state.status !== null) return {status: state.status, body: {error: 'broken'}};
	const secret = form.get('client_secret');
	const known =
		form.get('client_id') === clientId && (secret === null || secret === testClientSecret);
	const grant = grants[form.get('grant_type') ?? ''];
	if (!known) return {status: 401, body: {error: 'invalid_client'}};
	return grant ? grant(state, form) : refused('unsupported_grant_type');
};

const device = (state: State, base: string): Answer => {
	const code = random('device');
	const userCode = randomBytes(4).toString('hex').toUpperCase();
	state.devices.set(code, {userCode, decision: null});
	const body = {device_code: code, user_code: userCode, verification_uri: `${base}/enter`};
	return {status: 200, body: {...body, expires_in: 60, interval: 0.05}};
};

/** The person agrees at once: the browser is sent back with a code. */
const authorize = (state: State, url: URL, response: ServerResponse): void => {
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const code = random('code');
	state.codes.set(code, {challenge: asked('code_challenge'), redirect: asked('redirect_uri')});
	const back = new URL(asked('redirect_uri'));
	const valid = asked('code_challenge_method') === 'S256' && asked('client_id') === clientId;
	back.searchParams.set(
		...((valid ? ['code', code] : ['error', 'invalid_request']) as [string, string]),
	);
	back.searchParams.set('state', asked('state'));
	response.writeHead(302, {Location: back.href}).end();
};

const introspect = (state: State, form: URLSearchParams): Answer => ({
	status: 200,
	body: state.access.has(form.get('token') ?? '')
		? {active: true, username: 'desk', scope: 'mail'}
		: {active: false},
});

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
	let text = '';
	for await (const piece of request) text += String(piece);
	return new URLSearchParams(text);
};

const send = (response: ServerResponse, {status, body}: Answer): void => {
	response.writeHead(status, {'Content-Type': 'application/json'}).end(JSON.stringify(body));
};

const serve = (state: State, base: () => string) => {
	const answers: Readonly<Record<string, (form: URLSearchParams) => Answer>> = {
		'/token': form => token(state, form),
		'/device': () => device(state, base()),
		'/introspect': form => introspect(state, form),
	};
	return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const url = new URL(request.url ?? '/', base());
		if (url.pathname === '/authorize') return authorize(state, url, response);
		const answer = answers[url.pathname];
		send(response, answer ? answer(await formOf(request)) : {status: 404, body: {}});
	};
};

/** Starts the server; every token it gives is for the user `desk` of the test servers. */
export const startAuthorization = async (): Promise<TestAuthorization> => {
	const state: State = {
		access: new Set(),
		refresh: new Set(),
		codes: new Map(),
		devices: new Map(),
		presented: new Map(),
		lifetime: 3600,
		status: null,
		refreshes: 0,
		polls: 0,
	};
	let base = '';
	const answer = serve(state, () => base);
	const server = createServer((request, response) => void answer(request, response));
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		introspectionUrl: `${base}/introspect`,
		source: change => ({
			kind: 'oauth2',
			provider: 'other',
			clientId,
			tenant: '',
			tokenUrl: `${base}/token`,
			deviceUrl: `${base}/device`,
			authorizationUrl: `${base}/authorize`,
			scopes: ['mail', 'offline_access'],
			...change,
		}),
		decide: (userCode, decision) => {
			for (const one of state.devices.values())
				if (one.userCode === userCode) one.decision = decision;
		},
		lifetime: seconds => {
			state.lifetime = seconds;
		},
		endAccess: () => state.access.clear(),
		revoke: () => {
			state.access.clear();
			state.refresh.clear();
		},
		breakDown: status => {
			state.status = status;
		},
		isActive: one => state.access.has(one),
		issue: () => issue(state),
		refreshes: () => state.refreshes,
		presented: state.presented,
		pollsBeforeDecision: () => state.polls,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};
