// The one place that makes IMAP connections. What the settings guard against is in mail.md §2.
import {ImapFlow} from 'imapflow';
import type {Account} from '../domain/account.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import {clearTextRefused} from './clear-text.ts';
import {imapProblem} from './imap-problem.ts';
import type {Mailbox} from './mail.ts';
import {openMailbox} from './mailbox.ts';

/** Milliseconds. A frozen network shows only through these. */
export type Timeouts = {readonly connect: number; readonly socket: number};

export const usualTimeouts: Timeouts = {connect: 20_000, socket: 90_000};

/** Servers end an idle session after 30 minutes (RFC 2177), some routers after five. */
const longestIdle = 4.5 * 60_000;

const clientFor = (account: Account, password: string, timeouts: Timeouts): ImapFlow | null => {
	const {imap} = account;
	return imap === null
		? null
		: new ImapFlow({
				host: imap.host,
				port: imap.port,
				secure: imap.tls === 'tls',
				doSTARTTLS: imap.tls === 'starttls',
				auth: {user: imap.user, pass: password},
				tls: {rejectUnauthorized: !imap.allowSelfSigned},
				logger: false,
				disableAutoIdle: true,
				disableCompression: true,
				clientInfo: {name: 'raute'},
				connectionTimeout: timeouts.connect,
				greetingTimeout: timeouts.connect,
				socketTimeout: timeouts.socket,
				maxIdleTime: longestIdle,
			});
};

/**
 * Signs in and selects the account's folder. Problems: `server-unreachable` (also no IMAP server
 * set), `sign-in-refused`, `server-refused` (also clear text to another machine).
 */
export const connect = async (
	account: Account,
	{password, timeouts = usualTimeouts}: {readonly password: string; readonly timeouts?: Timeouts},
): Promise<Result<Mailbox>> => {
	const host = account.imap?.host ?? '';
	if (account.imap !== null && clearTextRefused(account.imap)) {
		return fail('server-refused', {account: account.id, host, text: 'clear text'});
	}
	const client = clientFor(account, password, timeouts);
	if (client === null) {
		return fail('server-unreachable', {account: account.id, host, text: 'no IMAP server'});
	}
	// Without a listener an error after a lost connection would end the process.
	client.on('error', () => undefined);
	try {
		await client.connect();
		return ok(await openMailbox(client, account));
	} catch (error) {
		client.close();
		return imapProblem(error, {account, secrets: [password]});
	}
};
