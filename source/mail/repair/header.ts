import {isAscii, isUtf8} from 'node:buffer';
import {decodeText} from '../charset/charset.ts';
import {decoderFor} from '../charset/label.ts';
import {repairParameters} from './parameters.ts';
import {repairTransferName} from './transfer.ts';
import {repairWords} from './words.ts';

/** mailparser's limit, and ours by mail.md §3. It counts every line as 64 bytes at least. */
const maxHeaderCost = 1024 * 1024;
const lineCost = 64;
const maxFieldBytes = 64 * 1024;

const charsetParameter = /^content-type:(?:[^\n]|\n[ \t])*?charset\s*=\s*"?([^"\s;]+)/imu;

/** RFC 5322 §4.5 allows white space before the colon; mailparser then sees no field. */
const obsoleteColon = /^([!-9;-~]+)[ \t]+:/gmu;

/** The charset of the first part that names one, null without any. */
export const firstCharset = (body: Buffer): string | null =>
	charsetParameter.exec(body.toString('latin1', 0, 64 * 1024))?.[1] ?? null;

/** Where the body begins: behind the first empty line; the length when there is none. */
export const headerEnd = (raw: Buffer, from = 0): number => {
	for (let at = raw.indexOf(0x0a, from); at >= 0; at = raw.indexOf(0x0a, at + 1)) {
		if (raw[at + 1] === 0x0a) return at + 2;
		if (raw[at + 1] === 0x0d && raw[at + 2] === 0x0a) return at + 3;
	}
	return raw.length;
};

/** The fields of a header block as latin1 strings, with their folded lines and line ends. */
export const splitFields = (block: string): string[] => {
	const fields: string[] = [];
	let start = 0;
	for (let end = block.indexOf('\n'); end >= 0; end = block.indexOf('\n', end + 1)) {
		const next = block[end + 1];
		if (next === ' ' || next === '\t') continue;
		fields.push(block.slice(start, end + 1));
		start = end + 1;
	}
	if (start < block.length) fields.push(block.slice(start));
	return fields;
};

/** RFC 6532 allows UTF-8 in headers; everything else with the high bit is turned into it. */
const toUtf8 = (field: string, charset: string | null): string => {
	const bytes = Buffer.from(field, 'latin1');
	if (isUtf8(bytes) && !field.includes('\u001B')) return field;
	const decoder = charset === null ? null : decoderFor(charset);
	const usable = decoder && !/^utf-(?:7|16|32)/u.test(decoder.name) ? charset : null;
	// Half a letter where a program cut the field: with a mark for it mailparser would not see UTF-8.
	return Buffer.from(decodeText(bytes, usable).replaceAll('\uFFFD', '')).toString('latin1');
};

const essential =
	/^(?:from|subject|date|message-id|content-[a-z-]+|mime-version|auto-submitted):/iu;

const costOf = (field: string): number => {
	const lines = field.split('\n').length - 1 || 1;
	return Math.max(field.length, lines * lineCost);
};

/** A field has no more lines than bytes: most headers need not be counted. */
const isTooLarge = (block: string, fields: readonly string[]): boolean =>
	block.length * lineCost > maxHeaderCost &&
	fields.reduce((sum, field) => sum + costOf(field), 0) > maxHeaderCost;

const cutField = (field: string): string =>
	field.length <= maxFieldBytes
		? field
		: `${field.slice(0, field.lastIndexOf(' ', maxFieldBytes)).trimEnd()}\r\n`;

/** The fields that matter first, then as many others as fit, all in their old order. */
const cutFields = (fields: readonly string[]): string[] => {
	let left = maxHeaderCost - 16 * 1024;
	const keep = new Set<number>();
	for (const wanted of [true, false]) {
		for (const [index, field] of fields.entries()) {
			if (essential.test(field) !== wanted) continue;
			const cost = costOf(cutField(field));
			if (cost > left) continue;
			left -= cost;
			keep.add(index);
		}
	}
	return fields.filter((_, index) => keep.has(index)).map(cutField);
};

export type RepairedHeader = {readonly bytes: Buffer; readonly cut: boolean};

/**
 * A header block with its empty line, in UTF-8 and below the size limit. `top` is the mail's own
 * header; in parts only what mailparser would read wrong is touched. `charset` is that of the first
 * text, for raw bytes in a header that names none.
 */
export const repairHeader = (
	bytes: Buffer,
	{top, charset: other = null}: {readonly top: boolean; readonly charset?: string | null},
): RepairedHeader => {
	const block = bytes.toString('latin1');
	let fields = splitFields(block);
	const cut = isTooLarge(block, fields);
	if (cut) fields = [...cutFields(fields), '\r\n'];
	let text = fields.join('');
	if (!isAscii(bytes) || block.includes('\u001B')) {
		const charset = charsetParameter.exec(block)?.[1] ?? other;
		text = fields.map(field => toUtf8(field, charset)).join('');
	}
	text = repairWords(text, {all: top}).replace(obsoleteColon, '$1:');
	text = repairParameters(repairTransferName(text));
	return {bytes: text === block ? bytes : Buffer.from(text, 'latin1'), cut};
};

const fieldLine = /^(?:[!-9;-~]+[ \t]*:|From |>From )/u;
const usualField =
	/^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|content-[a-z-]+|delivered-to|sender|reply-to|x-[\w-]+)[ \t]*:/imu;

/** Whether a block of lines is a mail's header, and not a text that was handed in without one. */
export const looksLikeHeader = (block: Buffer): boolean => {
	const text = block.toString('latin1', 0, maxFieldBytes);
	return fieldLine.test(text) || usualField.test(text);
};

const noField = /^(?![!-9;-~]+[ \t]*:|[ \t\r]|$|>?From )/mu;
/** A field whose name has a space in it, as some programs write: `X-Scan Result: clean`. */
const oddField = /^[a-z]+-[\w-]+(?: [\w-]+){1,3}[ \t]*:/iu;
/** A line of spaces that stands for the empty one: what follows is neither a field nor more of one. */
const blankLine = /^[ \t]+\r?\n(?=\S)(?![!-9;-~]+[ \t]*:)/mu;

/**
 * Where the text begins that somebody put below a header without an empty line: behind a line of spaces, at
 * a delimiter, or at the first line that is no field, when none follows. The length of the block when there
 * is no such line.
 */
export const textInHeader = (block: Buffer): number => {
	const text = block.toString('latin1', 0, maxFieldBytes);
	const blank = blankLine.exec(text);
	if (blank && blank.index > 0) return blank.index + blank[0].length;
	const at = noField.exec(text)?.index ?? 0;
	if (at === 0 || at >= text.length) return block.length;
	const rest = text.slice(at);
	const isField =
		!rest.startsWith('--') && (/^[!-9;-~]+[ \t]*:/mu.test(rest) || oddField.test(rest));
	return isField ? block.length : at;
};
