import {randomBytes} from 'node:crypto';
import type {Stats} from 'node:fs';
import {lstat, rmdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fail, ok, type Result} from '../../domain/result.ts';

/** File times come from a coarser clock than Date.now; some file systems keep whole seconds, or two. */
const slackMs = 2500;

export type Challenge = {readonly nonce: string; readonly issuedAt: number};

/** A name that cannot be guessed, to be created by the client in `run/who`. */
export const newChallenge = (): Challenge => ({
	nonce: randomBytes(16).toString('hex'),
	issuedAt: Date.now(),
});

/**
 * Why what lies in `run/who` proves nothing, null when it does. Only a directory counts: it cannot
 * be hard-linked, a symbolic link is none, and one that was there before the nonce was given out
 * may have been moved from where another user had made it.
 */
const doubt = (found: Stats, issuedAt: number): string | null => {
	if (!found.isDirectory()) return 'not-a-directory';
	const madeAt = found.birthtimeMs > 0 ? found.birthtimeMs : found.ctimeMs;
	return madeAt < issuedAt - slackMs ? 'too-old' : null;
};

/**
 * The uid of the client that answered the challenge. Node knows no SO_PEERCRED; who may create a
 * directory as somebody is that somebody. Problem `not-an-agent` with `details.reason`.
 */
export const provenUid = async (
	whoFolder: string,
	challenge: Challenge,
): Promise<Result<number>> => {
	const path = join(whoFolder, challenge.nonce);
	try {
		const found = await lstat(path);
		const reason = doubt(found, challenge.issuedAt);
		if (reason) return fail('not-an-agent', {reason});
		await rmdir(path);
		return ok(found.uid);
	} catch {
		return fail('not-an-agent', {reason: 'no-proof'});
	}
};
