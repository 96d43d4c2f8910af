import {splitLines, type TextLine} from '../repair/split-lines.ts';

/** A file inside the text of a mail, from before there was MIME. */
export type EmbeddedFile = {readonly name: string; readonly bytes: Buffer};

type Block = EmbeddedFile & {readonly start: number; readonly end: number};

const uuBegin = /^begin [0-7]{3,4} (\S.*)$/u;
const yBegin = /^=ybegin .*?name=(.+)$/u;
const maxBlocks = 1000;

const uuValue = (line: string, at: number): number => (line.charCodeAt(at) - 0x20) & 0x3f;

/** One line of uuencode, null when its length is not the one that it names. */
const uuLine = (line: string): Buffer | null => {
	const length = uuValue(line, 0);
	const needed = Math.ceil(length / 3) * 4;
	const data = line.slice(1).padEnd(needed, ' ');
	if (!/^[ -`]*$/u.test(line) || line.length - 1 > needed + 2 || line.length < length) return null;
	const out = Buffer.alloc(Math.ceil(length / 3) * 3);
	for (let at = 0, to = 0; to < out.length; at += 4, to += 3) {
		const group =
			(uuValue(data, at) << 18) |
			(uuValue(data, at + 1) << 12) |
			(uuValue(data, at + 2) << 6) |
			uuValue(data, at + 3);
		out.writeUIntBE(group, to, 3);
	}
	return out.subarray(0, length);
};

/** The bytes of the uuencoded lines below `begin` and the line of its `end`, null for a block without one. */
const readUu = (lines: readonly TextLine[], begin: number) => {
	const pieces: Buffer[] = [];
	for (let at = begin + 1; at < lines.length; at++) {
		const {text} = lines[at] ?? {text: ''};
		if (text.trim() === 'end') return {bytes: Buffer.concat(pieces), last: at};
		const piece = text === '' ? Buffer.alloc(0) : uuLine(text);
		if (piece === null) return null;
		pieces.push(piece);
	}
	return null;
};

/** yEnc: every byte plus 42, `=` escapes another 64. */
const yDecode = (text: string): Buffer =>
	Buffer.from(
		text
			.replace(/[\r\n]/gu, '')
			.replace(/=([\s\S])/gu, (_, next: string) =>
				String.fromCharCode((next.charCodeAt(0) - 64) & 0xff),
			),
		'latin1',
	).map(byte => (byte - 42) & 0xff) as Buffer;

const readY = (lines: readonly TextLine[], begin: number) => {
	const first = lines[begin + 1]?.text.startsWith('=ypart ') ? begin + 2 : begin + 1;
	let last = first;
	while (last < lines.length && !/^=y(?:end|begin)/u.test(lines[last]?.text ?? '')) last++;
	if (!lines[last]?.text.startsWith('=yend')) return null;
	const text = lines.slice(first, last).map(line => line.text);
	return {bytes: Buffer.from(yDecode(text.join('\n'))), last};
};

const blockAt = (lines: readonly TextLine[], at: number): (Block & {last: number}) | null => {
	const {text = '', start = 0} = lines[at] ?? {};
	const uu = uuBegin.exec(text);
	const y = uu ? null : yBegin.exec(text);
	const found = uu ? readUu(lines, at) : y ? readY(lines, at) : null;
	const name = (uu ?? y)?.[1]?.trim() ?? '';
	if (!found) return null;
	const below = lines[found.last + 1]?.text === '' ? 2 : 1;
	const end = lines[found.last + below]?.start ?? Number.POSITIVE_INFINITY;
	return {name, ...found, start, end};
};

const mayHold = (bytes: Buffer): boolean =>
	['begin ', '=ybegin '].some(mark => bytes.indexOf(mark) === 0 || bytes.includes(`\n${mark}`));

/**
 * The files that stand in a text as uuencode or yEnc, and the text without them. A block that does not
 * hold what it says stays text.
 */
export const takeEmbeddedFiles = (
	bytes: Buffer,
): {readonly rest: Buffer; readonly files: readonly EmbeddedFile[]} => {
	if (!mayHold(bytes)) return {rest: bytes, files: []};
	const text = bytes.toString('latin1');
	const lines = splitLines(text);
	const files: EmbeddedFile[] = [];
	let rest = '';
	let done = 0;
	for (let at = 0; at < lines.length && files.length < maxBlocks; at++) {
		const block = blockAt(lines, at);
		if (!block) continue;
		rest += text.slice(done, block.start);
		done = Math.min(block.end, text.length);
		files.push({name: block.name, bytes: block.bytes});
		at = block.last;
	}
	return {rest: Buffer.from(rest + text.slice(done), 'latin1'), files};
};

/** A whole part in uuencode (`Content-Transfer-Encoding: x-uuencode`), as it came when it is none. */
export const decodeUuencode = (bytes: Buffer): Buffer =>
	takeEmbeddedFiles(bytes).files[0]?.bytes ?? bytes;
