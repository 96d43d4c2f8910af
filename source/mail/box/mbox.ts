import {createReadStream} from 'node:fs';
import type {RawMail} from './maildir.ts';

const lineFeed = 0x0a;
const separator = Buffer.from('From ');
const quoted = /^>+From /u;

/**
 * The lines of a file with their ends, as bytes: mails are in any charset. Of a line beyond `mostBytes`
 * only the beginning is kept, which is beyond it too.
 */
async function* linesOf(path: string, mostBytes: number): AsyncGenerator<Buffer> {
	let rest: Buffer[] = [];
	let length = 0;
	const keep = (bytes: Buffer) => {
		if (length <= mostBytes) rest.push(bytes);
		length += bytes.length;
	};
	for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
		let start = 0;
		for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
			keep(chunk.subarray(start, end + 1));
			yield Buffer.concat(rest);
			[rest, length] = [[], 0];
			start = end + 1;
		}
		keep(chunk.subarray(start));
	}
	if (length > 0) yield Buffer.concat(rest);
}

const isBlank = (line: Buffer): boolean =>
	line.equals(Buffer.from('\n')) || line.equals(Buffer.from('\r\n'));

/** mboxrd: one `>` goes from every line of `>`s and `From `; mboxo had put one before `From ` alone. */
const unquoted = (line: Buffer): Buffer =>
	line[0] === 0x3e && quoted.test(line.subarray(0, 80).toString('latin1'))
		? line.subarray(1)
		: line;

type Growing = {readonly lines: Buffer[]; length: number};

/** Beyond the bound the lines are counted alone. */
const grow = (mail: Growing, line: Buffer, mostBytes: number): void => {
	mail.length += line.length;
	if (mail.length <= mostBytes) mail.lines.push(line);
};

const mailOf = ({lines, length}: Growing, count: number, mostBytes: number): RawMail => {
	if (length > mostBytes) return {name: String(count), raw: null};
	const last = lines.at(-1);
	const body = last && isBlank(last) ? lines.slice(0, -1) : lines;
	return {name: String(count), raw: Buffer.concat(body)};
};

/**
 * The mails of an mbox file (RFC 4155), one at a time: never more than one in memory. A `From ` line
 * begins a mail at the start and after a blank line. Throws when the file cannot be read.
 */
export async function* readMbox(
	path: string,
	mostBytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<RawMail> {
	let mail: Growing | null = null;
	let count = 0;
	let afterBlank = true;
	for await (const line of linesOf(path, mostBytes)) {
		if (afterBlank && line.subarray(0, separator.length).equals(separator)) {
			if (mail !== null) yield mailOf(mail, count, mostBytes);
			mail = {lines: [], length: 0};
			count += 1;
		} else if (mail === null) {
			throw new Error('This is no mbox: it does not begin with a line "From ".');
		} else {
			grow(mail, unquoted(line), mostBytes);
		}
		afterBlank = isBlank(line);
	}
	if (mail !== null) yield mailOf(mail, count, mostBytes);
}
