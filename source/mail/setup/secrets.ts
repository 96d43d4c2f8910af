import type {Account, OAuthSource, PasswordSource} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {AccountSetup} from '../mail.ts';
import {firstLineOf} from './password-command.ts';
import {changeSecrets, readSecrets} from './secrets-file.ts';

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

/** First line of what the command prints. Its output appears nowhere else, not even when it fails. */
const fromCommand = async (account: PasswordAccount, command: string): Promise<Result<string>> => {
	const printed = await firstLineOf(command);
	if (!printed.ok) return missing(account, `passwordCommand: ${printed.why}`);
	return printed.line === '' ? missing(account, 'passwordCommand: empty') : ok(printed.line);
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
