import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {openRoom} from '../program/room.ts';
import {rawMail, receiveOne} from './raw-mail.ts';

const count = 100;

const fillMaildir = async (folder: string): Promise<string> => {
	const path = join(folder, 'Maildir');
	await mkdir(join(path, 'new'), {recursive: true});
	await mkdir(join(path, 'cur'));
	for (let index = 0; index < count; index += 1) {
		const id = `m${index}`;
		const file = join(path, 'new', `${1_700_000_000 + index}.test`);
		await writeFile(file, rawMail(id, {subject: `Mail ${id}`}));
	}
	return path;
};

test('a Maildir received twice is imported once, each mail as a line in its order', async t => {
	const room = await openRoom(t, 'en');
	const maildir = await fillMaildir(room.folder);
	const first = await room.raute(['receive', '--maildir', maildir]);
	assert.equal(first.code, 0, first.err);
	const lines = first.out.trim().split('\n');
	assert.equal(lines.length, count);
	assert.ok(lines.every(line => /^imported \d{12} new$/u.test(line)));
	const again = await room.raute(['receive', '--maildir', maildir]);
	assert.deepEqual(
		again.out.trim().split('\n'),
		lines.map(line => line.replace(/new$/u, 'duplicate')),
	);
	const all = (await room.json(['list'])) as readonly {readonly number: string}[];
	assert.equal(all.length, count);
});

test('a mail on standard input makes a ticket, its answer follows, a repetition is a duplicate', async t => {
	const room = await openRoom(t, 'en');
	const number = await receiveOne(room, 'a');
	assert.match(number, /^\d{12}$/u);
	const reply = rawMail('b', {headers: ['In-Reply-To: <a@example.test>']});
	assert.equal((await room.raute(['receive'], reply)).out, `imported ${number} follow-up\n`);
	const again = await room.raute(['receive', '--json'], rawMail('a'));
	assert.deepEqual(JSON.parse(again.out), {
		result: 'duplicate',
		number,
		messageId: '<a@example.test>',
		reason: null,
	});
});

test('files that cannot be read are named, the others are taken in all the same', async t => {
	const room = await openRoom(t, 'en');
	const mbox = join(room.folder, 'box');
	const escaped = rawMail('c').replaceAll('\r\n', '\n');
	await writeFile(mbox, `From kim\n${escaped}\nFrom kim\n${escaped.replaceAll('c@', 'd@')}`);
	const gone = join(room.folder, 'gone.eml');
	const {code, out, err} = await room.raute(['receive', gone, '--mbox', mbox]);
	assert.equal(code, 1);
	assert.equal(out.trim().split('\n').length, 2);
	assert.ok(err.includes(gone));
	assert.equal(err.trim().split('\n').length, 1);
});

test('what cannot be taken in is refused with the exit code for a mail server, and nothing is stored', async t => {
	const room = await openRoom(t, 'en');
	const missing = await room.raute(['receive', '--no-start'], rawMail('a'));
	assert.equal(missing.code, 75);
	assert.equal((await room.raute(['receive'], '')).code, 65);
	assert.equal((await room.raute(['receive', '--account', 'none'], rawMail('a'))).code, 75);
	assert.equal((await room.raute(['receive', '--account', 'a', '--queue', 'b'])).code, 2);
	assert.deepEqual(await room.json(['list']), []);
});
