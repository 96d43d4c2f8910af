import stringWidth from 'string-width';
import {graphemes} from './grapheme.ts';

/** A tab is shown as this many blanks wherever it stands. */
export const tabCells = 4;

const ascii = /^[\u0020-\u007e]*$/;

/** Terminal cells of one grapheme: 0 for what is invisible, 2 for wide ones, tabs as above. */
export const graphemeWidth = (grapheme: string): number => {
	if (grapheme.length === 1) {
		const code = grapheme.charCodeAt(0);
		if (code === 0x09) return tabCells;
		if ((code >= 0x20 && code < 0x7f) || (code >= 0xc0 && code < 0x300)) return 1;
	}
	return stringWidth(grapheme, {countAnsiEscapeCodes: true});
};

/** Terminal cells of a text without line breaks. Ambiguous characters count one cell. */
export const textWidth = (text: string): number => {
	if (ascii.test(text)) return text.length;
	if (!text.includes('\t')) return stringWidth(text, {countAnsiEscapeCodes: true});
	return graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
};

/** The text as it is drawn: tabs become blanks. */
export const drawnText = (text: string): string =>
	text.includes('\t') ? text.replaceAll('\t', ' '.repeat(tabCells)) : text;

/** The text up to the last grapheme boundary within `cells`, and the cells it takes. */
export const cutToWidth = (
	text: string,
	cells: number,
): {readonly text: string; readonly cells: number} => {
	if (ascii.test(text)) {
		const kept = text.slice(0, Math.max(0, cells));
		return {text: kept, cells: kept.length};
	}
	let used = 0;
	let end = 0;
	for (const grapheme of graphemes(text)) {
		const width = graphemeWidth(grapheme);
		if (used + width > cells) break;
		used += width;
		end += grapheme.length;
	}
	return {text: text.slice(0, end), cells: used};
};
