import {
	type AuthorizationServer,
	allowInsecureRequests,
	type Client,
	type ClientAuth,
	ClientSecretPost,
	customFetch,
	None,
} from 'oauth4webapi';
import type {Account, OAuthSource} from '../../domain/account/account.ts';
import {isEndpoint} from '../../domain/account/endpoint.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {boundedFetch} from './bounded-fetch.ts';
import {type Endpoints, endpointsOf} from './endpoints.ts';

/** An account that signs in with tokens. */
export type OAuthAccount = Pick<Account, 'id'> & {readonly password: OAuthSource};

/** Milliseconds for one answer of an authorization server. */
const longestAnswer = 20_000;

/** What every request to an authorization server needs. */
export type OAuthClient = {
	readonly account: string;
	readonly endpoints: Endpoints;
	readonly server: AuthorizationServer;
	readonly client: Client;
	readonly auth: ClientAuth;
	/** For words that a server repeats. */
	readonly secrets: readonly string[];
	/** Options of one request; `signal` ends it early. */
	readonly options: (signal?: AbortSignal) => {
		readonly signal: AbortSignal;
		readonly [allowInsecureRequests]: boolean;
		readonly [customFetch]: typeof boundedFetch;
	};
};

/**
 * The client of an account. Problem: `input-invalid` for an endpoint that is neither https nor on
 * this machine, or for none at all.
 */
export const oauthClient = (
	{id, password}: OAuthAccount,
	clientSecret: string | undefined,
): Result<OAuthClient> => {
	const endpoints = endpointsOf(password);
	const {token, device, authorization} = endpoints;
	const used = [token, ...(device === null ? [] : [device]), authorization ?? token];
	const wrong = used.find(url => !isEndpoint(url));
	if (wrong !== undefined) return fail('input-invalid', {field: 'tokenUrl', value: wrong});
	const isLocal = used.every(url => url.startsWith('http:'));
	return ok({
		account: id,
		endpoints,
		server: {
			issuer: new URL(token).origin,
			token_endpoint: token,
			...(device === null ? {} : {device_authorization_endpoint: device}),
			...(authorization === null ? {} : {authorization_endpoint: authorization}),
		},
		client: {client_id: password.clientId},
		auth: clientSecret === undefined ? None() : ClientSecretPost(clientSecret),
		secrets: clientSecret === undefined ? [] : [clientSecret],
		options: signal => {
			const timeout = AbortSignal.timeout(longestAnswer);
			return {
				signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
				[allowInsecureRequests]: isLocal,
				[customFetch]: boundedFetch,
			};
		},
	});
};
