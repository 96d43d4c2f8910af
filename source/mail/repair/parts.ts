import {type Delimiter, isEmptyPart, readDelimiter} from './delimiter.ts';
import {headerEnd, repairHeader, textInHeader} from './header.ts';
import {declaredBoundary, repairStructure} from './structure.ts';
import {asPlainTransfer, base64Length, isBase64Text} from './transfer.ts';

/** How far the search for a part's header goes; real ones have some hundred bytes. */
const maxPartHeader = 64 * 1024;
const partField = /^content-(?:type|disposition|description|transfer-encoding|id):/imu;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dashes = Buffer.from('--');
const emptyLine = Buffer.from('\r\n');
/** RFC 2046 allows a boundary 70 characters; white space may follow it. */
const maxDelimiter = 1000;

export type Piece = {readonly header: Buffer; readonly body: Buffer};

/** A text under the label base64 that is none, or is followed by the footer of a list. */
export const repairBase64 = (piece: Piece): Piece => {
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

/** Without the carriage return of the line end before a delimiter. */
const withoutReturn = (part: Buffer): Buffer =>
	part.at(-1) === carriageReturn ? part.subarray(0, -1) : part;

/** A delimiter that no parser would take for one, as it was meant. */
const soundLine = (boundary: string, next: Buffer): Buffer =>
	Buffer.from(`--${boundary}${isPartHeader(next) ? '' : '--'}\r\n`, 'latin1');

/** A line that begins with two dashes, and what follows it up to the line feed before the next such line. */
type DashedLine = {readonly at: number; readonly start: number; readonly end: number};

function* dashedLines(body: Buffer): Generator<DashedLine> {
	// A mail without a preamble begins with its first delimiter: no line feed before it.
	let at = body.subarray(0, 2).equals(dashes) ? 0 : body.indexOf('\n--') + 1 || body.length;
	while (at < body.length) {
		const start = body.indexOf(lineFeed, at) + 1 || body.length;
		const next = body.indexOf('\n--', start - 1);
		yield {at, start, end: next < 0 ? body.length : Math.max(next, start)};
		at = next < 0 ? body.length : next + 1;
	}
}

const delimiterAt = (body: Buffer, at: number, boundaries: ReadonlySet<string>): Delimiter => {
	const end = body.indexOf(lineFeed, at) + 1 || body.length;
	return end - at > maxDelimiter
		? null
		: readDelimiter(body.toString('latin1', at, end), boundaries);
};

/** Whether a part between two delimiters has no body. */
const isBare = (
	body: Buffer,
	{at, start, end}: DashedLine,
	boundaries: ReadonlySet<string>,
): boolean =>
	body[end] === lineFeed &&
	isEmptyPart(body.subarray(start, end)) &&
	delimiterAt(body, at, boundaries) !== null &&
	delimiterAt(body, end + 1, boundaries) !== null;

type Replaced = {readonly by: readonly Buffer[]; readonly end: number};

/** What stands for the part behind a delimiter, up to `end`; null where there is nothing to repair. */
const replacePart = (body: Buffer, line: DashedLine, around: Set<string>): Replaced | null => {
	const part = body.subarray(line.start, line.end);
	const repaired = repairPart(part, body.subarray(line.start), around);
	if (isBare(body, line, around)) {
		return {by: [repaired?.header ?? withoutReturn(part)], end: line.end + 1};
	}
	return repaired && {by: [repaired.header, repaired.body], end: line.end};
};

/**
 * Delimiters that are not quite right, part headers with raw 8-bit file names or labels mailparser does not
 * know, texts that are no base64, and parts without a body, of which mailparser makes a line end.
 */
export const repairParts = (body: Buffer, boundary: string | null): Buffer => {
	const pieces: Buffer[] = [];
	const around = new Set([boundary ?? '']);
	let done = 0;
	for (const line of dashedLines(body)) {
		const delimiter = delimiterAt(body, line.at, around);
		if (delimiter !== null && delimiter !== 'sound') {
			const sound = soundLine(delimiter.boundary, body.subarray(line.start));
			pieces.push(body.subarray(done, line.at), sound);
			done = line.start;
		}
		const replaced = replacePart(body, line, around);
		if (!replaced) continue;
		pieces.push(body.subarray(done, line.start), ...replaced.by);
		done = replaced.end;
	}
	return pieces.length === 0 ? body : Buffer.concat([...pieces, body.subarray(done)]);
};
