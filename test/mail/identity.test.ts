import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseMail} from '../../source/mail/parse.ts';

const header = [
	'From: Erika <erika@kunde.example>',
	'To: support@firma.example',
	'Subject: Frage',
	'Date: Mon, 2 Mar 2026 10:15:00 +0100',
	'Message-ID: <1@kunde.example>',
];
const mail = (lines: readonly string[], body = 'Hallo\r\nWelt\r\n', end = '\r\n'): Buffer =>
	Buffer.from([...lines, '', body].join('\r\n').replaceAll('\r\n', end));
const identity = async (raw: Buffer): Promise<string> => (await parseMail(raw)).identity;
const original = await identity(mail(header));

const same: Readonly<Record<string, Buffer>> = {
	'with the fields of another delivery': mail([
		'Return-Path: <erika@kunde.example>',
		'Delivered-To: a@firma.example',
		'Received: from mx.example by firma.example',
		'Authentication-Results: firma.example; dkim=pass',
		'DKIM-Signature: v=1; a=rsa-sha256; b=abc',
		'X-Spam-Score: 3',
		'Status: RO',
		...header,
		'X-Mozilla-Status: 0001',
	]),
	'with LF line ends': mail(header, undefined, '\n'),
	'with CR line ends': mail(header, undefined, '\r'),
	'without the last line end': mail(header, 'Hallo\r\nWelt'),
	'with an mbox line': Buffer.concat([
		Buffer.from('From erika Mon Mar  2 10:15:00 2026\r\n'),
		mail(header),
	]),
	'with its fields folded and in another order': mail([
		'Message-ID:\r\n <1@kunde.example>',
		'SUBJECT:  Frage',
		...header.slice(0, 2),
		'Date: Mon, 2 Mar 2026\r\n\t10:15:00 +0100',
	]),
};

for (const [title, raw] of Object.entries(same)) {
	test(`a copy ${title} is the same mail`, async () => {
		assert.equal(await identity(raw), original);
	});
}

test('another body, subject, author or Message-ID is another mail', async () => {
	const others = await Promise.all([
		identity(mail(header, 'Hallo\r\nMond\r\n')),
		...[0, 2, 4].map(index => identity(mail(header.with(index, `${header[index]}x`)))),
		identity(mail(header.slice(0, 4))),
	]);
	assert.equal(new Set([original, ...others]).size, 6);
});

test('the identity is a sha256 in hex', () => assert.match(original, /^[0-9a-f]{64}$/));

test('two texts without any header field are two mails', async () => {
	const [one, two] = await Promise.all(
		['disk full on host one\n', 'disk full on host two\n'].map(text => identity(Buffer.from(text))),
	);
	assert.notEqual(one, two);
});
