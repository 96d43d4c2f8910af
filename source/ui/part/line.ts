import {cutToWidth, textWidth} from '../../domain/text/width.ts';
import type {Role} from '../look/theme.ts';
import {fit} from '../look/width.ts';

/** A piece of text in one role. */
export type Span = {readonly text: string; readonly role?: Role};

/** One line of the screen. */
export type Line = readonly Span[];

export const span = (text: string, role?: Role): Span =>
	role === undefined ? {text} : {text, role};

export const lineWidth = (line: Line): number =>
	line.reduce((sum, part) => sum + textWidth(part.text), 0);

/** The line in exactly `width` cells: filled with blanks, or cut and ended with the ellipsis. */
export const fitLine = (line: Line, width: number, ellipsis: string): Line => {
	const cells = lineWidth(line);
	if (cells === width) return line;
	if (cells < width) return [...line, {text: ' '.repeat(width - cells)}];
	const kept: Span[] = [];
	let used = 0;
	for (const part of line) {
		const left = width - used;
		const partCells = textWidth(part.text);
		if (partCells < left) {
			kept.push(part);
			used += partCells;
			continue;
		}
		kept.push({...part, text: fit(`${part.text}${ellipsis}`, left, {ellipsis})});
		return kept;
	}
	return kept;
};

/** A line with one part at its beginning and one at its end; the first gives way. */
export const bothEnds = (options: {
	readonly left: Line;
	readonly right: Line;
	readonly width: number;
	readonly ellipsis: string;
}): Line => {
	const {left, right, width, ellipsis} = options;
	const rightCells = lineWidth(right);
	if (rightCells > width) return fitLine(right, width, ellipsis);
	return [...fitLine(left, width - rightCells, ellipsis), ...right];
};

/** The plain text of a line. */
export const lineText = (line: Line): string => line.map(part => part.text).join('');

/** As many of the parts as fit, each with the gap behind it; the order is that of importance. */
export const asManyAsFit = (
	parts: readonly string[],
	{width, gap}: {readonly width: number; readonly gap: string},
): string => {
	let shown = '';
	for (const part of parts) {
		const next = shown === '' ? part : `${shown}${gap}${part}`;
		if (textWidth(next) > width) break;
		shown = next;
	}
	return cutToWidth(shown, width).text;
};
