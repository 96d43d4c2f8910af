import assert from 'node:assert/strict';
import {type AddressInfo, connect, createServer} from 'node:net';
import {after, before, test} from 'node:test';
import type {FetchedMail} from '../../../source/mail/mail.ts';
import {createMailServer} from '../../../source/mail/server.ts';
import {must} from '../../result.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../../server/dovecot.ts';

const skip = dovecotMissing() ?? false;
const server = createMailServer({
	dataFolder: '/nonexistent',
	timeouts: {connect: 5000, socket: 5000},
});

const letter = (subject: string, bytes: number): string => {
	const header = `From: kim@example.test\r\nSubject: ${subject}\r\n\r\n`;
	const line = `${'x'.repeat(70)}\r\n`;
	return `${header}${line.repeat(bytes / line.length)}`.slice(0, bytes - 2).concat('\r\n');
};

type Change = (text: string) => string;
const same: Change = text => text;

/** Stands between client and server and changes what they say, as other servers would. */
const between = async (
	port: number,
	{asked = same, answered = same}: {readonly asked?: Change; readonly answered?: Change},
) => {
	const proxy = createServer(client => {
		const upstream = connect({host: '127.0.0.1', port});
		client.on('data', data => upstream.write(asked(data.toString('latin1')), 'latin1'));
		upstream.on('data', data => client.write(answered(data.toString('latin1')), 'latin1'));
		client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
		upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
	});
	await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
	return proxy;
};

let dovecot: Dovecot;
const long = letter('long', 700_000);
const short = letter('short', 900);
before(async () => {
	if (skip) return;
	dovecot = await startDovecot();
	await dovecot.drop.deliver(long);
	await dovecot.drop.deliver(short);
});
after(() => dovecot?.dispose());

const fetched = async (
	changes: Parameters<typeof between>[1],
	limits: {readonly maxBytes: number; readonly budgetBytes?: number; readonly from?: number},
): Promise<readonly FetchedMail[]> => {
	const proxy = await between(dovecot.ports.clear, changes);
	const {port} = proxy.address() as AddressInfo;
	const account = dovecot.account('a', 'none');
	const imap = account.imap && {...account.imap, port};
	const mailbox = must(await server.open({...account, imap}));
	const uids = must(await mailbox.search({unseen: true, above: null, since: null}));
	const mails = must(await mailbox.fetch(uids.slice(limits.from), limits));
	await mailbox.close();
	proxy.close();
	return mails;
};

/** Which of the two each is, byte for byte. */
const named = (mails: readonly FetchedMail[]): readonly string[] =>
	mails.map(({raw}) => {
		const text = Buffer.from(raw ?? []).toString();
		return text === long ? 'long' : text === short ? 'short' : `${text.length} other bytes`;
	});

/** Exchange estimates it unless it is told not to. */
const withSize =
	(change: number): Change =>
	text =>
		text.replaceAll(/RFC822\.SIZE (\d+)/gu, (_, size) => `RFC822.SIZE ${Number(size) + change}`);

for (const change of [-3000, -1, 1, 3000]) {
	test(`a mail is whole although the server is wrong by ${change} bytes about its size`, {
		skip,
	}, async () => {
		const mails = await fetched({answered: withSize(change)}, {maxBytes: 1_000_000});
		assert.deepEqual(named(mails), ['long', 'short']);
	});
}

test('a server that gives no parts of a mail gives it whole', {skip}, async () => {
	const asked: Change = text => text.replaceAll(/(BODY\.PEEK\[\])<[\d.]+>/gu, '$1');
	assert.deepEqual(named(await fetched({asked}, {maxBytes: 1_000_000})), ['long', 'short']);
});

test('a mail as long as the first question is whole', {skip}, async () => {
	const limits = {maxBytes: 1_000_000, budgetBytes: short.length, from: 1};
	assert.deepEqual(named(await fetched({}, limits)), ['short']);
});

test('a mail that turns out larger than the server said keeps its header', {skip}, async () => {
	const limits = {maxBytes: 650_000};
	const [first] = await fetched({answered: withSize(-100_000)}, limits);
	assert.equal(first?.raw, null);
	assert.match(Buffer.from(first?.header ?? []).toString(), /Subject: long\r\n\r\n$/u);
});

test('no size is asked for where a mail came whole at once', {skip}, async () => {
	const questions: string[] = [];
	const asked: Change = text => {
		questions.push(text);
		return text;
	};
	await fetched({asked}, {maxBytes: 300});
	assert.equal(questions.filter(text => text.includes('RFC822.SIZE')).length, 1);
	questions.length = 0;
	await dovecot.drop.deliver(letter('another', 800));
	const mails = await fetched({asked}, {maxBytes: 1_000_000});
	assert.equal(mails.length, 3);
	const sizes = questions.filter(text => text.includes('RFC822.SIZE'));
	assert.equal(sizes.length, 1);
	assert.match(sizes[0] ?? '', /FETCH 1 /u);
});
