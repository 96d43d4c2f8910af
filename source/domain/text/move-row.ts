import {endOfRow, type Layout, locate, positionAt, rowAt} from './layout.ts';
import {moveLineEnd, moveLineStart} from './move.ts';
import {moveTo, type TextBuffer} from './text-buffer.ts';

/**
 * Moves by visual rows, down for positive numbers; a page is the height of the view. The column
 * is kept across shorter rows. `layout` must be that of the buffer's lines.
 */
export const moveRows = (buffer: TextBuffer, layout: Layout, by: number): TextBuffer => {
	const here = locate(layout, buffer.cursor);
	const goal = buffer.goal ?? here.column;
	const row = Math.max(0, Math.min(layout.height - 1, here.row + by));
	if (row === here.row) return {...buffer, goal, last: undefined};
	return {...moveTo(buffer, positionAt(layout, {row, column: goal})), goal};
};

/** Home: the beginning of the visual row; from there the beginning of the line. */
export const moveRowStart = (buffer: TextBuffer, layout: Layout): TextBuffer => {
	const {line, start} = rowAt(layout, locate(layout, buffer.cursor).row);
	return start === buffer.cursor.column
		? moveLineStart(buffer)
		: moveTo(buffer, {line, column: start});
};

/** End: the end of the visual row; from there the end of the line. */
export const moveRowEnd = (buffer: TextBuffer, layout: Layout): TextBuffer => {
	const end = endOfRow(layout, locate(layout, buffer.cursor).row);
	return end.column === buffer.cursor.column ? moveLineEnd(buffer) : moveTo(buffer, end);
};

/** The first row to show so that the cursor is in view, moving the view as little as possible. */
export const keepInView = (options: {
	readonly row: number;
	readonly top: number;
	readonly height: number;
	readonly rows: number;
}): number => {
	const {row, top, height, rows} = options;
	const lowest = Math.max(0, rows - height);
	const wanted = Math.min(row, Math.max(top, row - height + 1));
	return Math.max(0, Math.min(lowest, wanted));
};
