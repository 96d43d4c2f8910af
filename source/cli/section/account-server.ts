import type {ServerAddress, TlsMode} from '../../domain/account/account.ts';
import {type Call, isSet, numberFlag, textFlag} from '../command.ts';

type Protocol = 'imap' | 'smtp';

/** Ports of IANA: implicit TLS (RFC 8314), STARTTLS, clear text. */
const ports: Readonly<Record<Protocol, Readonly<Record<TlsMode, number>>>> = {
	imap: {tls: 993, starttls: 143, none: 143},
	smtp: {tls: 465, starttls: 587, none: 25},
};

/** A port that belongs to STARTTLS says so; everything else is taken to be TLS from the start. */
const tlsOf = (protocol: Protocol, port: number | null): TlsMode =>
	port !== null && [143, 587, 25].includes(port) && port !== ports[protocol].tls
		? 'starttls'
		: 'tls';

const wishes = (call: Call, protocol: Protocol) => ({
	host: textFlag(call, `${protocol}Host`),
	port: numberFlag(call, `${protocol}Port`),
	tls: textFlag(call, `${protocol}Tls`) as TlsMode | null,
	user: textFlag(call, `${protocol}User`),
});

/** The port follows the TLS mode unless it was chosen by hand. */
const portFor = (
	protocol: Protocol,
	{tls, wish, before}: {tls: TlsMode; wish: number | null; before: ServerAddress | null},
): number => {
	const usual = ports[protocol];
	if (wish !== null) return wish;
	return before !== null && before.port !== usual[before.tls] ? before.port : usual[tls];
};

/**
 * The server of an account after the flags `--imap-…` or `--smtp-…`. Null when there is none: no
 * host was ever given, or it was taken away with an empty one.
 */
export const serverOf = (
	call: Call,
	protocol: Protocol,
	{before, user}: {readonly before: ServerAddress | null; readonly user: string},
): ServerAddress | null => {
	const wish = wishes(call, protocol);
	const host = wish.host ?? before?.host ?? '';
	if (host === '') return null;
	const tls = wish.tls ?? before?.tls ?? tlsOf(protocol, wish.port);
	return {
		host,
		port: portFor(protocol, {tls, wish: wish.port, before}),
		tls,
		user: wish.user ?? before?.user ?? user,
		allowSelfSigned: isSet(call, 'allowSelfSigned')
			? true
			: call.flags['verifyCertificate'] === true
				? false
				: (before?.allowSelfSigned ?? false),
	};
};
