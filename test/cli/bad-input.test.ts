// Whatever is wrong: one line that says what and what to do, the exit code of the contract, nothing changed.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {openRoom, type Room, type Run, roomOfFile} from '../program/room.ts';
import {dovecotMissing, startDovecot} from '../server/dovecot.ts';
import {rawMail, receiveOne} from './raw-mail.ts';

/** Of tests that take no mail in. */
const shared = roomOfFile('en');

const refused = (run: Run, code: number, words: RegExp): void => {
	assert.equal(run.code, code, run.err);
	assert.equal(run.out, '');
	assert.match(run.err, words);
	assert.match(run.err, /^raute: [^\n]+\n$/u, 'one line');
};

test('unknown commands, options and languages are wrong usage', async () => {
	const {raute} = shared();
	refused(await raute(['frobnicate']), 2, /frobnicate.*raute --help/u);
	refused(await raute(['list', '--nonsense']), 2, /--nonsense.*raute list --help/u);
	refused(await raute(['list', '--lang', 'fr']), 2, /fr.*de or en/u);
	refused(await raute(['screen']), 2, /needs a terminal/u);
	refused(await raute(['list', '--status']), 2, /--status.*needs a value/u);
	refused(await raute(['list', '--queue', '--json']), 2, /--queue.*needs a value/u);
	refused(await raute(['list', '--lang']), 2, /--lang.*needs a value/u);
	refused(await raute(['account', 'set', 'a', '--signature', '-- \nme']), 2, /--signature=/u);
	// Left out, they would let every ticket through to what a script does next.
	refused(await raute(['list', '--query', 'is:typo']), 2, /“is:typo”/u);
	refused(await raute(['list', '--query', 'x since:gestern']), 2, /“since:gestern”/u);
	assert.equal((await raute(['list', '--query', '"http://x"'])).code, 0);
});

test('what every command takes may stand before its name', async t => {
	const {raute, json, dataFolder} = await openRoom(t, 'en');
	const first = await raute(['--lang', 'de', '--no-start', 'list']);
	assert.match(first.err, /^raute: .*Dienst/u);
	const place = ['--debug', '--data', dataFolder, '--lang=de'];
	assert.deepEqual(await json([...place, 'list']), []);
	refused(await raute(['--lang', 'de', 'frobnicate']), 2, /frobnicate/u);
	refused(await raute(['--theme', 'dark', 'list']), 2, /terminal/u);
});

test('the help shows how to switch off what is on', async () => {
	const {raute} = shared();
	assert.match((await raute(['reply', '--help'])).out, /--no-original\]/u);
});

test('what stands in an error line cannot drive the terminal', async () => {
	const {raute} = shared();
	refused(await raute(['\u001B]0;pwn\u0007frobnicate']), 2, /“frobnicate”/u);
	const away = await raute(['receive', 'gone\u001B[31m.eml']);
	refused(away, 1, /gone\.eml/u);
});

test('what has no end is refused, and not read into memory', async t => {
	const room = await openRoom(t, 'en');
	const number = await receiveOne(room, 'a');
	const endless = new Uint8Array(50 * 1024 * 1024).fill(0x61);
	refused(await room.process(['receive'], endless), 75, /too large/u);
	refused(await room.process(['receive', '/dev/zero']), 1, /too large/u);
	refused(await room.process(['comment', number], endless), 1, /too large/u);
	refused(await room.process(['reply', number, '--attach', '/dev/zero'], 'x'), 1, /too large/u);
	assert.equal((await room.process(['receive'], rawMail('b'))).code, 0);
});

test('an account that is not there is named, and the mail stays with the mail server', async () => {
	const {raute, json} = shared();
	refused(await raute(['receive', '--account', 'nobody'], rawMail('a')), 75, /nobody/u);
	refused(await raute(['import', '--account', 'nobody']), 1, /nobody/u);
	assert.deepEqual(await json(['list']), []);
});

