import {execFile} from 'node:child_process';
import {constants} from 'node:fs';
import {open, rename, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Account} from '../domain/account.ts';
import {fail, ok, type Result} from '../domain/result.ts';

const commandTimeout = 15_000;

/** Passwords by account id: `{"support": {"password": "…"}}`. */
type Secrets = Readonly<Record<string, {readonly password?: string}>>;

const pathOf = (dataFolder: string) => join(dataFolder, 'secrets.json');

const missing = (account: Account, text: string) =>
	fail('password-missing', {account: account.id, text});

/** The file's secrets; a text that says what is wrong with it when others may read it. */
const readSecrets = async (dataFolder: string): Promise<Secrets | string> => {
	let file: Awaited<ReturnType<typeof open>>;
	try {
		file = await open(pathOf(dataFolder), constants.O_RDONLY | constants.O_NOFOLLOW);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT'
			? {}
			: `secrets.json: ${(error as NodeJS.ErrnoException).code}`;
	}
	try {
		const {mode} = await file.stat();
		if ((mode & 0o077) !== 0) {
			return 'secrets.json must have mode 0600';
		}
		return JSON.parse(await file.readFile('utf8')) as Secrets;
	} catch {
		return 'secrets.json is no JSON';
	} finally {
		await file.close();
	}
};

const fromFile = async (account: Account, dataFolder: string): Promise<Result<string>> => {
	const secrets = await readSecrets(dataFolder);
	if (typeof secrets === 'string') {
		return missing(account, secrets);
	}
	const password = secrets[account.id]?.password;
	return typeof password === 'string' && password !== ''
		? ok(password)
		: missing(account, 'secrets.json');
};

const run = promisify(execFile);

/** First line of what the command prints. Its output appears nowhere else, not even when it fails. */
const fromCommand = async (account: Account, command: string): Promise<Result<string>> => {
	const options = {timeout: commandTimeout, maxBuffer: 64 * 1024, encoding: 'utf8'} as const;
	try {
		const {stdout} = await run('/bin/sh', ['-c', command], options);
		const password = stdout.split(/\r?\n/u)[0] ?? '';
		return password === '' ? missing(account, 'passwordCommand: empty') : ok(password);
	} catch (error) {
		const {killed, code} = error as {readonly killed?: boolean; readonly code?: unknown};
		return missing(account, `passwordCommand: ${killed ? 'timeout' : String(code)}`);
	}
};

/** The password of an account, looked up anew for each connection. Problem: `password-missing`. */
export const passwordOf = async (account: Account, dataFolder: string): Promise<Result<string>> => {
	const source = account.password;
	switch (source.kind) {
		case 'secrets-file':
			return fromFile(account, dataFolder);
		case 'environment': {
			const value = process.env[source.variable] ?? '';
			return value === '' ? missing(account, `$${source.variable}`) : ok(value);
		}
		case 'command':
			return fromCommand(account, source.command);
		case 'none':
			return ok('');
	}
};

/** Keeps a password (null removes it) in `secrets.json`, mode 0600. Problem: `data-unwritable`. */
export const writeSecret = async (
	dataFolder: string,
	{account, password}: {readonly account: string; readonly password: string | null},
): Promise<Result<null>> => {
	const before = await readSecrets(dataFolder);
	if (typeof before === 'string') {
		return fail('data-unwritable', {path: pathOf(dataFolder), text: before});
	}
	const {[account]: _old, ...others} = before;
	const after = password === null ? others : {...others, [account]: {password}};
	const temporary = `${pathOf(dataFolder)}.${process.pid}.${Date.now()}`;
	try {
		const file = await open(temporary, 'wx', 0o600);
		try {
			await file.writeFile(`${JSON.stringify(after, null, '\t')}\n`);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(temporary, pathOf(dataFolder));
		return ok(null);
	} catch (error) {
		await unlink(temporary).catch(() => undefined);
		const text = String((error as NodeJS.ErrnoException).code);
		return fail('data-unwritable', {path: pathOf(dataFolder), text});
	}
};
