import {headerEnd} from '../../source/mail/repair/header.ts';
import type {Random} from '../mail/seeded.ts';

type Mutation = (raw: Buffer, random: Random, all: readonly Buffer[]) => Buffer;

/** What a mail must never bring to a terminal, in the encodings in which it could arrive. */
const nasty = [
	'\u001B[2J\u001B[1;1H',
	'\u001B]0;title\u0007',
	'\u001B]8;;http://x.example\u001B\\link\u001B]8;;\u001B\\',
	'\u001B]52;c;cm0gLXJm\u001B\\',
	'\u001BP+q544e\u001B\\',
	'\u009B31m',
	'\u009D0;x\u009C',
	'\u202Egnp.exe\u202C\u2066\u2069\u200F\u061C',
	'\u200B\u200D\uFEFF\u00AD\u2060',
	'\u{E0041}\u{E007F}\uFE0F\u{E0100}',
	'\uFDD0\uFDD2\uFFFE',
	'\0\b\u007F\v\f\r',
	'&#27;[31m&#x9b;2J&#0;&#8238;',
	'=1B]0;x=07=C2=9B=E2=80=AE',
	'=?utf-8?Q?=1B]0;x=07=E2=80=AE?=',
	'+ABs-[31m+AJs-',
].map(text => Buffer.from(text));
const rawHigh = Buffer.from([0x1b, 0x5b, 0x9b, 0x9d, 0x90, 0x85, 0xa0, 0xff, 0xfe, 0x00, 0x0e]);

const splice = (raw: Buffer, at: number, what: Buffer, drop = 0): Buffer =>
	Buffer.concat([raw.subarray(0, at), what, raw.subarray(at + drop)]);

const linesOf = (raw: Buffer): string[] => raw.toString('latin1').split(/(?<=\n)/u);
const joined = (lines: readonly string[]): Buffer => Buffer.from(lines.join(''), 'latin1');

const replaceOne = (raw: Buffer, pattern: RegExp, by: string): Buffer =>
	Buffer.from(
		raw.toString('latin1').replace(pattern, () => by),
		'latin1',
	);

const charsets =
	'utf-8 us-ascii iso-8859-1 utf-7 utf-16 utf-32 hz-gb-2312 iso-2022-kr iso-2022-jp iso-2022-cn gb18030 big5 euc-kr shift_jis koi8-r x-unknown " \u0000'.split(
		' ',
	);
const encodings = ['base64', 'quoted-printable', '7bit', '8bit', 'x-uuencode', 'kaputt', ''];
const types = [
	'text/html',
	'text/plain; format=flowed; delsp=yes',
	'multipart/mixed; boundary=b',
	'multipart/alternative; boundary="=_b1"',
	'multipart/report; boundary=b',
	'multipart/digest; boundary=',
	'message/rfc822',
	'message/partial',
	'application/ms-tnef',
	'application/pkcs7-mime',
	'text/calendar',
	'message/delivery-status',
];

const lineEnds = ['\r\n', '\n', '\r', '\r\r\n', '\n\r', ' '];