test('a folder that is no place for data is named with the reason', async t => {
	const {raute, folder} = await openRoom(t, 'en');
	await writeFile(join(folder, 'data'), 'keep me');
	refused(await raute(['list']), 1, /ENOTDIR|EEXIST/u);
	refused(await raute(['list', '--data', 'once', '--data', 'twice']), 2, /--data/u);
	assert.equal(await readFile(join(folder, 'data'), 'utf8'), 'keep me');
});

test('a broken ticket is named, kept as it is, and the others stay readable', async t => {
	const room = await openRoom(t, 'en');
	const [broken, whole] = [await receiveOne(room, 'a'), await receiveOne(room, 'b')];
	await room.raute(['stop']);
	const month = `${broken.slice(0, 4)}-${broken.slice(4, 6)}`;
	const file = join(room.folder, 'data/tickets', month, `${broken}.json`);
	await writeFile(file, '{"number": "torn');
	refused(await room.raute(['show', broken]), 65, /JSON/u);
	assert.equal((await room.raute(['show', whole])).code, 0);
	assert.equal(await readFile(file, 'utf8'), '{"number": "torn');
	const check = await room.raute(['check']);
	assert.equal(check.code, 1);
	assert.match(check.out, new RegExp(`unreadable\\t.*${broken}`, 'u'));
});

test('settings that cannot be read keep the service from starting and are left alone', async t => {
	const room = await openRoom(t, 'en');
	await receiveOne(room, 'a');
	await room.raute(['stop']);
	const file = join(room.folder, 'data/desk.json');
	await writeFile(file, '{broken');
	refused(await room.raute(['list']), 65, /desk\.json.*JSON/u);
	assert.equal(await readFile(file, 'utf8'), '{broken');
});

const addAccount = ({raute}: Room, port: number, password: string): Promise<Run> => {
	const imap = ['--imap-host', '127.0.0.1', '--imap-port', String(port), '--imap-tls', 'none'];
	const words = ['--imap-user', 'desk', '--password-command', `echo ${password}`];
	return raute(['account', 'add', 'support', '--address', 'support@desk.test', ...imap, ...words]);
};

test('a wrong password and a server that is gone answer 69 and import nothing', async t => {
	const missing = dovecotMissing();
	if (missing !== null) {
		t.skip(missing);
		return;
	}
	const dovecot = await startDovecot();
	t.after(() => dovecot.dispose());
	await dovecot.drop.deliver(Buffer.from(rawMail('a')));
	const room = await openRoom(t, 'en');
	assert.equal((await addAccount(room, dovecot.ports.clear, 'not-the-password')).code, 0);
	const wrong = await room.raute(['import']);
	assert.equal(wrong.code, 69, wrong.err);
	assert.doesNotMatch(wrong.out + wrong.err, /not-the-password/u);
	await dovecot.stop();
	const gone = await room.raute(['import']);
	assert.equal(gone.code, 69, gone.err);
	assert.deepEqual(await room.json(['list']), []);
});

test('on a full disk a mail is refused for later, and taken once there is room', async t => {
	const room = await openRoom(t, 'en');
	const data = join(room.folder, 'data');
	await mkdir(data);
	const {status} = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', data]);
	if (status !== 0) {
		t.skip('a small file system cannot be mounted here');
		return;
	}
	try {
		await fillAndFree(room, data);
	} finally {
		await room.raute(['stop']);
		spawnSync('umount', ['--lazy', data]);
	}
});

const fillAndFree = async (room: Room, data: string): Promise<void> => {
	const number = await receiveOne(room, 'a');
	spawnSync('dd', ['if=/dev/zero', `of=${join(data, 'ballast')}`, 'bs=4k']);
	refused(await room.raute(['receive'], rawMail('b')), 75, /full|space/iu);
	refused(await room.raute(['comment', number], 'a comment that has no room'), 75, /full|space/iu);
	const place = join(data, 'copy');
	refused(await room.raute(['export', '--address', 'kim@example.test', place]), 75, /full/u);
	assert.match((await room.raute(['doctor'])).out, /has only 0 B left/u);
	await rm(join(data, 'ballast'));
	assert.equal((await room.raute(['receive'], rawMail('b'))).code, 0);
	const ticket = (await room.json(['show', number])) as {readonly comments: readonly unknown[]};
	assert.deepEqual(ticket.comments, []);
};
