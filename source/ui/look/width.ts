import {cutToWidth, drawnText, textWidth} from '../../domain/text/width.ts';

export type FitOptions = {
	/** Where the text stands when there is room: numbers at the end. */
	readonly align?: 'start' | 'end';
	/** The sign of the current glyph set that stands for what was cut. */
	readonly ellipsis?: string;
};

const ascii = /^[\u0020-\u007e]*$/;

/** The text without controls, so that a stray line break cannot tear the screen. */
const clean = (text: string): string =>
	ascii.test(text) ? text : drawnText(text).replace(/\p{Cc}/gu, ' ');

const shorten = (text: string, width: number, ellipsis: string): string => {
	const sign = cutToWidth(ellipsis, width).text;
	const signCells = textWidth(sign);
	const {text: kept, cells} = cutToWidth(text, width - signCells);
	return `${kept}${sign}${' '.repeat(width - cells - signCells)}`;
};

/**
 * The text in exactly `width` cells: filled with blanks, or cut at a grapheme boundary and ended
 * with the ellipsis. A wide character that would be cut in half becomes a blank.
 */
export const fit = (text: string, width: number, options: FitOptions = {}): string => {
	if (width <= 0) return '';
	const shown = clean(text);
	const cells = textWidth(shown);
	if (cells > width) return shorten(shown, width, options.ellipsis ?? '…');
	const blanks = ' '.repeat(width - cells);
	return options.align === 'end' ? blanks + shown : shown + blanks;
};

/** The text in at most `width` cells, not filled. */
export const truncate = (text: string, width: number, ellipsis = '…'): string => {
	const shown = clean(text);
	return textWidth(shown) <= width ? shown : fit(shown, width, {ellipsis}).trimEnd();
};