const mutations: Readonly<Record<string, Mutation>> = {
	truncated: (raw, random) => raw.subarray(0, random.whole(raw.length + 1)),
	beheaded: (raw, random) => raw.subarray(random.whole(raw.length + 1)),
	'bits flipped': (raw, random) => {
		const out = Buffer.from(raw);
		for (let count = 1 + random.whole(20); count > 0 && out.length > 0; count--) {
			const at = random.whole(out.length);
			out[at] = (out[at] ?? 0) ^ (1 << random.whole(8));
		}
		return out;
	},
	'nasty bytes': (raw, random) => {
		let out = raw;
		for (let count = 1 + random.whole(5); count > 0; count--) {
			out = splice(out, random.whole(out.length + 1), random.pick([...nasty, rawHigh]));
		}
		return out;
	},
	'nested as a mail': (raw, random) => {
		let inner = raw;
		for (let depth = 1 + random.whole(4); depth > 0; depth--) {
			const head = `From: a@x.example\r\nSubject: Innen ${depth}\r\nMIME-Version: 1.0\r\n`;
			const type = `Content-Type: multipart/mixed; boundary=n${depth}\r\n\r\n--n${depth}\r\nContent-Type: message/rfc822\r\n\r\n`;
			inner = Buffer.concat([
				Buffer.from(head + type),
				inner,
				Buffer.from(`\r\n--n${depth}--\r\n`),
			]);
		}
		return inner;
	},
	'nested as parts': (raw, random) => {
		let body = raw.subarray(headerEnd(raw));
		for (let depth = 1 + random.whole(12); depth > 0; depth--) {
			const type = random.pick(['mixed', 'alternative', 'related', 'signed', 'report', 'digest']);
			body = Buffer.concat([
				Buffer.from(`Content-Type: multipart/${type}; boundary=p${depth}\r\n\r\n--p${depth}\r\n`),
				body,
				Buffer.from(`\r\n--p${depth}--\r\n`),
			]);
		}
		return Buffer.concat([Buffer.from('From: a@x.example\r\nSubject: Teile\r\n'), body]);
	},
	interleaved: (raw, random, all) => {
		const other = linesOf(random.pick(all));
		const lines = linesOf(raw);
		const out: string[] = [];
		for (let at = 0; at < Math.max(lines.length, other.length); at++) {
			const from = random.next() < 0.7 ? lines : other;
			out.push(from[at] ?? '');
		}
		return joined(out);
	},
	'headers swapped': (raw, random, all) => {
		const other = random.pick(all);
		return Buffer.concat([other.subarray(0, headerEnd(other)), raw.subarray(headerEnd(raw))]);
	},
	'lines shuffled': (raw, random) => {
		const lines = linesOf(raw);
		for (let count = 1 + random.whole(6); count > 0; count--) {
			const [line = ''] = lines.splice(random.whole(lines.length), 1);
			lines.splice(random.whole(lines.length + 1), 0, line);
		}
		return joined(lines);
	},
	'lines doubled': (raw, random) => {
		const lines = linesOf(raw);
		const at = random.whole(lines.length);
		const some = lines.slice(at, at + 1 + random.whole(8));
		return joined([
			...lines.slice(0, at),
			...Array(1 + random.whole(50)).fill(some.join('')),
			...lines.slice(at),
		]);
	},
	'another charset': (raw, random) =>
		replaceOne(raw, /charset="?[^\s";]*"?/iu, `charset=${random.pick(charsets)}`),
	'another encoding': (raw, random) =>
		replaceOne(
			raw,
			/^(?:content-transfer-encoding:[^\r\n]*|mime-version:[^\r\n]*)/imu,
			`Content-Transfer-Encoding: ${random.pick(encodings)}`,
		),
	'another type': (raw, random) =>
		replaceOne(raw, /^content-type:[^\r\n]*/imu, `Content-Type: ${random.pick(types)}`),
	'other line ends': (raw, random) =>
		joined(linesOf(raw).map(line => line.replace(/\r?\n$/u, random.pick(lineEnds)))),
	'grown long': (raw, random) => {
		const piece = raw.subarray(random.whole(raw.length + 1)).subarray(0, 1 + random.whole(200));
		const times = 1 + random.whole(random.next() < 0.1 ? 2000 : 50);
		return splice(raw, random.whole(raw.length + 1), Buffer.concat(Array(times).fill(piece)));
	},
};

const names = Object.keys(mutations);

export type Mutated = {readonly raw: Buffer; readonly how: string};

/** A mail made of the given ones by one to four mutations; the same random numbers give the same mail. */
export const mutate = (random: Random, all: readonly Buffer[]): Mutated => {
	let raw = random.pick(all);
	const how: string[] = [];
	for (let count = 1 + random.whole(4); count > 0; count--) {
		const name = random.pick(names);
		how.push(name);
		raw = mutations[name]?.(raw, random, all) ?? raw;
	}
	return {raw: Buffer.from(raw.subarray(0, 4 * 1024 * 1024)), how: how.join(', ')};
};
