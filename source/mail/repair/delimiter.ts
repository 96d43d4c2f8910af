import {headerEnd} from './header.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const maxHeader = 64 * 1024;

/** Behind a boundary: nothing, or what closes the multipart. */
const sound = /^(?:(?:--)?[ \t]*\r?\n|--[ \t]*)$/u;
/** One dash too few, something behind the last dash, or the end of a mail that was cut there. */
const damaged = /^(?:-[ \t]*\r?\n?|--[ \t]*\S[^\n]*\n?|[ \t]*\r?)$/u;

export type Delimiter = 'sound' | {readonly boundary: string} | null;

/**
 * What a line (latin1, with its end) that begins with two dashes is: a delimiter of one of these
 * multiparts, one that no parser takes for it, or none.
 */
export const readDelimiter = (line: string, boundaries: ReadonlySet<string>): Delimiter => {
	let found: Delimiter = null;
	for (const boundary of boundaries) {
		if (boundary === '' || !line.startsWith(boundary, 2)) continue;
		const rest = line.slice(2 + boundary.length);
		if (sound.test(rest)) return 'sound';
		if (damaged.test(rest)) found = {boundary};
	}
	return found;
};

/** Whether a part ends with its header, its empty line, and the line end that belongs to the delimiter. */
export const isEmptyPart = (part: Buffer): boolean => {
	const size = part.at(-1) === carriageReturn ? part.length - 1 : part.length;
	// Most parts end with a line of text: they are done with at once.
	if (part[size - 1] !== lineFeed || size > maxHeader) return false;
	if (part.length === size ? part[size - 2] !== lineFeed : part[size - 2] !== carriageReturn) {
		return false;
	}
	return headerEnd(part) === size;
};
