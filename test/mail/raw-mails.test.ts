import assert from 'node:assert/strict';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {type RawMail, readMaildir} from '../../source/mail/box/maildir.ts';
import {readMbox} from '../../source/mail/box/mbox.ts';

let folder = '';

before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'raute-raw-'));
});

after(() => rm(folder, {recursive: true}));

const texts = async (mails: AsyncIterable<RawMail>): Promise<readonly string[]> => {
	const found: string[] = [];
	for await (const {raw} of mails) {
		found.push(raw === null ? 'too large' : Buffer.from(raw).toString('latin1'));
	}
	return found;
};

const mbox = async (text: string) => {
	const path = join(folder, 'mails.mbox');
	await writeFile(path, text, 'latin1');
	return texts(readMbox(path));
};

test('a Maildir gives the mails of new and cur in the order of their names', async () => {
	const maildir = join(folder, 'Maildir');
	await Promise.all(
		['new', 'cur', 'tmp'].map(name => mkdir(join(maildir, name), {recursive: true})),
	);
	await writeFile(join(maildir, 'new', '2.x'), 'two');
	await writeFile(join(maildir, 'cur', '1.x:2,S'), 'one');
	await writeFile(join(maildir, 'tmp', '3.x'), 'unfinished');
	assert.deepEqual(await texts(readMaildir(maildir)), ['one', 'two']);
});

test('a folder that is not there is an error', async () => {
	await assert.rejects(texts(readMaildir(join(folder, 'none'))));
});

test('an mbox is cut at its From lines and the quoted ones lose one sign', async () => {
	const found = await mbox(
		'From a@b Tue\nSubject: 1\n\ntext\n>From here\n>>From there\nFrom inside\n\nFrom c@d Wed\nSubject: 2\n\n\xe4\n\n',
	);
	assert.deepEqual(found, [
		'Subject: 1\n\ntext\nFrom here\n>From there\nFrom inside\n',
		'Subject: 2\n\n\xe4\n',
	]);
});

test('a sentence that begins with From after an empty line begins no mail', async () => {
	const dated = 'From c@d Tue Mar  3 10:15:00 2026\n';
	const first =
		'Subject: 1\n\nfirst\n\nFrom here on: all is well\n\nFrom Monday\n\nFrom 10:15 on\nwe wait\n';
	assert.deepEqual(await mbox(`${dated}${first}\n${dated}Subject: 2\n\nx\n\nFrom us\n`), [
		first,
		'Subject: 2\n\nx\n\nFrom us\n',
	]);
});

test('an mbox with CR LF and without a last line end is read as well', async () => {
	assert.deepEqual(await mbox('From a\r\nSubject: 1\r\n\r\nx\r\n\r\nFrom b\r\nTo: b\r\n\r\ny'), [
		'Subject: 1\r\n\r\nx\r\n',
		'To: b\r\n\r\ny',
	]);
});

test('lines longer than a block of the file stay whole', async () => {
	const long = 'x'.repeat(200_000);
	assert.deepEqual(await mbox(`From a\n\n${long}\n\nFrom b\nTo: b\n\n${long}\n`), [
		`\n${long}\n`,
		`To: b\n\n${long}\n`,
	]);
});

test('a file that is no mbox is an error, an empty one holds no mail', async () => {
	await assert.rejects(mbox('Subject: no mbox\n'));
	assert.deepEqual(await mbox(''), []);
});

test('a mail beyond the bound is named and not kept, those around it are read', async () => {
	const path = join(folder, 'large.mbox');
	const lines = 'x'.repeat(70).concat('\n').repeat(5000);
	const [oneLine, manyLines] = ['x'.repeat(300_000), lines];
	await writeFile(
		path,
		`From a\n\n1\n\nFrom b\nTo: b\n\n${oneLine}\n\nFrom c\nTo: c\n\n${manyLines}\n\nFrom d\nTo: d\n\n2\n`,
	);
	const expected = ['\n1\n', 'too large', 'too large', 'To: d\n\n2\n'];
	assert.deepEqual(await texts(readMbox(path, 200_000)), expected);
	const maildir = join(folder, 'Large');
	await mkdir(join(maildir, 'new'), {recursive: true});
	await writeFile(join(maildir, 'new', '1'), manyLines);
	await writeFile(join(maildir, 'new', '2'), 'two');
	assert.deepEqual(await texts(readMaildir(maildir, 200_000)), ['too large', 'two']);
});
