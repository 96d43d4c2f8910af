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

const isSeparator = (line: Buffer): boolean => line.subarray(0, separator.length).equals(separator);

/** With a time of day, or an address or a single word alone: `From here on` is a sentence. */
const separatorLine = /^From (?:.*\d:\d\d|\S+(?:\s+\p{L}{3})?\s*$)/u;
const headerLine = /^(?:[!-9;-~]+[ \t]*:|>?From )/u;

const opening = (line: Buffer): string => line.subarray(0, 200).toString('latin1');

/** Whether a mail begins: not every program quotes the lines of a text that begin with `From `. */
const beginsMail = (line: Buffer, next: Buffer): boolean =>
	separatorLine.test(opening(line)) && headerLine.test(opening(next));

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

type Marked = {readonly line: Buffer; readonly begins: boolean};

/** Every line with whether it begins a mail, which the line behind it says too. */
async function* markedLines(path: string, mostBytes: number): AsyncGenerator<Marked> {
	let before: Buffer | null = null;
	let line: Buffer | null = null;
	const marked = (one: Buffer, next: Buffer | null): Marked => {
		if (before === null) return {line: one, begins: isSeparator(one)};
		return {
			line: one,
			begins: isBlank(before) && isSeparator(one) && next !== null && beginsMail(one, next),
		};
	};
	for await (const next of linesOf(path, mostBytes)) {
		if (line !== null) {
			yield marked(line, next);
			before = line;
		}
		line = next;
	}
	if (line !== null) yield marked(line, null);
}

/**
 * The mails of an mbox file (RFC 4155), one at a time: never more than one in memory. A `From ` line
 * begins a mail at the start, and after a blank line where a header follows. Throws when the file cannot
 * be read.
 */
export async function* readMbox(
	path: string,
	mostBytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<RawMail> {
	let mail: Growing | null = null;
	let count = 0;
	for await (const {line, begins} of markedLines(path, mostBytes)) {
		if (begins) {
			if (mail !== null) yield mailOf(mail, count, mostBytes);
			mail = {lines: [], length: 0};
			count += 1;
		} else if (mail === null) {
			throw new Error('This is no mbox: it does not begin with a line "From ".');
		} else {
			grow(mail, unquoted(line), mostBytes);
		}
	}
	if (mail !== null) yield mailOf(mail, count, mostBytes);
}
