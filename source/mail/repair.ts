import {isAscii} from 'node:buffer';
import {firstCharset, headerEnd, looksLikeHeader, repairHeader} from './repair-header.ts';
import {repairStructure} from './repair-structure.ts';

/** How far the search for a part's header goes; real ones have some hundred bytes. */
const maxPartHeader = 64 * 1024;
const partField = /^content-(?:type|disposition|description|transfer-encoding|id):/imu;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dashes = Buffer.from('--');

const replaceLineEnds = (raw: Buffer, from: RegExp): Buffer =>
	Buffer.from(raw.toString('latin1').replace(from, '\r\n'), 'latin1');

/** CR alone (old Macs, some web forms) and CR CR LF (converted twice) hide the end of the header. */
const repairLineEnds = (raw: Buffer): Buffer => {
	const head = raw.subarray(0, 64 * 1024);
	const first = head.indexOf(carriageReturn);
	if (first < 0) return raw;
	if (head.includes('\r\r\n')) return replaceLineEnds(raw, /\r+\n/gu);
	if (!head.includes(lineFeed)) return replaceLineEnds(raw, /\r\n?/gu);
	return raw;
};

/** Without a byte order mark, leading empty lines and the `From ` line of an mbox (RFC 4155). */
const trimStart = (raw: Buffer): Buffer => {
	let start = raw.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
	while (raw[start] === lineFeed || raw[start] === carriageReturn) start++;
	const opening = raw.toString('latin1', start, start + 16);
	if (/^>?From (?![ \t]*:)/u.test(opening)) {
		const end = raw.indexOf(lineFeed, start);
		start = end < 0 ? raw.length : end + 1;
	}
	return start === 0 ? raw : raw.subarray(start);
};

/** Part headers with raw 8-bit file names or labels mailparser does not know. */
const repairParts = (body: Buffer): Buffer => {
	const pieces: Buffer[] = [];
	let done = 0;
	// A mail without a preamble begins with its first delimiter: no line feed before it.
	let at = body.subarray(0, 2).equals(dashes) ? 0 : body.indexOf('\n--');
	for (; at >= 0; at = body.indexOf('\n--', at + 1)) {
		const start = body.indexOf(lineFeed, at + 1) + 1;
		if (start === 0) break;
		const window = body.subarray(start, start + maxPartHeader);
		const block = window.subarray(0, headerEnd(window));
		const opening = block.toString('latin1', 0, 4096);
		if (!/^(?!--)[!-9;-~]+:/u.test(opening) || !partField.test(opening)) continue;
		const repaired = repairHeader(block, {top: false});
		if (repaired.bytes === block) continue;
		pieces.push(body.subarray(done, start), repaired.bytes);
		done = start + block.length;
	}
	return pieces.length === 0 ? body : Buffer.concat([...pieces, body.subarray(done)]);
};

export type SplitMail = {readonly header: Buffer; readonly body: Buffer};

/** A text without any header, as scripts pipe it in: all of it is body. */
export const withoutHeader = ({header, body}: SplitMail): SplitMail =>
	looksLikeHeader(header)
		? {header, body}
		: {header: Buffer.from('\r\n'), body: Buffer.concat([header, body])};

/** Header (with its empty line) and body as they came, but with readable line ends and nothing before the header. */
export const splitMail = (raw: Buffer): SplitMail => {
	const sound = repairLineEnds(trimStart(raw));
	const end = headerEnd(sound);
	return {header: sound.subarray(0, end), body: sound.subarray(end)};
};

export type RepairedMail = SplitMail & {
	/** The header was larger than the limit: fields are missing. */
	readonly headerCut: boolean;
};

/**
 * Made readable for a parser that trusts the standards: raw 8-bit and mislabelled headers, oversized
 * headers, multiparts without a boundary. A sound mail comes back untouched.
 */
export const repairMail = ({header, body}: SplitMail): RepairedMail => {
	const charset = isAscii(header) ? null : firstCharset(body);
	const repaired = repairHeader(header, {top: true, charset});
	return {
		header: repairStructure(repaired.bytes, body),
		body: repairParts(body),
		headerCut: repaired.cut,
	};
};
