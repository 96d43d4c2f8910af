import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clean, cleanAddress, cleanLine, cleanResponse} from '../../source/mail/clean.ts';
import {parseMail} from '../../source/mail/parse.ts';
import {safeFileName} from '../../source/mail/part/parse-file-name.ts';
import {serverWords} from '../../source/mail/server-words.ts';
import {seeded} from './seeded.ts';

/*
 * Every place where foreign text comes into the desk, filled with what must not come through. A new
 * field of a mail belongs into this list.
 */
const nasty =
	'\u001B[31m\u001B]0;t\u0007\u001B]8;;http://x.example\u001B\\l\u001B]8;;\u001B\\\u009B2J\u0090q\u009C\0\u0007\u007F\u202Ee\u2066\u200B\u200D\u00AD\uFEFF\u{E0041}\u{E007F}\uFE0F\u{E0100}\uFDD0\u2028';
const never =
	/(?![\n\t])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u061C\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFE00-\uFE0F\u{1F3FB}-\u{1F3FF}\u{E0000}-\u{E0FFF}]/u;

const utf8 = (text: string): string => Buffer.from(text).toString('base64');
const word = `=?utf-8?B?${utf8(`A${nasty}B`)}?=`;
const raw = `a${nasty}b`.replace(/[\r\n]/gu, '');

/** The fields of a header, each nasty in raw bytes and inside an encoded word. */
const headers = [
	'From',
	'Sender',
	'Reply-To',
	'To',
	'Cc',
	'Delivered-To',
	'X-Original-To',
	'Subject',
	'Message-ID',
	'In-Reply-To',
	'References',
	'Date',
	'Authentication-Results',
	'X-Failed-Recipients',
] as const;
const addressed = new Set([
	'From',
	'Sender',
	'Reply-To',
	'To',
	'Cc',
	'Delivered-To',
	'X-Original-To',
]);

const stringsIn = (value: unknown): readonly string[] => {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

const harmless = async (mail: string | Buffer): Promise<void> => {
	for (const text of stringsIn(await parseMail(Buffer.from(mail)))) {
		assert.doesNotMatch(text, never, JSON.stringify(text));
	}
};

for (const name of headers) {
	test(`nothing nasty comes through ${name}`, async () => {
		const value = addressed.has(name) ? `"${raw}" <a${nasty}@x.example>` : raw;
		await harmless(`${name}: ${value}\r\n\r\nText`);
		await harmless(`${name}: ${word}${addressed.has(name) ? ' <a@x.example>' : ''}\r\n\r\nText`);
		await harmless(`${name}: <${raw}@x.example>\r\n\r\nText`);
	});
}

const part = (fields: string, body: string): string =>
	`Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${fields}\r\n\r\n${body}\r\n--b--\r\n`;

const bodies: Readonly<Record<string, string>> = {
	'a text': `Content-Type: text/plain; charset=utf-8\r\n\r\n${nasty}`,
	'a text in base64': `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${utf8(nasty)}`,
	'a text in UTF-7': 'Content-Type: text/plain; charset=utf-7\r\n\r\n+ABs-[31m+AJs-2J+IC4-',
	'a page': `Content-Type: text/html; charset=utf-8\r\n\r\n<p title="${nasty}">${nasty}&#27;[31m&#155;2J&#8238;&#64976;</p>`,
	'a link target': `Content-Type: text/html; charset=utf-8\r\n\r\n<a href="http://x.example/${nasty}&#27;]0;x&#7;&#8238;">y${nasty}</a>`,
	'an alternative text': `Content-Type: text/html; charset=utf-8\r\n\r\n<img alt="${nasty}&#27;[1m" src=x>`,
	'a quote mark of our own':
		'Content-Type: text/html; charset=utf-8\r\n\r\n<div class="gmail_quote">&#64976;x&#64978;</div>',
	'a file name': part(`Content-Type: image/png; name="${raw}.png"`, 'x'),
	'a file name in words': part(`Content-Disposition: attachment; filename="${word}"`, 'x'),
	'a file name of RFC 2231': part(
		`Content-Disposition: attachment; filename*=utf-8''a%1B%5D0%3Bt%07%E2%80%AE%C2%9B.png`,
		'x',
	),
	'a content type': part(`Content-Type: ima${raw}ge/png`, 'x'),
	'a content id': part(`Content-Type: image/png\r\nContent-ID: <${raw}>`, 'x'),
	'the subject of a mail inside': part('Content-Type: message/rfc822', `Subject: ${word}\r\n\r\nx`),
	'an embedded file': `\r\nbegin 644 ${raw}\r\n#86)C\r\n\`\r\nend\r\n`,
	'an invitation': part(
		'Content-Type: text/calendar; charset=utf-8',
		`BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:${raw}\r\nLOCATION:${raw}\r\nORGANIZER;CN="${raw}":mailto:${raw}@x.example\r\nDTSTART;TZID=${raw}:20260305T140000\r\nEND:VEVENT\r\nEND:VCALENDAR`,
	),
	'a delivery status': `Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; ${raw}@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 ${raw}\r\n\r\nFinal-Recipient: rfc822; b+1B[31m@x.example\r\nAction: failed\r\nDiagnostic-Code: ${raw}\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${raw}@x.example>\r\n--b--\r\n`,
	'a bounce in free text': `From: MAILER-DAEMON\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThis is the mail system at host x.\r\n\r\n<a@x.example>: 550 5.1.1 ${raw}\r\nOriginal Message-ID: <${raw}@x.example>\r\n`,
};

for (const [place, mail] of Object.entries(bodies)) {
	test(`nothing nasty comes through ${place}`, () => harmless(`MIME-Version: 1.0\r\n${mail}`));
}

test('nothing nasty comes through the words of a server', () => {
	assert.doesNotMatch(serverWords(`NO ${nasty} geheim ${nasty}`, ['geheim']), never);
	assert.doesNotMatch(cleanResponse(`550 ${nasty}`), never);
});

test('the four forms of the cleaning keep their word over random characters and bytes', () => {
	const random = seeded(20_261_124);
	const pieces = [
		...nasty,
		'ا',
		'क',
		'्',
		'\u0301',
		'a',
		' ',
		'\r',
		'\n',
		'\t',
		'👩',
		'🏽',
		'\uD83D',
	];
	for (let round = 0; round < 20_000; round++) {
		const characters = Array.from({length: 1 + random.whole(16)}, () =>
			random.next() < 0.7 ? random.pick(pieces) : String.fromCodePoint(random.whole(0x110000)),
		);
		const bytes = Buffer.from(characters.map(text => text.codePointAt(0) ?? 0));
		for (const text of [characters.join(''), bytes.toString(), bytes.toString('latin1')]) {
			const safe = [clean(text), cleanLine(text), cleanAddress(text), cleanResponse(text)];
			for (const [form, result] of safe.entries()) {
				const joiners = /[\u200C\u200D]/gu;
				assert.doesNotMatch(result.replace(joiners, ''), never, JSON.stringify(text));
				if (form > 0) assert.doesNotMatch(result, /[\n\t]/u);
			}
			assert.doesNotMatch(safeFileName(text), /[/\\\n\t]|^\./u);
			assert.equal(clean(clean(text)), clean(text));
		}
	}
});
