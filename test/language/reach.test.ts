import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sayProblem, sayProblemLine} from '../../source/language/problem.ts';
import {withReason} from '../../source/language/reach.ts';
import {createSay} from '../../source/language/say.ts';

/** What the libraries said to servers that were set up so. */
const cases: ReadonlyArray<readonly [reason: string, text: string, code?: string]> = [
	['self-signed', 'self-signed certificate; if the root CA is installed locally, try running …'],
	['self-signed', 'unable to verify the first certificate'],
	['expired', 'certificate has expired', 'CERT_HAS_EXPIRED'],
	['wrong-name', "Host: localhost. is not in the cert's altnames: DNS:other.example"],
	['not-tls', 'wrong version number'],
	[
		'not-tls',
		'403DA7:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/openssl/tlsany_meth.c:77:',
		'ERR_SSL_WRONG_VERSION_NUMBER',
	],
	['no-starttls', 'Server does not support STARTTLS'],
	['silent', 'Failed to receive greeting from server in required time. Maybe should use TLS?'],
	['silent', 'Greeting never received', 'ETIMEDOUT'],
	['timeout', 'Failed to establish connection in required time'],
	['timeout', 'Connection timeout', 'ETIMEDOUT'],
	['other-protocol', '* OK hi', 'EPROTOCOL'],
	['refused', 'connect ECONNREFUSED 127.0.0.1:1'],
	['unknown-host', 'getaddrinfo ENOTFOUND mail.nowhere.invalid'],
	['no-route', 'connect EHOSTUNREACH 192.0.2.1:993'],
	['closed', 'Client network socket disconnected before secure TLS connection was established'],
	['closed', 'Unexpected close'],
	['clear-text', 'clear text'],
];

for (const [reason, text, code] of cases)
	test(`"${text}" is ${reason} and said in plain words`, () => {
		const details = {host: 'mail.example', text, ...(code && {code})};
		const problem = {name: 'server-unreachable', details} as const;
		assert.equal(withReason(problem).details['reason'], reason);
		for (const language of ['de', 'en'] as const) {
			const say = createSay(language);
			const {what, todo} = sayProblem(say, problem);
			const plain = sayProblem(say, {name: 'server-unreachable', details: {}});
			assert.notEqual(todo, plain.todo);
			assert.match(what, /mail\.example/);
			assert.doesNotMatch(what, /openssl\/|root CA/);
		}
	});

test('the words of the library stay behind ours', () => {
	const details = {host: 'mail.example', text: 'self-signed certificate'};
	assert.equal(
		sayProblemLine(createSay('de'), {name: 'server-unreachable', details}),
		'Das Zertifikat des Servers mail.example bestätigt niemand (self-signed certificate). Nur beim eigenen Server »Eigenes Zertifikat« einschalten (--allow-self-signed).',
	);
});

test('a server that refuses STARTTLS is told from one that refuses a mail', () => {
	const details = {host: 'mail.example', code: '502', text: '502 no'};
	const reason = (command: string) =>
		withReason({name: 'smtp-temporary', details: {...details, command}}).details['reason'];
	assert.equal(reason('STARTTLS'), 'no-starttls');
	assert.equal(reason('MAIL FROM'), undefined);
	const other = {name: 'server-unreachable', details: {text: 'NO denied'}} as const;
	assert.equal(withReason(other), other);
});
