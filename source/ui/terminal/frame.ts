/** What Ink writes around each frame (mode 2026): the terminal shows it at once. */
export const beginSync = '\u001B[?2026h';
export const endSync = '\u001B[?2026l';

/** Where the visible cursor stands, counted from 0. */
export type CursorPlace = {readonly row: number; readonly column: number};

/** What one synchronised write of Ink puts on the screen. */
export type Frame = {
	/** The rows of the screen, or undefined when only the cursor moves. */
	readonly lines: readonly string[] | undefined;
	/** Undefined while the cursor is hidden. */
	readonly cursor: CursorPlace | undefined;
};

// Ink's `buildCursorSuffix`: up from the last row, to the column, show.
const cursorSuffix = /(?:\u001B\[(\d+)A)?\u001B\[(\d+)G\u001B\[\?25h$/;
const hiddenSuffix = /\u001B\[\?25l$/;
// Ink's ways to the top of the frame before it: hide, return to the bottom, erase line by line,
// or home and erase below.
const erasure = /^(?:\u001B\[(?:\?25[lh]|\d*[AB]|1?G|2K|1;1H|J))*/;

/**
 * Reads what Ink 8 writes between its synchronisation marks on the alternate screen. Undefined for
 * everything but a frame of exactly `rows` lines or a movement of the cursor.
 */
export const readFrame = (written: string, rows: number): Frame | undefined => {
	const suffix = cursorSuffix.exec(written);
	const cursor =
		suffix === null
			? undefined
			: {row: rows - 1 - Number(suffix[1] ?? 0), column: Number(suffix[2]) - 1};
	const body = written
		.slice(0, suffix === null ? written.length : suffix.index)
		.replace(hiddenSuffix, '')
		.replace(erasure, '');
	if (cursor !== undefined && cursor.row < 0) return undefined;
	if (body === '') {
		const isErasure = /\u001B\[(?:2K|J)/.test(written);
		return isErasure && rows > 1 ? undefined : {lines: undefined, cursor};
	}
	const lines = body.split('\n');
	return lines.length === rows ? {lines, cursor} : undefined;
};
