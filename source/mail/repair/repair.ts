import {isAscii} from 'node:buffer';
import {repairBoundaries} from './boundary.ts';
import {repairGlued} from './glued.ts';
import {firstCharset, headerEnd, looksLikeHeader, repairHeader, textInHeader} from './header.ts';
import {repairBase64, repairParts} from './parts.ts';
import {declaredBoundary, repairStructure} from './structure.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
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
	const sound = trimStart(repairLineEnds(raw));
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
export const repairMail = (mail: SplitMail): RepairedMail => {
	const {header, body} = repairBoundaries(mail);
	const charset = isAscii(header) ? null : firstCharset(body);
	const repaired = repairHeader(header, {top: true, charset});
	const whole = repairBase64({header: repairStructure(repaired.bytes, body), body});
	const boundary = declaredBoundary(whole.header.toString('latin1'));
	return {
		header: whole.header,
		body: repairParts(repairGlued(whole.body, boundary), boundary),
		headerCut: repaired.cut,
	};
};
