import type {Problem} from '../domain/problem.ts';

/** Why a server was not reached, as Node, OpenSSL, imapflow and nodemailer put it. First match counts. */
const reasons: ReadonlyArray<readonly [reason: string, words: RegExp]> = [
	['clear-text', /^clear text$/u],
	['none-set', /^no (?:IMAP|SMTP) server$/u],
	['expired', /certificate has expired|CERT_HAS_EXPIRED/iu],
	['not-yet-valid', /certificate is not yet valid|CERT_NOT_YET_VALID/iu],
	['wrong-name', /altname|not in the cert/iu],
	[
		'self-signed',
		/self[- ]signed certificate|unable to verify the first|unable to get (?:local )?issuer|UNABLE_TO_|SELF_SIGNED/iu,
	],
	['no-starttls', /(?:not support|no) STARTTLS/iu],
	['not-tls', /wrong version number|packet length too long|unknown protocol|http request/iu],
	['unknown-host', /ENOTFOUND|EAI_AGAIN|EAI_FAIL|EDNS|query\w+ E/u],
	['refused', /ECONNREFUSED/u],
	['no-route', /EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/u],
	['silent', /greeting/iu],
	['other-protocol', /EPROTOCOL|invalid greeting/iu],
	['timeout', /ETIMEDOUT|ESOCKETTIMEDOUT|required time|timeout/iu],
	[
		'closed',
		/ECONNRESET|EPIPE|ECONNECTION|disconnected before|closed unexpectedly|unexpected close/iu,
	],
];

/** `0A00010B:SSL routines:…:wrong version number:…/tls_any.c:77:`: the one part that says something. */
const openssl = /^[\dA-F]*:?error:[\dA-F]+:[^:]*:[^:]*:([^:]+).*$/u;

/** Advice to who programs, not to who sets up an account. */
const advice = /; if the root CA is installed locally.*$/u;

/**
 * The problem with the reason told by the words of the library, which has lines of its own in the
 * language files; the words stay behind it. Any other problem as it is.
 */
export const withReason = (problem: Problem): Problem => {
	const {name, details} = problem;
	const isRefused = name === 'smtp-temporary' && details['command'] === 'STARTTLS';
	const isClear = name === 'server-refused' && details['text'] === 'clear text';
	if (name !== 'server-unreachable' && !isRefused && !isClear) return problem;
	const text = String(details['text'] ?? '');
	const place = isRefused ? 'no STARTTLS' : `${details['code'] ?? ''} ${text}`.trim();
	const reason = reasons.find(([, words]) => words.test(place))?.[0];
	if (reason === undefined) return problem;
	const words = text.replace(openssl, '$1').replace(advice, '');
	return {name: 'server-unreachable', details: {...details, reason, text: words}};
};
