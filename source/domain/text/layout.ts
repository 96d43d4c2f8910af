import {boundaryBefore, graphemes} from './grapheme.ts';
import {lineAt, type Position} from './text-buffer.ts';
import {drawnText, graphemeWidth, textWidth} from './width.ts';
import {type Row, wrapLine} from './wrap.ts';

/** The visual rows of a text at a width. */
export type Layout = {
	readonly lines: readonly string[];
	readonly width: number;
	/** The rows of every line. */
	readonly rows: ReadonlyArray<readonly Row[]>;
	/** The number of the first row of every line. */
	readonly firstRows: readonly number[];
	/** Rows in all. */
	readonly height: number;
};

/** A place on the screen of the text: row from its top, column in cells. */
export type Place = {readonly row: number; readonly column: number};

/** Lines at the beginning and at the end that two texts share. */
const shared = (before: readonly string[], after: readonly string[]) => {
	const most = Math.min(before.length, after.length);
	let head = 0;
	while (head < most && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	return {head, tail};
};

const wrapChanged = (lines: readonly string[], width: number, previous: Layout): Layout['rows'] => {
	const {head, tail} = shared(previous.lines, lines);
	const changed = lines.slice(head, lines.length - tail).map(line => wrapLine(line, width));
	const kept = previous.rows;
	return [...kept.slice(0, head), ...changed, ...kept.slice(kept.length - tail)];
};

/** Wraps a text. With the `previous` layout only the lines that changed are wrapped again. */
export const layOut = (options: {
	readonly lines: readonly string[];
	readonly width: number;
	readonly previous?: Layout | undefined;
}): Layout => {
	const {lines, width, previous} = options;
	if (previous?.lines === lines && previous.width === width) return previous;
	const rows =
		previous?.width === width
			? wrapChanged(lines, width, previous)
			: lines.map(line => wrapLine(line, width));
	const firstRows: number[] = [];
	let height = 0;
	for (const line of rows) {
		firstRows.push(height);
		height += line.length;
	}
	return {lines, width, rows, firstRows, height};
};

/** Where a position is seen. A position at a soft break is the beginning of the lower row. */
export const locate = (layout: Layout, {line, column}: Position): Place => {
	const rows = layout.rows[line] ?? [];
	const index = Math.max(
		0,
		rows.findLastIndex(row => row.start <= column),
	);
	const text = lineAt(layout.lines, line).slice(rows[index]?.start ?? 0, column);
	return {
		row: (layout.firstRows[line] ?? 0) + index,
		column: Math.min(textWidth(text), Math.max(0, layout.width - 1)),
	};
};

const lineOfRow = (layout: Layout, row: number): number => {
	let low = 0;
	let high = layout.firstRows.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((layout.firstRows[middle] ?? 0) <= row) low = middle;
		else high = middle - 1;
	}
	return low;
};

/** The line and offsets a visual row covers; the nearest one when there is no such row. */
export const rowAt = (layout: Layout, row: number): Row & {readonly line: number} => {
	const wanted = Math.max(0, Math.min(layout.height - 1, row));
	const line = lineOfRow(layout, wanted);
	const rows = layout.rows[line] ?? [];
	const found = rows[wanted - (layout.firstRows[line] ?? 0)] ?? {start: 0, end: 0};
	return {line, ...found};
};

/** The last position that is seen in a row: its end, or before the last grapheme at a soft break. */
export const endOfRow = (layout: Layout, row: number): Position => {
	const {line, start, end} = rowAt(layout, row);
	const text = lineAt(layout.lines, line);
	const isSoft = end < text.length;
	return {line, column: isSoft ? Math.max(start, boundaryBefore(text, end)) : end};
};

/** The position seen at a place, or the nearest one before it in the same row. */
export const positionAt = (layout: Layout, place: Place): Position => {
	const {line, start} = rowAt(layout, place.row);
	const last = endOfRow(layout, place.row).column;
	let column = start;
	let cells = 0;
	for (const grapheme of graphemes(lineAt(layout.lines, line).slice(start, last))) {
		cells += graphemeWidth(grapheme);
		if (cells > place.column) break;
		column += grapheme.length;
	}
	return {line, column};
};

/** The rows from `top` on, at most `height`, as drawn; blanks at a break may reach over the edge. */
export const drawnRows = (
	layout: Layout,
	{top, height}: {readonly top: number; readonly height: number},
): ReadonlyArray<{readonly line: number; readonly start: number; readonly text: string}> => {
	const first = Math.max(0, top);
	const count = Math.max(0, Math.min(height, layout.height - first));
	return Array.from({length: count}, (_, index) => {
		const {line, start, end} = rowAt(layout, first + index);
		return {line, start, text: drawnText(lineAt(layout.lines, line).slice(start, end))};
	});
};
