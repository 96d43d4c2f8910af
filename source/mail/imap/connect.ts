// The one place that makes IMAP connections. What the settings guard against is in mail.md §2.
import {ImapFlow} from 'imapflow';
import type {Account} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {clearTextRefused} from '../clear-text.ts';
import type {Mailbox} from '../mail.ts';
import type {Credential} from '../setup/credential.ts';
import {imapProblem} from './imap-problem.ts';
import {openMailbox} from './mailbox.ts';
import type {Pace} from './progress.ts';

/** Milliseconds. A frozen network shows only through these. */
export type Timeouts = {
	readonly connect: number;
	readonly socket: number;
	/** What a server has to give while it is asked for mails. */
	readonly pace?: Pace;
};

export const usualTimeouts: Timeouts = {connect: 20_000, socket: 90_000};

/** Servers end an idle session after 30 minutes (RFC 2177), some routers after five. */
const longestIdle = 4.5 * 60_000;

const mebibyte = 1024 * 1024;

/**
 * What a server may send at a time before it is given up; imapflow takes 1 GB and would fill the
 * memory of the desk. A line holds the UIDs of a million mails, a literal the largest mail that
 * the settings allow.
 */
const limits = {
	maxLineLength: 8 * mebibyte,
	maxLiteralSize: 512 * mebibyte,
	maxResponseSize: 520 * mebibyte,
} as const;

type SignInOptions = {readonly credential: Credential; readonly timeouts?: Timeouts};

const authOf = (user: string, {kind, secret}: Credential) =>
	kind === 'token' ? {user, accessToken: secret} : {user, pass: secret};

const clientFor = (
	account: Account,
	{credential, timeouts = usualTimeouts}: SignInOptions,
): ImapFlow | null => {
	const {imap} = account;
	return imap === null
		? null
		: new ImapFlow({
				host: imap.host,
				port: imap.port,
				secure: imap.tls === 'tls',
				doSTARTTLS: imap.tls === 'starttls',
				auth: authOf(imap.user, credential),
				tls: {rejectUnauthorized: !imap.allowSelfSigned},
				logger: false,
				disableAutoIdle: true,
				disableCompression: true,
				clientInfo: {name: 'raute'},
				connectionTimeout: timeouts.connect,
				greetingTimeout: timeouts.connect,
				socketTimeout: timeouts.socket,
				maxIdleTime: longestIdle,
				...limits,
			});
};

/**
 * Signs in at the account's IMAP server. Problems: `server-unreachable` (also no IMAP server set),
 * `sign-in-refused`, `server-refused` (also clear text to another machine).
 */
export const signInToImap = async (
	account: Account,
	options: SignInOptions,
): Promise<Result<ImapFlow>> => {
	const host = account.imap?.host ?? '';
	if (account.imap !== null && clearTextRefused(account.imap)) {
		return fail('server-refused', {account: account.id, host, text: 'clear text'});
	}
	const client = clientFor(account, options);
	if (client === null) {
		return fail('server-unreachable', {account: account.id, host, text: 'no IMAP server'});
	}
	// Without a listener an error after a lost connection would end the process.
	client.on('error', () => undefined);
	try {
		await client.connect();
		return ok(client);
	} catch (error) {
		client.close();
		return imapProblem(error, {account, secrets: [options.credential.secret]});
	}
};

/** Signs in and selects the account's folder. Problems: as `signInToImap`. */
export const connect = async (
	account: Account,
	options: SignInOptions,
): Promise<Result<Mailbox>> => {
	const client = await signInToImap(account, options);
	if (!client.ok) return client;
	try {
		return ok(await openMailbox(client.value, account, options.timeouts?.pace));
	} catch (error) {
		client.value.close();
		return imapProblem(error, {account, secrets: [options.credential.secret]});
	}
};
