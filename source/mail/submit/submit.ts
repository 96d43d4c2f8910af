import {Readable} from 'node:stream';
import type {NodemailerError} from 'nodemailer/lib/errors';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type {Account} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {clearTextRefused} from '../clear-text.ts';
import type {MailServer, Submitted} from '../mail.ts';
import {serverWords} from '../server-words.ts';
import type {Credential} from '../setup/credential.ts';
import {type SmtpAuth, smtpAuth} from './smtp-auth.ts';
import {smtpProblem} from './smtp-problem.ts';

type Mail = Parameters<MailServer['submit']>[1];

/** Milliseconds. After the whole mail a server may take ten minutes to answer (RFC 5321 §4.5.3.2). */
export type SubmitTimeouts = {readonly connect: number; readonly socket: number};

/** Milliseconds of a submission. */
export const usualSubmitTimeouts: SubmitTimeouts = {connect: 20_000, socket: 120_000};

const pieceBytes = 64 * 1024;

/** The mail as a stream that tells when its last byte was taken: then the server may have it. */
const bodyOf = (raw: Uint8Array) => {
	let position = 0;
	const stream = new Readable({
		read() {
			const piece = raw.subarray(position, position + pieceBytes);
			position += piece.length;
			this.push(piece.length === 0 ? null : piece);
		},
	});
	return {stream, handedOver: () => stream.readableEnded || position >= raw.length};
};

/** A connection to the account's SMTP server, not yet opened; null when it has none. */
export const connectionFor = (
	account: Account,
	timeouts: SubmitTimeouts,
): SMTPConnection | null => {
	const {smtp} = account;
	return smtp === null
		? null
		: new SMTPConnection({
				host: smtp.host,
				port: smtp.port,
				secure: smtp.tls === 'tls',
				requireTLS: smtp.tls === 'starttls',
				ignoreTLS: smtp.tls === 'none',
				tls: {rejectUnauthorized: !smtp.allowSelfSigned},
				logger: false,
				connectionTimeout: timeouts.connect,
				greetingTimeout: timeouts.connect,
				socketTimeout: timeouts.socket,
				socketCloseTimeout: 1000,
			});
};

/** Connect, sign in, send: rejects with nodemailer's error at the first failure. */
const converse = (
	connection: SMTPConnection,
	{
		mail,
		auth,
		body,
	}: {readonly mail: Mail; readonly auth: SmtpAuth | null; readonly body: Readable},
): Promise<Submitted> =>
	new Promise((resolve, reject) => {
		const send = () =>
			connection.send(
				{from: mail.envelope.from, to: [...mail.envelope.to], size: mail.raw.length},
				body,
				(error, info) => {
					if (error) {
						reject(error);
						return;
					}
					const refused = (info.rejectedErrors ?? []).map(({recipient, response, message}) => ({
						address: recipient ?? '',
						text: serverWords(response ?? message),
					}));
					resolve({response: serverWords(info.response), refused});
				},
			);
		connection.on('error', reject);
		connection.connect(error => {
			if (error) {
				reject(error);
			} else if (auth === null) {
				send();
			} else {
				connection.login(auth, problem => (problem ? reject(problem) : send()));
			}
		});
	});

const submitOnce = async (
	account: Account,
	mail: Mail,
	{
		credential,
		timeouts = usualSubmitTimeouts,
	}: {readonly credential: Credential; readonly timeouts?: SubmitTimeouts},
): Promise<Result<Submitted>> => {
	const host = account.smtp?.host ?? '';
	if (account.smtp !== null && clearTextRefused(account.smtp)) {
		return fail('server-unreachable', {account: account.id, host, text: 'clear text'});
	}
	const connection = connectionFor(account, timeouts);
	if (connection === null) {
		return fail('server-unreachable', {account: account.id, host, text: 'no SMTP server'});
	}
	const auth = smtpAuth(account, credential);
	const {stream, handedOver} = bodyOf(mail.raw);
	try {
		const submitted = await converse(connection, {mail, auth, body: stream});
		connection.quit();
		return ok(submitted);
	} catch (error) {
		const failure = error as NodemailerError;
		connection.close();
		return smtpProblem(failure, {account, handedOver: handedOver(), secrets: [credential.secret]});
	}
};

/** Whether the server refused the mail for its null return path: at MAIL FROM, or by policy (5.7.x). */
const wantsSender = (mail: Mail, submitted: Result<Submitted>): boolean => {
	if (submitted.ok || mail.envelope.from !== '') return false;
	const {name, details} = submitted.problem;
	const isPolicy = /\b5\.7\.\d/u.test(String(details['text']));
	return name === 'smtp-permanent' && (details['command'] === 'MAIL FROM' || isPolicy);
};

/**
 * Hands one mail to the account's SMTP server over a connection of its own. `socket` bounds the
 * silence of the server. A server that refuses the null return path of automatic mail gets it again
 * from the account's address. Problems: see `MailServer.submit`.
 */
export const submit: typeof submitOnce = async (account, mail, options) => {
	const submitted = await submitOnce(account, mail, options);
	if (!wantsSender(mail, submitted)) return submitted;
	const envelope = {...mail.envelope, from: account.address};
	return submitOnce(account, {...mail, envelope}, options);
};
