// `secrets.json` of the data folder: the one place where passwords and tokens are kept.

import {constants} from 'node:fs';
import {open, rename, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {isRecord} from '../../domain/is-record.ts';
import {fail, ok, type Result} from '../../domain/result.ts';

/** What is kept of one account; tokens with OAuth2 alone. */
export type AccountSecrets = {
	readonly password?: string;
	readonly clientSecret?: string;
	readonly refreshToken?: string;
	readonly accessToken?: string;
	/** ISO time at which the access token ends; left out when the server did not say. */
	readonly expiresAt?: string;
};

/** By account id: `{"support": {"password": "…"}}`. */
type Secrets = Readonly<Record<string, AccountSecrets>>;

const pathOf = (dataFolder: string) => join(dataFolder, 'secrets.json');

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

/** The file's secrets; a text that says what is wrong with it when others may read it. */
const readAll = async (dataFolder: string): Promise<Secrets | string> => {
	let file: Awaited<ReturnType<typeof open>>;
	try {
		file = await open(pathOf(dataFolder), constants.O_RDONLY | constants.O_NOFOLLOW);
	} catch (error) {
		return codeOf(error) === 'ENOENT' ? {} : `secrets.json: ${codeOf(error)}`;
	}
	try {
		const {mode} = await file.stat();
		if ((mode & 0o077) !== 0) return 'secrets.json must have mode 0600';
		const secrets: unknown = JSON.parse(await file.readFile('utf8'));
		return isRecord(secrets) ? (secrets as Secrets) : 'secrets.json is no JSON object';
	} catch {
		return 'secrets.json is no JSON';
	} finally {
		await file.close();
	}
};

/** What is kept of an account, nothing for an unknown one. Problem: `password-missing`. */
export const readSecrets = async (
	dataFolder: string,
	account: string,
): Promise<Result<AccountSecrets>> => {
	const secrets = await readAll(dataFolder);
	return typeof secrets === 'string'
		? fail('password-missing', {account, text: secrets})
		: ok(secrets[account] ?? {});
};

/** The folder is synced too: a refresh token that was used up must not come back after a crash. */
const syncFolder = async (dataFolder: string): Promise<void> => {
	const folder = await open(dataFolder, constants.O_RDONLY);
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
};

const writeAll = async (dataFolder: string, secrets: Secrets): Promise<Result<null>> => {
	const path = pathOf(dataFolder);
	const temporary = `${path}.${process.pid}.${Date.now()}`;
	try {
		const file = await open(temporary, 'wx', 0o600);
		try {
			await file.writeFile(`${JSON.stringify(secrets, null, '\t')}\n`);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(temporary, path);
		await syncFolder(dataFolder);
		return ok(null);
	} catch (error) {
		await unlink(temporary).catch(() => undefined);
		return fail('data-unwritable', {path, text: codeOf(error)});
	}
};

const change = async (
	dataFolder: string,
	account: string,
	next: (before: AccountSecrets) => AccountSecrets | null,
): Promise<Result<null>> => {
	const before = await readAll(dataFolder);
	if (typeof before === 'string') {
		return fail('data-unwritable', {path: pathOf(dataFolder), text: before});
	}
	const {[account]: old = {}, ...others} = before;
	const wanted = next(old);
	const empty = wanted === null || Object.keys(wanted).length === 0;
	return writeAll(dataFolder, empty ? others : {...others, [account]: wanted});
};

/** The last change of each folder: they follow one another, else two accounts' changes would meet. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Changes what is kept of an account, durably, mode 0600; null removes it. Changes within this
 * process follow one another. Problem: `data-unwritable`.
 */
export const changeSecrets = (
	dataFolder: string,
	account: string,
	next: (before: AccountSecrets) => AccountSecrets | null,
): Promise<Result<null>> => {
	const before = queues.get(dataFolder) ?? Promise.resolve();
	const changed = before.catch(() => undefined).then(() => change(dataFolder, account, next));
	queues.set(dataFolder, changed);
	return changed;
};
