import assert from 'node:assert/strict';
import {chmod, mkdir, readdir, rm, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {openRoom} from '../program/room.ts';
import {startSmtpSink} from '../server/smtp.ts';
import {receiveOne} from './raw-mail.ts';

test('a backup made while the service runs is restored into its place', async t => {
	const room = await openRoom(t, 'en');
	const number = await receiveOne(room, 'a');
	const file = join(room.folder, 'desk.tar.gz');
	const killed = join(room.dataFolder, 'run/backup-killed');
	await mkdir(killed);
	await utimes(killed, 1, 1);
	const made = await room.raute(['backup', file]);
	assert.equal(made.code, 0, made.err);
	assert.deepEqual(
		(await readdir(join(room.dataFolder, 'run'))).filter(name => name.startsWith('backup-')),
		[],
	);
	await receiveOne(room, 'b');
	assert.equal((await room.raute(['restore', file, '--replace'])).code, 75);
	await room.raute(['stop']);
	assert.equal((await room.raute(['restore', file])).code, 1);
	const restored = await room.raute(['restore', file, '--replace']);
	assert.equal(restored.code, 0, restored.err);
	const rows = (await room.json(['list'])) as readonly {readonly number: string}[];
	assert.deepEqual(
		rows.map(row => row.number),
		[number],
	);
	assert.equal((await room.raute(['check'])).code, 0);
});

test('a damaged or missing backup is refused and the data stays', async t => {
	const room = await openRoom(t, 'en');
	await receiveOne(room, 'a');
	await room.raute(['stop']);
	const file = join(room.folder, 'broken.tar.gz');
	await writeFile(file, 'no archive');
	assert.equal((await room.raute(['restore', file, '--replace'])).code, 65);
	assert.equal((await room.raute(['restore', `${file}.gone`, '--replace'])).code, 1);
	assert.equal((await room.raute(['restore'])).code, 2);
	assert.equal(((await room.json(['list'])) as readonly unknown[]).length, 1);
});

test('check names a lost mail and answers 1', async t => {
	const room = await openRoom(t, 'en');
	await receiveOne(room, 'a');
	assert.equal((await room.raute(['check'])).code, 0);
	await room.raute(['stop']);
	await rm(join(room.folder, 'data/mail'), {recursive: true});
	const {code, out} = await room.raute(['check']);
	assert.equal(code, 1);
	assert.match(out, /^raw-missing\t/u);
	assert.equal((await room.raute(['check', 'everything'])).code, 2);
});

test('import without an account says so; a server that is away is 69', async t => {
	const {raute} = await openRoom(t, 'en');
	const none = await raute(['import']);
	assert.equal(none.code, 0, none.err);
	const sink = await startSmtpSink();
	await sink.close();
	const imap = ['--imap-host', '127.0.0.1', '--imap-port', String(sink.port), '--imap-tls', 'none'];
	await raute(['account', 'add', 'a', '--address', 'a@b.test', '--password-none', ...imap]);
	const away = await raute(['import', '--account', 'a']);
	assert.equal(away.code, 69, away.err);
	assert.equal(away.out.trim().split('\n').length, 1);
	assert.equal((await raute(['import', '--account', 'b'])).code, 1);
});

test('doctor signs in for a try and says what to do', async t => {
	const {raute, folder} = await openRoom(t, 'en');
	const sink = await startSmtpSink();
	t.after(() => sink.close());
	const smtp = ['--smtp-host', '127.0.0.1', '--smtp-port', String(sink.port), '--smtp-tls', 'none'];
	const flags = ['--address', 'a@b.test', '--enabled', 'off', '--smtp-user', 'desk', ...smtp];
	await raute(['account', 'add', 'a', ...flags, '--password-stdin'], 'geheim');
	const good = await raute(['doctor']);
	assert.equal(good.code, 0, good.out);
	assert.ok(good.out.includes(`SMTP 127.0.0.1:${sink.port}`));
	await raute(['account', 'set', 'a', '--password-stdin'], 'falsch');
	const refused = await raute(['doctor']);
	assert.equal(refused.code, 69, refused.out);
	assert.ok(refused.out.includes('wrong password'));
	await raute(['account', 'set', 'a', '--password-stdin'], 'geheim');
	await raute(['account', 'set', 'a', '--auto-responder', 'on', '--auto-subject', 'Got it']);
	await mkdir(join(folder, 'config/raute'), {recursive: true});
	const keys = '{"strange": ["x"], "close": ["Q"], "spam": ["ctrl+x"]}';
	await writeFile(join(folder, 'config/raute/keys.json'), keys);
	await chmod(join(folder, 'data/secrets.json'), 0o644);
	const bad = await raute(['doctor']);
	assert.equal(bad.code, 1, bad.out);
	for (const word of ['#{TICKET}', 'strange', '0644']) assert.ok(bad.out.includes(word), word);
	assert.match(bad.out, /key Q of close cannot be used: arrow keys/u);
	assert.match(bad.out, /key ctrl\+x of spam is unknown\.\s+.*<ctrl\+x>/u);
});

test('quarantine lists nothing on a fresh desk and refuses what is not there', async t => {
	const {raute, json} = await openRoom(t, 'en');
	assert.deepEqual(await json(['quarantine']), []);
	assert.equal((await raute(['quarantine', 'discard', 'nope'])).code, 1);
	assert.equal((await raute(['quarantine', 'retry'])).code, 2);
	assert.equal((await raute(['quarantine', 'strange'])).code, 2);
});

test('an export that lacks a mail names it and is no success', async t => {
	const room = await openRoom(t, 'en');
	await receiveOne(room, 'a');
	await rm(join(room.dataFolder, 'mail'), {recursive: true});
	const place = join(room.folder, 'copy');
	const [row] = await room.list();
	const address = row?.requester.address ?? '';
	const {code, err} = await room.raute(['export', '--address', address, place]);
	assert.equal(code, 1, err);
	assert.match(err, /\.eml/u);
});
