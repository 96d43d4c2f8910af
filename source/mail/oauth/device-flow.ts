import {setTimeout as sleep} from 'node:timers/promises';
import {
	type DeviceAuthorizationResponse,
	deviceAuthorizationRequest,
	deviceCodeGrantRequest,
	processDeviceAuthorizationResponse,
	processDeviceCodeResponse,
	ResponseBodyError,
	type TokenEndpointResponse,
} from 'oauth4webapi';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {OAuthClient} from './oauth-client.ts';
import {oauthProblem} from './oauth-problem.ts';
import type {WaitingSignIn} from './sign-ins.ts';

/** Seconds between two questions when the server names none (RFC 8628 §3.2). */
const usualInterval = 5;

const ask = async (client: OAuthClient, code: string, signal: AbortSignal) => {
	const {server, client: id, auth, options} = client;
	const response = await deviceCodeGrantRequest(server, id, auth, code, options(signal));
	return processDeviceCodeResponse(server, id, response);
};

type Polling = {readonly device: DeviceAuthorizationResponse; readonly signal: AbortSignal};

/**
 * The seconds to wait after an answer that gave no tokens yet, or why there will be none. `slow_down`
 * adds five seconds for good, a lost line doubles the pause (RFC 8628 §3.5).
 */
const intervalAfter = (
	error: unknown,
	{client, device, before}: Pick<Polling, 'device'> & {client: OAuthClient; before: number},
): Result<number> => {
	const code = error instanceof ResponseBodyError ? error.error : '';
	if (code === 'slow_down') return ok(before + 5);
	if (code === 'authorization_pending') return ok(before);
	const problem = oauthProblem(error, {client, secrets: [device.device_code]});
	return !problem.ok && problem.problem.name === 'server-unreachable' ? ok(before * 2) : problem;
};

/** Asks again and again until the person has agreed or refused, or the code has ended. */
const poll = async (
	client: OAuthClient,
	{device, signal}: Polling,
): Promise<Result<TokenEndpointResponse>> => {
	const ends = Date.now() + device.expires_in * 1000;
	let interval = device.interval ?? usualInterval;
	while (Date.now() < ends) {
		await sleep(interval * 1000, undefined, {signal}).catch(() => undefined);
		if (signal.aborted) return fail('sign-in-refused', {account: client.account});
		try {
			return ok(await ask(client, device.device_code, signal));
		} catch (error) {
			const next = intervalAfter(error, {client, device, before: interval});
			if (!next.ok) return next;
			interval = next.value;
		}
	}
	return fail('sign-in-refused', {account: client.account, text: 'expired_token'});
};

/**
 * Begins a sign-in by device code (RFC 8628): the person opens the URL on any machine and enters the
 * code. Problems: `action-unavailable` where the provider has no such flow, else `oauthProblem`'s.
 */
export const startDeviceFlow = async (
	client: OAuthClient,
	signal: AbortSignal,
): Promise<Result<WaitingSignIn>> => {
	const {server, client: id, auth, endpoints, options} = client;
	if (endpoints.device === null) return fail('action-unavailable', {action: 'device'});
	try {
		const scope = {scope: endpoints.scopes.join(' ')};
		const response = await deviceAuthorizationRequest(server, id, auth, scope, options(signal));
		const device = await processDeviceAuthorizationResponse(server, id, response);
		return ok({
			signIn: {
				url: device.verification_uri,
				userCode: device.user_code,
				expiresAt: new Date(Date.now() + device.expires_in * 1000).toISOString(),
			},
			tokens: poll(client, {device, signal}),
		});
	} catch (error) {
		return oauthProblem(error, {client, secrets: []});
	}
};
