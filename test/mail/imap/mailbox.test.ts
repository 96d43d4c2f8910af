import assert from 'node:assert/strict';
import type {AddressInfo} from 'node:net';
import {createServer} from 'node:net';
import {after, before, test} from 'node:test';
import type {TlsMode} from '../../../source/domain/account/account.ts';
import type {Mailbox} from '../../../source/mail/mail.ts';
import {createMailServer} from '../../../source/mail/server.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../../server/dovecot.ts';
import {testAccount} from '../../server/test-account.ts';

const skip = dovecotMissing() ?? false;
const limits = {maxBytes: 1_000_000};
const server = createMailServer({
	dataFolder: '/nonexistent',
	timeouts: {connect: 5000, socket: 5000},
});
const letter = (subject: string, body = 'text') =>
	`From: kim@example.test\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.test>\r\n\r\n${body}\r\n`;

let dovecot: Dovecot;

const open = async (tls: TlsMode, change = {}): Promise<Mailbox> => {
	const opened = await server.open(dovecot.account('a', tls, change));
	assert.ok(opened.ok, JSON.stringify(opened));
	return opened.value;
};

const value = <T>(result: {ok: true; value: T} | {ok: false; problem: unknown}): T => {
	assert.ok(result.ok, JSON.stringify(result));
	return result.value;
};

before(async () => {
	if (!skip) dovecot = await startDovecot();
});

after(async () => {
	await dovecot?.dispose();
});

for (const tls of ['tls', 'starttls', 'none'] as const) {
	test(`mails are searched, fetched whole and flagged over ${tls}`, {skip}, async () => {
		await dovecot.drop.deliver(letter(`over-${tls}`));
		const mailbox = await open(tls);
		const uids = value(await mailbox.search({unseen: true, above: null, since: null}));
		assert.equal(uids.length, 1);
		const [mail] = value(await mailbox.fetch(uids, limits));
		assert.equal(Buffer.from(mail?.raw ?? []).toString(), letter(`over-${tls}`));
		assert.deepEqual(value(await mailbox.search({unseen: true, above: null, since: null})), uids);
		value(await mailbox.settle(uids, {kind: 'seen'}));
		assert.deepEqual(value(await mailbox.search({unseen: true, above: null, since: null})), []);
		await mailbox.close();
	});
}

test('a mail that others have read is found above the mark, the last one below it is not', {
	skip,
}, async () => {
	const mailbox = await open('none');
	const mark = mailbox.uidNext - 1;
	assert.deepEqual(value(await mailbox.search({unseen: true, above: mark, since: null})), []);
	await dovecot.drop.deliver(letter('read-by-others'));
	const other = await open('none');
	const fresh = value(await other.search({unseen: true, above: null, since: null}));
	value(await other.settle(fresh, {kind: 'seen'}));
	await other.close();
	assert.deepEqual(value(await mailbox.search({unseen: true, above: mark, since: null})), fresh);
	assert.equal(mailbox.uidNext - 1, fresh[0]);
	await mailbox.close();
});

test('mails are moved and deleted one by one, twice does no harm', {skip}, async () => {
	await dovecot.drop.deliver(letter('to-move'));
	await dovecot.drop.deliver(letter('to-delete'));
	const mailbox = await open('none');
	const [first = 0, second = 0] = value(
		await mailbox.search({unseen: true, above: null, since: null}),
	);
	value(await mailbox.settle([first], {kind: 'move', folder: 'Done'}));
	value(await mailbox.settle([second], {kind: 'delete'}));
	value(await mailbox.settle([first, second], {kind: 'delete'}));
	assert.deepEqual(value(await mailbox.fetch([first, second], limits)), []);
	assert.match((await dovecot.drop.mails('Done'))[0] ?? '', /to-move/u);
	await mailbox.close();
});

test('of a mail above the limit only the header is fetched', {skip}, async () => {
	await dovecot.drop.deliver(letter('large', 'x'.repeat(5000)));
	const mailbox = await open('none');
	const uids = value(await mailbox.search({unseen: true, above: null, since: null}));
	const [mail] = value(await mailbox.fetch(uids, {maxBytes: 1000}));
	assert.equal(mail?.raw, null);
	assert.match(Buffer.from(mail?.header ?? []).toString(), /^From: kim[\s\S]*\r\n\r\n$/u);
	value(await mailbox.settle(uids, {kind: 'seen'}));
	await mailbox.close();
});

test('a large mail is fetched in pieces, byte for byte', {skip}, async () => {
	const lines = Array.from({length: 150_000}, (_, line) => `Zeile ${line} ${'x'.repeat(50)}`);
	const large = letter('pieces', lines.join('\r\n'));
	await dovecot.drop.deliver(large);
	const mailbox = await open('none');
	const uids = value(await mailbox.search({unseen: true, above: null, since: null}));
	const [mail] = value(await mailbox.fetch(uids, {maxBytes: 20_000_000}));
	assert.ok(Buffer.from(mail?.raw ?? []).equals(Buffer.from(large)));
	value(await mailbox.settle(uids, {kind: 'seen'}));
	await mailbox.close();
});

