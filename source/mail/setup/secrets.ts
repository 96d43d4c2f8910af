import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import type {Account, OAuthSource, PasswordSource} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {AccountSetup} from '../mail.ts';
import {changeSecrets, readSecrets} from './secrets-file.ts';

const commandTimeout = 15_000;

/** An account that signs in with a password, not with tokens. */
export type PasswordAccount = Pick<Account, 'id'> & {
	readonly password: Exclude<PasswordSource, OAuthSource>;
};

const missing = (account: PasswordAccount, text: string) =>
	fail('password-missing', {account: account.id, text});

const fromFile = async (account: PasswordAccount, dataFolder: string): Promise<Result<string>> => {
	const secrets = await readSecrets(dataFolder, account.id);
	if (!secrets.ok) return secrets;
	const {password} = secrets.value;
	return typeof password === 'string' && password !== ''
		? ok(password)
		: missing(account, 'secrets.json');
};

const run = promisify(execFile);

/** First line of what the command prints. Its output appears nowhere else, not even when it fails. */
const fromCommand = async (account: PasswordAccount, command: string): Promise<Result<string>> => {
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
export const passwordOf = async (
	account: PasswordAccount,
	dataFolder: string,
): Promise<Result<string>> => {
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

const fields = {password: 'password', 'client-secret': 'clientSecret'} as const;

/** Keeps what a person typed (null removes it) in the secrets file. Problem: `data-unwritable`. */
export const writeSecret = (
	dataFolder: string,
	{account, secret, kind}: Parameters<AccountSetup['saveSecret']>[0],
): Promise<Result<null>> =>
	changeSecrets(dataFolder, account, before => {
		const {[fields[kind]]: _old, ...others} = before;
		return secret === null ? others : {...others, [fields[kind]]: secret};
	});
