import {
	AuthorizationResponseError,
	OperationProcessingError,
	ResponseBodyError,
} from 'oauth4webapi';
import {fail, type Result} from '../../domain/result.ts';
import {serverWords} from '../server-words.ts';
import type {OAuthClient} from './oauth-client.ts';

/** Answers to a refresh that only a person can put right (RFC 6749 §5.2, OpenID Connect §3.1.2.6). */
const needsPerson: ReadonlySet<string> = new Set([
	'invalid_grant',
	'interaction_required',
	'login_required',
	'consent_required',
]);

/** Answers that pass by themselves. */
const passing: ReadonlySet<string> = new Set([
	'temporarily_unavailable',
	'server_error',
	'slow_down',
]);

const answerOf = (error: unknown): {readonly code: string; readonly words: string} | null => {
	if (!(error instanceof ResponseBodyError || error instanceof AuthorizationResponseError)) {
		return null;
	}
	const {error: code, error_description: more = ''} = error;
	return {code, words: `${code} ${more}`.trim()};
};

const networkWords = (error: unknown): string => {
	const {cause, message} = error as Error & {cause?: {readonly code?: unknown}};
	return typeof cause?.code === 'string' ? cause.code : message;
};

/**
 * What an authorization server or the way to it answered, by name: `sign-in-expired` (a person has
 * to sign in again), `sign-in-refused`, `server-refused` (passes by itself), `server-unreachable`.
 * `secrets` appear in no words.
 */
export const oauthProblem = (
	error: unknown,
	{client, secrets}: {readonly client: OAuthClient; readonly secrets: readonly string[]},
): Result<never> => {
	const named = (name: Parameters<typeof fail>[0], words: string) =>
		fail(name, {
			account: client.account,
			host: new URL(client.endpoints.token).host,
			text: serverWords(words, [...client.secrets, ...secrets]),
		});
	const answer = answerOf(error);
	if (answer !== null) {
		const {code, words} = answer;
		if (needsPerson.has(code)) return named('sign-in-expired', words);
		return named(passing.has(code) ? 'server-refused' : 'sign-in-refused', words);
	}
	if (error instanceof OperationProcessingError) {
		const {cause} = error;
		const status = cause instanceof Response ? ` (HTTP ${cause.status})` : '';
		return named('server-refused', `${error.message}${status}`);
	}
	return named('server-unreachable', networkWords(error));
};
