// An SMTP server that keeps what it gets, and fails in the ways a test asks for.
import type {AddressInfo} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';
import {SMTPServer, type SMTPServerOptions, type SMTPServerSession} from 'smtp-server';
import type {TlsMode} from '../../source/domain/account/account.ts';
import type {Certificate} from './certificate.ts';
import {testPassword} from './test-account.ts';

/**
 * What goes wrong with the next mails. `close-after-data` keeps the mail, then drops the line;
 * `words-after-data` keeps it and answers with words instead of a code.
 */
export type SmtpFault =
	| {readonly kind: 'none'}
	| {readonly kind: 'refuse-sign-in'}
	| {readonly kind: 'code'; readonly at: 'recipient' | 'data'; readonly code: number}
	| {readonly kind: 'refuse-address'; readonly address: string}
	| {readonly kind: 'refuse-null-sender'; readonly at: 'sender' | 'data'}
	| {readonly kind: 'close-before-data' | 'close-after-data' | 'words-after-data'}
	| {readonly kind: 'slow'; readonly milliseconds: number};

export type SinkMail = {
	readonly from: string;
	readonly to: readonly string[];
	readonly raw: string;
};

export type SmtpSink = {
	readonly port: number;
	readonly mails: readonly SinkMail[];
	fail(fault: SmtpFault): void;
	close(): Promise<void>;
};

const failure = (responseCode: number, text: string) =>
	Object.assign(new Error(text), {responseCode});

const socketOf = (server: SMTPServer, session: SMTPServerSession) =>
	[...server.connections].find(({id}) => id === session.id)?._socket;

const drop = (server: SMTPServer, session: SMTPServerSession) => {
	socketOf(server, session)?.destroy();
};

const body = async (stream: AsyncIterable<Buffer>): Promise<string> => {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) {
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('latin1');
};

type State = {fault: SmtpFault; readonly mails: SinkMail[]};

const isRefused = (fault: SmtpFault, session: SMTPServerSession, at: 'sender' | 'data') =>
	fault.kind === 'refuse-null-sender' &&
	fault.at === at &&
	!(session.envelope.mailFrom && session.envelope.mailFrom.address !== '');

const onData =
	(state: State, server: () => SMTPServer): NonNullable<SMTPServerOptions['onData']> =>
	async (stream, session, callback) => {
		const raw = await body(stream).catch(() => null);
		if (raw === null) return;
		const {fault} = state;
		if (isRefused(fault, session, 'data')) {
			callback(failure(550, '5.7.60 not allowed to send as this sender'));
			return;
		}
		if (fault.kind === 'code' && fault.at === 'data') {
			callback(failure(fault.code, 'not this one'));
			return;
		}
		if (fault.kind === 'slow') await sleep(fault.milliseconds);
		const {mailFrom, rcptTo} = session.envelope;
		const from = mailFrom ? mailFrom.address : '';
		state.mails.push({from, to: rcptTo.map(recipient => recipient.address), raw});
		if (fault.kind === 'close-after-data') {
			drop(server(), session);
			return;
		}
		if (fault.kind === 'words-after-data') {
			socketOf(server(), session)?.write('what was that?\r\n');
			return;
		}
		callback(null, 'kept');
	};

const onRecipient =
	(state: State, server: () => SMTPServer): NonNullable<SMTPServerOptions['onRcptTo']> =>
	({address}, session, callback) => {
		const {fault} = state;
		if (fault.kind === 'close-before-data') {
			drop(server(), session);
			return;
		}
		if (fault.kind === 'code' && fault.at === 'recipient') {
			callback(failure(fault.code, 'nobody here'));
			return;
		}
		const refused = fault.kind === 'refuse-address' && fault.address === address;
		callback(refused ? failure(550, '5.1.1 no such user') : null);
	};

/** Starts a sink on a loopback port. A certificate is needed for `tls` and `starttls`. */
export const startSmtpSink = async (
	options: {
		readonly tls?: TlsMode;
		readonly certificate?: Certificate;
		/** Offers XOAUTH2 and asks this about each access token. */
		readonly acceptsToken?: (token: string) => boolean;
	} = {},
): Promise<SmtpSink> => {
	const state: State = {fault: {kind: 'none'}, mails: []};
	const {certificate, tls = 'none', acceptsToken} = options;
	const server: SMTPServer = new SMTPServer({
		secure: tls === 'tls',
		...(certificate ? {key: certificate.key, cert: certificate.cert} : {}),
		disabledCommands: tls === 'starttls' ? [] : ['STARTTLS'],
		allowInsecureAuth: tls === 'none',
		disableReverseLookup: true,
		closeTimeout: 200,
		authMethods: acceptsToken ? ['PLAIN', 'LOGIN', 'XOAUTH2'] : ['PLAIN', 'LOGIN'],
		onAuth: ({username, password, accessToken}, _session, callback) => {
			const right =
				username === 'desk' &&
				(accessToken === undefined
					? password === testPassword
					: acceptsToken?.(accessToken) === true);
			const refused = !right || state.fault.kind === 'refuse-sign-in';
			callback(
				refused ? failure(535, 'wrong password') : null,
				refused ? undefined : {user: 'desk'},
			);
		},
		onMailFrom: ({address}, _session, callback) => {
			const {fault} = state;
			const refused =
				fault.kind === 'refuse-null-sender' && fault.at === 'sender' && address === '';
			callback(refused ? failure(550, '5.1.7 sender address wanted') : null);
		},
		onRcptTo: onRecipient(state, () => server),
		onData: onData(state, () => server),
	});
	server.on('error', () => undefined);
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.server.address() as AddressInfo).port,
		mails: state.mails,
		fail: fault => {
			state.fault = fault;
		},
		close: () => new Promise(resolve => server.close(() => resolve())),
	};
};
