import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ParsedMail} from '../../source/domain/receive/parsed-mail.ts';
import {parseMail} from '../../source/mail/parse.ts';

/*
 * Mails beyond the limits of mail.md §3, and mails made to keep a reader busy. Each must give a mail
 * with its author and subject; a reader that needs the square of the size would not come back here.
 */
const header = 'From: a@kunde.example\r\nSubject: Grenze\r\nMIME-Version: 1.0\r\n';
const mixed = `${header}Content-Type: multipart/mixed; boundary=b\r\n\r\n`;
const html = `${header}Content-Type: text/html\r\n\r\n`;
const many = (count: number, of: (index: number) => string): string =>
	Array.from({length: count}, (_, index) => of(index)).join('');
const parts = (count: number): string =>
	`${mixed}${many(count, index => `--b\r\nContent-Type: text/${index === 0 ? 'plain' : 'csv'}\r\n\r\n${index}\r\n`)}--b--\r\n`;

type Case = readonly [string, () => string, (mail: ParsedMail) => void];

const cases: readonly Case[] = [
	[
		'900 parts are all read',
		() => parts(900),
		mail => {
			assert.equal(mail.attachments.length, 899);
			assert.deepEqual(mail.notes, []);
		},
	],
	[
		'of 5000 parts the first ones are read',
		() => parts(5000),
		mail => {
			assert.equal(mail.text, '0');
			assert.ok(mail.attachments.length > 800);
			assert.deepEqual(mail.notes, ['note.too-many-parts']);
		},
	],
	[
		'of a text of nine million letters the first million is read',
		() => `${header}Content-Type: text/plain; charset=utf-8\r\n\r\n${'ж€ '.repeat(3e6)}`,
		mail => {
			assert.ok(mail.text.startsWith('ж€ ж€'));
			assert.equal(mail.text.length, 1e6);
			assert.deepEqual(mail.notes, ['note.text-cut']);
		},
	],
	[
		'a header field of 3 MB leaves the others',
		() => `X-Big: ${'y'.repeat(3e6)}\r\n${header}\r\nText`,
		mail => {
			assert.equal(mail.text, 'Text');
			assert.deepEqual(mail.notes, ['note.header-cut']);
		},
	],
	[
		'40,000 header lines leave those that matter',
		() => `${'Received: from a\r\n'.repeat(40_000)}${header}\r\nText`,
		mail => assert.deepEqual(mail.notes, ['note.header-cut']),
	],
	[
		'of 20,000 references a hundred stay, the first and the newest among them',
		() => `${header}References:${many(20_000, index => `\r\n <${index}@x.example>`)}\r\n\r\nText`,
		mail => {
			assert.equal(mail.references.length, 100);
			assert.equal(mail.references[0], '<0@x.example>');
		},
	],
	[
		'a mail above the size limit keeps its header',
		() => `${header}\r\n${'x'.repeat(26 * 1024 * 1024)}`,
		mail => {
			assert.equal(mail.text, '');
			assert.deepEqual(mail.notes, ['note.too-large']);
		},
	],
	[
		'a text of 10 MB is cut',
		() => `${header}\r\n${'hello world 123\r\n'.repeat(600_000)}`,
		mail => {
			assert.equal(mail.text.length, 1_000_000);
			assert.deepEqual(mail.notes, ['note.text-cut']);
		},
	],
	[
		'HTML of 3 MB is cut',
		() => html + '<p class="some-class-of-a-newsletter">Hello <b>world</b></p>\r\n'.repeat(50_000),
		mail => assert.deepEqual(mail.notes, ['note.html-cut']),
	],
	[
		'a table of 60,000 rows',
		() => `${html}<table border=1>${'<tr><td>a</td><td>b</td></tr>\r\n'.repeat(60_000)}`,
		mail => assert.match(mail.text, /^a b/u),
	],
	[
		'30,000 links',
		() => html + many(30_000, index => `<a href="http://x.example/${index}">y</a>`),
		mail => assert.match(mail.text, /\[30000\] http/u),
	],
	[
		'600,000 open tags',
		() => `${html}${'<b>'.repeat(600_000)}Ende`,
		mail => assert.equal(mail.text, 'Ende'),
	],
	['two million <', () => html + '<'.repeat(2e6), mail => assert.equal(mail.hasHtml, true)],
	['unclosed tags', () => html + '<a '.repeat(600_000), mail => assert.equal(mail.hasHtml, true)],
	[
		'300 tables in tables',
		() => `${html}${'<table border=1><tr><td>'.repeat(300)}x`,
		mail => assert.equal(mail.text, 'x'),
	],
	[
		'900 multiparts in one another',
		() =>
			`${header}Content-Type: multipart/mixed; boundary=b0\r\n\r\n${many(900, index => `--b${index}\r\nContent-Type: multipart/mixed; boundary=b${index + 1}\r\n\r\n`)}--b900\r\n\r\nx`,
		mail => assert.equal(mail.text, 'x'),
	],
	[
		'nothing but delimiters',
		() => mixed + '\n--\n'.repeat(500_000),
		mail => assert.ok(mail.notes.includes('note.structure-broken')),
	],
	[
		'nothing but escapes',
		() => `${header}\r\n${'\u001B]'.repeat(2e6)}`,
		mail => assert.equal(mail.text, ''),
	],
	[
		'nothing but introducers',
		() => `${header}Content-Type: text/plain; charset=utf-8\r\n\r\n${'\u0090'.repeat(1e6)}`,
		mail => assert.equal(mail.text, ''),
	],
	[
		'nothing but beginnings of files',
		() => `${header}\r\n${'=ybegin name=a\r\nbegin 644 b\r\n'.repeat(60_000)}`,
		mail => assert.deepEqual(mail.attachments, []),
	],
	[
		'nothing but beginnings of signed texts',
		() => `${header}\r\n${'-----BEGIN PGP SIGNED MESSAGE-----\r\n\r\n'.repeat(50_000)}`,
		mail => assert.deepEqual(mail.notes, ['note.text-cut', 'note.signed-pgp'].toSorted()),
	],
	[
		'nothing but rules of style',
		() => `${html}<style>${'@m/*a{'.repeat(30_000)}</style>Ende`,
		mail => assert.equal(mail.text, 'Ende'),
	],
	[
		'nothing but line breaks',
		() => `${html}Anfang${'<br>'.repeat(500_000)}Ende`,
		mail => assert.equal(mail.text, 'Anfang\n\nEnde'),
	],
	[
		'nothing but inner multiparts without their delimiters',
		() => mixed + '--b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n'.repeat(20_000),
		mail => assert.ok(mail.notes.includes('note.too-many-parts')),
	],
	[
		'nothing but quotes and answers',
		() => `${header}\r\n${'> x\r\ny\r\n'.repeat(100_000)}`,
		mail => assert.match(mail.replyText, /^> x\ny/u),
	],
	[
		'a line of spaces as long as a book',
		() => `${header}\r\n> x\r\n${' '.repeat(900_000)}x`,
		mail => assert.equal(mail.text.length, 900_005),
	],
	[
		'nothing but empty lines that claim to be base64',
		() => `${header}Content-Transfer-Encoding: base64\r\n\r\n${'\r\n'.repeat(500_000)}z z`,
		mail => assert.equal(mail.attachments.length, 0),
	],
	[
		'a preamble of nothing but beginnings',
		() =>
			`${header}\r\n${'This is a '.repeat(40)}\r\n${'MIME\r\n'.repeat(40)}-z\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n`,
		mail => assert.match(mail.text, /^This is a/u),
	],
	[
		'a file name of nothing but backslashes',
		() => `${header}Content-Type: text/csv; name="${'\\'.repeat(250_000)}z\r\n\r\nx`,
		mail => assert.equal(mail.attachments.length, 1),
	],
	[
		'addresses of nothing but @',
		() => `${header}${`To: "x" <${'@'.repeat(60_000)}\r\n`.repeat(15)}\r\nx`,
		mail => assert.equal(mail.text, 'x'),
	],
	[
		'encoded words without an end',
		() => `${header}${`X-A: ${'=?a?B?aa'.repeat(8000)}\r\n`.repeat(15)}\r\nx`,
		mail => assert.equal(mail.text, 'x'),
	],
	[
		'a calendar of nothing but beginnings',
		() => `${header}Content-Type: text/calendar\r\n\r\n${'BEGIN:VEVENT\r\n'.repeat(14_000)}`,
		mail => assert.equal(mail.attachments.length, 1),
	],
];

for (const [title, make, check] of cases) {
	test(`${title}: the mail is read`, async () => {
		const mail = await parseMail(Buffer.from(make()));
		assert.equal(mail.subject, 'Grenze');
		assert.equal(mail.from.address, 'a@kunde.example');
		check(mail);
	});
}

test('a subject of 60,000 encoded words is cut to a line', async () => {
	const mail = await parseMail(Buffer.from(`Subject: ${'=?utf-8?Q?a?= '.repeat(60_000)}\r\n\r\nx`));
	assert.equal(mail.subject.length, 1000);
});
