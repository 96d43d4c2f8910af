import {isAscii} from 'node:buffer';
import {firstCharset, headerEnd, looksLikeHeader, repairHeader, textInHeader} from './header.ts';
import {declaredBoundary, repairStructure} from './structure.ts';
import {asPlainTransfer, base64Length, isBase64Text} from './transfer.ts';

/** How far the search for a part's header goes; real ones have some hundred bytes. */
const maxPartHeader = 64 * 1024;
const partField = /^content-(?:type|disposition|description|transfer-encoding|id):/imu;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dashes = Buffer.from('--');
const emptyLine = Buffer.from('\r\n');

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

type Piece = {readonly header: Buffer; readonly body: Buffer};

/** A text under the label base64 that is none, or is followed by the footer of a list. */
const repairBase64 = (piece: Piece): Piece => {
	const block = piece.header.toString('latin1');
	if (!isBase64Text(block)) return piece;
	const length = base64Length(piece.body);
	if (length === null) return piece;
	return length === 0
		? {header: Buffer.from(asPlainTransfer(block), 'latin1'), body: piece.body}
		: {header: piece.header, body: piece.body.subarray(0, length)};
};

const isPartHeader = (block: Buffer): boolean => {
	const opening = block.toString('latin1', 0, 4096);
	return /^(?!--)[!-9;-~]+[ \t]*:/u.test(opening) && partField.test(opening);
};

/** Each is looked for in the rest of the mail; nobody sends more of them. */
const maxInner = 200;

/** A part that is a multipart itself; its boundary is one around the parts that follow. */
const repairInner = (header: Buffer, rest: Buffer, around: Set<string>): Buffer => {
	if (!['part', 'PART', 'Part'].some(word => header.includes(word))) return header;
	const block = header.toString('latin1');
	if (around.size > maxInner || !/^content-type:\s*multipart\b/imu.test(block)) return header;
	const repaired = repairStructure(header, rest, {around});
	around.add(declaredBoundary(repaired.toString('latin1')) ?? `\0${around.size}`);
	return repaired;
};

/** One part behind its delimiter line, null where there is nothing to repair. */
const repairPart = (part: Buffer, rest: Buffer, around: Set<string>): Piece | null => {
	const window = part.subarray(0, maxPartHeader);
	const block = window.subarray(0, headerEnd(window));
	if (!isPartHeader(block)) return null;
	const end = textInHeader(block);
	const header = end === block.length ? block : Buffer.concat([block.subarray(0, end), emptyLine]);
	const body = part.subarray(end);
	const {bytes} = repairHeader(header, {top: false});
	const inner = repairInner(bytes, rest.subarray(end), around);
	const repaired = repairBase64({header: inner, body});
	return repaired.header === block && repaired.body === body ? null : repaired;
};

/** Part headers with raw 8-bit file names or labels mailparser does not know, and texts that are no base64. */
const repairParts = (body: Buffer, boundary: string | null): Buffer => {
	const pieces: Buffer[] = [];
	const around = new Set([boundary ?? '']);
	let done = 0;
	// A mail without a preamble begins with its first delimiter: no line feed before it.
	let at = body.subarray(0, 2).equals(dashes) ? 0 : body.indexOf('\n--');
	while (at >= 0) {
		const start = body.indexOf(lineFeed, at + 1) + 1;
		if (start === 0) break;
		at = body.indexOf('\n--', at + 1);
		const end = at < 0 ? body.length : Math.max(at, start);
		const repaired = repairPart(body.subarray(start, end), body.subarray(start), around);
		if (!repaired) continue;
		pieces.push(body.subarray(done, start), repaired.header, repaired.body);
		done = end;
	}
	return pieces.length === 0 ? body : Buffer.concat([...pieces, body.subarray(done)]);
};

export type SplitMail = {readonly header: Buffer; readonly body: Buffer};

/**
 * Header and body as a reader sees them: a text without any header, as scripts pipe it in, is all body,
 * and so is what stands below the fields without an empty line.
 */
export const withoutText = ({header, body}: SplitMail): SplitMail => {
	const end = looksLikeHeader(header) ? textInHeader(header) : 0;
	if (end === header.length) return {header, body};
	return {
		header: Buffer.concat([header.subarray(0, end), emptyLine]),
		body: Buffer.concat([header.subarray(end), body]),
	};
};

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
	const whole = repairBase64({header: repairStructure(repaired.bytes, body), body});
	return {
		header: whole.header,
		body: repairParts(whole.body, declaredBoundary(whole.header.toString('latin1'))),
		headerCut: repaired.cut,
	};
};