test('mails that do not fit the budget are named for another call', {skip}, async () => {
	await dovecot.drop.deliver(letter('budget-1', 'x'.repeat(600)));
	await dovecot.drop.deliver(letter('budget-2', 'x'.repeat(600)));
	const mailbox = await open('none');
	const uids = value(await mailbox.search({unseen: true, above: null, since: null}));
	const mails = value(await mailbox.fetch(uids, {...limits, budgetBytes: 800}));
	assert.deepEqual(
		mails.map(mail => [mail.raw === null, mail.header]),
		[
			[false, null],
			[true, null],
		],
	);
	value(await mailbox.settle(uids, {kind: 'seen'}));
	await mailbox.close();
});

test('waiting ends with news when a mail arrives and with idle when none does', {
	skip,
}, async () => {
	const mailbox = await open('none');
	value(await mailbox.search({unseen: true, above: null, since: null}));
	assert.equal(await mailbox.waitForNews(20), 'idle');
	const news = mailbox.waitForNews(20_000);
	await dovecot.drop.deliver(letter('news'));
	assert.equal(await news, 'news');
	const uids = value(await mailbox.search({unseen: true, above: null, since: null}));
	assert.equal(uids.length, 1);
	value(await mailbox.settle(uids, {kind: 'seen'}));
	await mailbox.close();
});

test('a copy is appended once and found by its Message-ID', {skip}, async () => {
	const mailbox = await open('none');
	assert.equal(value(await mailbox.hasMessageId('Sent', '<copy@example.test>')), false);
	value(await mailbox.append('Sent', Buffer.from(letter('copy'))));
	assert.equal(value(await mailbox.hasMessageId('Sent', '<copy@example.test>')), true);
	assert.deepEqual(value(await mailbox.search({unseen: true, above: null, since: null})), []);
	await mailbox.close();
});

test('a wrong password is a refused sign-in and is not repeated in the words', {skip}, async () => {
	process.env['RAUTE_WRONG'] = 'falsch-und-geheim';
	const password = {kind: 'environment', variable: 'RAUTE_WRONG'} as const;
	const opened = await server.open(dovecot.account('a', 'tls', {password}));
	assert.ok(!opened.ok);
	assert.equal(opened.problem.name, 'sign-in-refused');
	assert.doesNotMatch(JSON.stringify(opened), /falsch-und-geheim/u);
});

test('a certificate that cannot be verified is refused unless allowed', {skip}, async () => {
	const account = dovecot.account('a', 'tls');
	const imap = account.imap && {...account.imap, allowSelfSigned: false};
	const opened = await server.open({...account, imap});
	assert.ok(!opened.ok);
	assert.equal(opened.problem.name, 'server-unreachable');
});

test('clear text to another machine is refused before anything is sent', async () => {
	const account = testAccount({id: 'a', imapPort: 143, tls: 'none'});
	const imap = account.imap && {...account.imap, host: '192.0.2.1'};
	const opened = await server.open({...account, imap});
	assert.ok(!opened.ok && opened.problem.name === 'server-refused');
});

test('a missing folder is refused in the words of the server', {skip}, async () => {
	const opened = await server.open(dovecot.account('a', 'none', {folder: 'Nirgends'}));
	assert.ok(!opened.ok && opened.problem.name === 'server-refused');
	assert.match(String(opened.problem.details['text']), /Nirgends|exist/u);
});

test('a stopped server ends the waiting, and later calls fail by name', {skip}, async () => {
	const mailbox = await open('none');
	const news = mailbox.waitForNews(20_000);
	await dovecot.stop();
	assert.equal(await news, 'closed');
	assert.equal(await mailbox.waitForNews(20_000), 'closed');
	const found = await mailbox.search({unseen: true, above: null, since: null});
	assert.ok(!found.ok && found.problem.name === 'server-unreachable');
	const opened = await server.open(dovecot.account('a', 'none'));
	assert.ok(!opened.ok && opened.problem.name === 'server-unreachable');
	await dovecot.start();
});

test('a server that never answers is given up after the time limit', async () => {
	const silent = createServer(socket => socket.on('error', () => undefined));
	await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve));
	const {port} = silent.address() as AddressInfo;
	const hasty = createMailServer({
		dataFolder: '/nonexistent',
		timeouts: {connect: 100, socket: 100},
	});
	const opened = await hasty.open(testAccount({id: 'a', imapPort: port, tls: 'none'}));
	assert.ok(!opened.ok && opened.problem.name === 'server-unreachable');
	silent.close();
});

test('a server whose line never ends is given up before it fills the memory', async () => {
	let sent = 0;
	const endless = createServer(socket => {
		const piece = Buffer.alloc(1024 * 1024, 'a');
		const write = () => {
			while (!socket.destroyed) {
				sent += piece.length;
				if (!socket.write(piece)) return;
			}
		};
		socket.on('error', () => undefined).on('drain', write);
		write();
	});
	await new Promise<void>(resolve => endless.listen(0, '127.0.0.1', resolve));
	const {port} = endless.address() as AddressInfo;
	const opened = await server.open(testAccount({id: 'a', imapPort: port, tls: 'none'}));
	assert.ok(!opened.ok && opened.problem.name === 'server-unreachable');
	assert.ok(sent < 100 * 1024 * 1024, `${sent} bytes were taken`);
	endless.close();
});
