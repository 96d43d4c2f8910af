import type {ImapFlowError} from 'imapflow';
import type {Account} from '../../domain/account/account.ts';
import {fail, type Result} from '../../domain/result.ts';
import {serverWords} from '../server-words.ts';

/** A sign-in that fails for the server's own trouble (RFC 5530) is no wrong password. */
const temporaryCodes: ReadonlySet<string> = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']);

const wordsOf = (error: ImapFlowError): string =>
	error.responseText ??
	(typeof error.response === 'string' ? error.response : undefined) ??
	error.reason ??
	error.message;

/** An error of imapflow as a named problem with the server's own words. */
export const imapProblem = (
	error: unknown,
	{account, secrets = []}: {readonly account: Account; readonly secrets?: readonly string[]},
): Result<never> => {
	const failure = error as ImapFlowError;
	const text = serverWords(wordsOf(failure) || String(failure.code ?? 'closed'), secrets);
	const details = {account: account.id, host: account.imap?.host ?? '', text};
	if (failure.authenticationFailed) {
		const temporary = temporaryCodes.has(failure.serverResponseCode ?? '');
		return fail(temporary ? 'server-refused' : 'sign-in-refused', details);
	}
	const answered = failure.responseStatus === 'NO' || failure.responseStatus === 'BAD';
	return fail(answered ? 'server-refused' : 'server-unreachable', details);
};
