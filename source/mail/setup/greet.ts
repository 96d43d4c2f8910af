import {connect as connectClear, isIP, type Socket} from 'node:net';
import {connect as connectTls, type TLSSocket} from 'node:tls';

/** A door of a mail server that may be there. */
export type Door = {
	readonly host: string;
	readonly port: number;
	readonly tls: 'tls' | 'starttls';
	readonly protocol: 'imap' | 'smtp';
};

/** A server that spoke its protocol. */
export type Greeting = {
	readonly milliseconds: number;
	/** Its certificate fits its name; with STARTTLS that is not looked at. */
	readonly verified: boolean;
};

/** Asks a door; null when nobody answers there, or something else than a mail server. */
export type Greet = (door: Door, milliseconds: number) => Promise<Greeting | null>;

/** Bytes of a greeting. */
const longest = 8192;

type Talk = {
	readonly hello: RegExp;
	readonly question: string;
	readonly answer: RegExp;
	readonly refusal: RegExp;
};

/** RFC 9051 §7.1, RFC 5321 §4.2; STARTTLS has to be on offer, not only the port open. */
const talks: Readonly<Record<Door['protocol'], Talk>> = {
	imap: {
		hello: /^\* OK/u,
		question: 'a STARTTLS\r\n',
		answer: /^a OK/mu,
		refusal: /^a (?:NO|BAD)/mu,
	},
	smtp: {
		hello: /^220[ -]/u,
		question: 'EHLO [127.0.0.1]\r\n',
		answer: /^250[ -]STARTTLS/imu,
		refusal: /^(?:250 |[45])/mu,
	},
};

/** What the words so far mean: to ask for STARTTLS, an end, or (null) to listen on. */
const verdict = (
	heard: string,
	{hello, answer, refusal}: Talk,
	asked: boolean,
): 'greeted' | 'answered' | 'nonsense' | null => {
	if (heard.length > longest) return 'nonsense';
	if (asked && answer.test(heard)) return 'answered';
	if (asked) return refusal.test(heard) ? 'nonsense' : null;
	if (!heard.includes('\n')) return null;
	return hello.test(heard) ? 'greeted' : 'nonsense';
};

/** Whether the server says what its protocol wants, within its first few lines. */
const converse = (socket: Socket, {protocol, tls}: Door, done: (spoke: boolean) => void): void => {
	const talk = talks[protocol];
	let heard = '';
	let asked = false;
	socket.setEncoding('latin1').on('data', (piece: string) => {
		heard += piece;
		const said = verdict(heard, talk, asked);
		if (said === null) return;
		if (said !== 'greeted' || tls === 'tls') return done(said !== 'nonsense');
		asked = true;
		heard = '';
		socket.write(talk.question);
	});
	socket.on('error', () => done(false)).on('close', () => done(false));
};

const socketTo = ({host, port, tls}: Door): Socket | TLSSocket =>
	tls === 'tls'
		? connectTls({host, port, servername: isIP(host) === 0 ? host : '', rejectUnauthorized: false})
		: connectClear({host, port});

/** Connects and listens to the first words. No name, no password is said; nothing is sent but STARTTLS or EHLO. */
export const greet: Greet = (door, milliseconds) =>
	new Promise(resolve => {
		const start = performance.now();
		const socket = socketTo(door);
		const timer = setTimeout(() => finish(false), milliseconds);
		const finish = (spoke: boolean) => {
			clearTimeout(timer);
			const verified = 'authorized' in socket && socket.authorized;
			socket.destroy();
			resolve(spoke ? {milliseconds: Math.round(performance.now() - start), verified} : null);
		};
		converse(socket, door, finish);
	});
