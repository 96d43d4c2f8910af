import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {test} from 'node:test';
import {type DomainNames, discover} from '../../../source/mail/setup/discover.ts';
import {type Door, type Greet, greet} from '../../../source/mail/setup/greet.ts';
import {knownProvider} from '../../../source/mail/setup/known-provider.ts';
import {must} from '../../result.ts';
import {makeCertificate} from '../../server/certificate.ts';
import {dovecotMissing, startDovecot} from '../../server/dovecot.ts';
import {startSmtpSink} from '../../server/smtp.ts';

const skip = dovecotMissing() ?? false;

const nothing = () => Promise.reject(new Error('ENOTFOUND'));

type Record = Awaited<ReturnType<DomainNames['resolveSrv']>>[number];

const names = (
	srv: Readonly<{[name: string]: readonly Record[]}>,
	mx: readonly string[] = [],
): DomainNames => ({
	resolveSrv: name => (srv[name] ? Promise.resolve(srv[name]) : nothing()),
	resolveMx: () =>
		mx.length === 0
			? nothing()
			: Promise.resolve(mx.map((exchange, priority) => ({exchange, priority}))),
});

const record = (port: number, change: Partial<Record> = {}): Record => ({
	name: 'localhost',
	port,
	priority: 10,
	weight: 1,
	...change,
});

const closed = {name: '.', port: 0, priority: 0, weight: 0};

const nobody: Greet = async () => null;

/** Usual ports are not ours to open: asks the real server behind a port of this machine instead. */
const behind =
	(doors: Readonly<{[door: string]: number}>): Greet =>
	(door, milliseconds) => {
		const port = doors[`${door.host}:${door.port}`];
		return port === undefined
			? Promise.resolve(null)
			: greet({...door, host: 'localhost', port}, milliseconds);
	};

test('servers that DNS names and that answer are found, TLS from the start first', {
	skip,
}, async t => {
	const dovecot = await startDovecot();
	t.after(dovecot.dispose);
	const sink = await startSmtpSink({
		tls: 'starttls',
		certificate: makeCertificate(dovecot.folder),
	});
	t.after(sink.close);
	const found = must(
		await discover('support@firma.example', {
			names: names({
				'_imap._tcp.firma.example': [record(dovecot.ports.clear)],
				'_imaps._tcp.firma.example': [record(dovecot.ports.tls)],
				'_submissions._tcp.firma.example': [closed],
				'_submission._tcp.firma.example': [
					record(1, {priority: 1}),
					record(sink.port, {priority: 2}),
				],
			}),
		}),
	);
	const {imap, smtp, oauth} = found;
	assert.deepEqual([imap?.port, imap?.tls, imap?.by], [dovecot.ports.tls, 'tls', 'srv']);
	assert.deepEqual([smtp?.port, smtp?.tls, smtp?.by], [sink.port, 'starttls', 'srv']);
	assert.equal(oauth, null);
});

test('without DNS records usual names are tried, and only what answered counts', {
	skip,
}, async t => {
	const dovecot = await startDovecot();
	t.after(dovecot.dispose);
	const {clear, tls} = dovecot.ports;
	const knock = behind({'mail.firma.example:993': tls, 'imap.firma.example:143': clear});
	const found = must(await discover('x@firma.example', {names: names({}), greet: knock}));
	assert.deepEqual(
		[found.imap?.host, found.imap?.port, found.imap?.by],
		['mail.firma.example', 993, 'name'],
	);
	assert.equal(found.smtp, null);
});

test('a server without STARTTLS is none where STARTTLS is meant', async t => {
	const sink = await startSmtpSink({tls: 'none'});
	t.after(sink.close);
	const door: Door = {protocol: 'smtp', host: 'localhost', port: sink.port, tls: 'starttls'};
	assert.equal(await greet(door, 2000), null);
});

test('an IMAP server is no SMTP server, and nonsense is neither', {skip}, async t => {
	const dovecot = await startDovecot();
	t.after(dovecot.dispose);
	const babbler = createServer(socket => socket.end('SSH-2.0-babble\r\n'));
	babbler.listen(0, '127.0.0.1');
	await once(babbler, 'listening');
	t.after(() => babbler.close());
	const {port} = babbler.address() as {port: number};
	const clear = {host: '127.0.0.1', tls: 'starttls'} as const;
	const ask = (door: Pick<Door, 'protocol' | 'port'>) => greet({...clear, ...door}, 2000);
	assert.equal(await ask({protocol: 'smtp', port: dovecot.ports.clear}), null);
	assert.equal(await ask({protocol: 'imap', port}), null);
	assert.ok(await ask({protocol: 'imap', port: dovecot.ports.clear}));
});

test('a server that is silent and a resolver that hangs are given up', async t => {
	const silent = createServer(() => undefined);
	silent.listen(0, '127.0.0.1');
	await once(silent, 'listening');
	t.after(() => silent.close());
	const {port} = silent.address() as {port: number};
	const door = {protocol: 'imap', host: '127.0.0.1', port, tls: 'tls'} as const;
	assert.equal(await greet(door, 100), null);
	const hanging = {
		resolveSrv: () => new Promise<never>(() => undefined),
		resolveMx: () => new Promise<never>(() => undefined),
	};
	const found = must(await discover('x@firma.example', {names: hanging, greet: nobody}));
	assert.deepEqual([found.imap, found.smtp, found.oauth], [null, null, null]);
});

test('a certificate that fits goes before one that does not', async () => {
	const knock: Greet = async ({host, port}) =>
		port === 993 ? {milliseconds: 1, verified: host.startsWith('mx')} : null;
	const found = must(
		await discover('x@firma.example', {
			names: names({}, ['mx.hoster.example']),
			greet: knock,
		}),
	);
	assert.equal(found.imap?.host, 'mx.hoster.example');
});

test('Microsoft 365 and Google are known by their mail exchangers and want OAuth2', async () => {
	const knock: Greet = async ({host}) =>
		host.startsWith('outlook.') || host.startsWith('smtp.office365')
			? {milliseconds: 1, verified: true}
			: null;
	const microsoft = must(
		await discover('x@firma.example', {
			names: names({}, ['firma-example.mail.protection.outlook.com']),
			greet: knock,
		}),
	);
	assert.equal(microsoft.oauth, 'microsoft365');
	assert.deepEqual(
		[microsoft.imap?.host, microsoft.smtp?.host, microsoft.smtp?.port, microsoft.smtp?.tls],
		['outlook.office365.com', 'smtp.office365.com', 587, 'starttls'],
	);
	assert.equal(knownProvider(['aspmx.l.google.com'])?.oauth, 'google');
	assert.equal(knownProvider(['mx.notgoogle.com.firma.example']), null);
	assert.equal(knownProvider(['evilgoogle.com']), null);
});

test('what is no address is refused, and nobody is asked', async () => {
	for (const address of [
		'',
		'nonsense',
		'a@',
		'a@localhost',
		'a@127.0.0.1',
		'a b@c.de',
		'a@b@c.de',
	])
		assert.equal((await discover(address, {names: names({}), greet: nobody})).ok, false, address);
	const umlaut = must(await discover('a@müller.example', {names: names({}), greet: nobody}));
	assert.equal(umlaut.imap, null);
});
