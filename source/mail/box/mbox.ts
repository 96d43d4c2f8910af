import {createReadStream} from 'node:fs';
import type {RawMail} from './maildir.ts';

const lineFeed = 0x0a;
const separator = Buffer.from('From ');
const quoted = /^>+From /u;

/** The lines of a file with their ends, as bytes: mails are in any charset. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
	let rest: Buffer[] = [];
	for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
		let start = 0;
		for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
			yield Buffer.concat([...rest, chunk.subarray(start, end + 1)]);
			rest = [];
			start = end + 1;
		}
		rest.push(chunk.subarray(start));
	}
	const last = Buffer.concat(rest);
	if (last.length > 0) yield last;
}

const isBlank = (line: Buffer): boolean =>
	line.equals(Buffer.from('\n')) || line.equals(Buffer.from('\r\n'));

/** mboxrd: one `>` goes from every line of `>`s and `From `; mboxo had put one before `From ` alone. */
const unquoted = (line: Buffer): Buffer =>
	line[0] === 0x3e && quoted.test(line.subarray(0, 80).toString('latin1'))
		? line.subarray(1)
		: line;

const mailOf = (lines: readonly Buffer[], count: number): RawMail => {
	const last = lines.at(-1);
	const body = last && isBlank(last) ? lines.slice(0, -1) : lines;
	return {name: String(count), raw: Buffer.concat(body)};
};

/**
 * The mails of an mbox file (RFC 4155), one at a time: never more than one in memory. A `From ` line
 * begins a mail at the start and after a blank line. Throws when the file cannot be read.
 */
export async function* readMbox(path: string): AsyncGenerator<RawMail> {
	let lines: Buffer[] | null = null;
	let count = 0;
	let afterBlank = true;
	for await (const line of linesOf(path)) {
		if (afterBlank && line.subarray(0, separator.length).equals(separator)) {
			if (lines !== null) yield mailOf(lines, count);
			lines = [];
			count += 1;
		} else if (lines === null) {
			throw new Error('This is no mbox: it does not begin with a line "From ".');
		} else {
			lines.push(unquoted(line));
		}
		afterBlank = isBlank(line);
	}
	if (lines !== null) yield mailOf(lines, count);
}
