import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import type {ParsedMail} from '../../../source/domain/receive/parsed-mail.ts';
import {createMailReader} from '../../../source/mail/thread/read-in-worker.ts';

/*
 * The figures of the promise, through the thread that reads mails: each is read within its limits of time
 * and memory.
 */
const reader = createMailReader({size: 1, maxBytes: 25 * 1024 * 1024});
const patient = createMailReader({size: 1, maxBytes: 100 * 1024 * 1024});
after(() => Promise.all([reader.close(), patient.close()]));

const header = 'From: a@kunde.example\r\nSubject: Grenze\r\nMIME-Version: 1.0\r\n';
const mixed = `${header}Content-Type: multipart/mixed; boundary=b\r\n\r\n`;
const many = (count: number, of: (index: number) => string): string =>
	Array.from({length: count}, (_, index) => of(index)).join('');
const file = (megabytes: number): Buffer =>
	Buffer.concat([
		Buffer.from(
			`${mixed}--b\r\n\r\nText\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
		),
		Buffer.from(`${'QUJD'.repeat(19)}\r\n`.repeat(Math.floor((megabytes * 1024 * 1024) / 57))),
		Buffer.from('--b--\r\n'),
	]);

type Case = readonly [string, () => Buffer, typeof reader, (mail: ParsedMail) => void];

const cases: readonly Case[] = [
	[
		'1,500 parts',
		() =>
			Buffer.from(
				`${mixed}${many(1500, n => `--b\r\nContent-Type: text/csv\r\n\r\n${n}\r\n`)}--b--`,
			),
		reader,
		mail => {
			assert.deepEqual(mail.notes, ['note.too-many-parts']);
			assert.ok(mail.attachments.length >= 800);
		},
	],
	[
		'20,000 recipients',
		() =>
			Buffer.from(
				`${header}To: ${many(20_000, n => `Kunde ${n} <k${n}@kunde.example>,\r\n `)}\r\n\r\nText`,
			),
		reader,
		mail => {
			assert.ok(mail.to.length > 500 && mail.to.length <= 1000, String(mail.to.length));
			assert.equal(mail.text, 'Text');
		},
	],
	[
		'a line of 5 MB',
		() => Buffer.from(`${header}\r\n${'x'.repeat(5 * 1024 * 1024)}`),
		reader,
		mail => {
			assert.equal(mail.text.length, 1_000_000);
			assert.deepEqual(mail.notes, ['note.text-cut']);
		},
	],
	[
		'an attachment of 60 MB above the limit',
		() => file(60),
		reader,
		mail => {
			assert.deepEqual(mail.notes, ['note.too-large']);
			assert.deepEqual(mail.attachments, []);
		},
	],
	[
		'an attachment of 60 MB where the limit allows it',
		() => file(60),
		patient,
		mail => {
			assert.equal(mail.text, 'Text');
			assert.ok((mail.attachments[0]?.size ?? 0) > 59 * 1024 * 1024);
		},
	],
	[
		'1,000 nested tables',
		() =>
			Buffer.from(
				`${header}Content-Type: text/html\r\n\r\n${'<table><tr><td>'.repeat(1000)}Innen${'</td></tr></table>'.repeat(1000)}`,
			),
		reader,
		mail => assert.equal(mail.text, 'Innen'),
	],
	[
		'2 MB of HTML',
		() =>
			Buffer.from(
				`${header}Content-Type: text/html\r\n\r\n${'<p>Hallo <b>Welt</b> <a href="http://x.example/">Link</a></p>'.repeat(34_000)}`,
			),
		reader,
		mail => assert.match(mail.text, /^Hallo Welt Link \[1\]/u),
	],
];

for (const [title, make, by, check] of cases) {
	test(`${title}: the mail is read in the thread`, async () => {
		const result = await by.read(make());
		assert.ok(result.ok, JSON.stringify(result));
		assert.equal(result.value.subject, 'Grenze');
		check(result.value);
	});
}
