import {beginSync, type CursorPlace, endSync, type Frame} from './frame.ts';
import {goTo, repaint} from './repaint.ts';
import {readRow, type ScreenRow} from './screen-row.ts';

export type ScreenSize = {readonly columns: number; readonly rows: number};

const hideCursor = '\u001B[?25l';
const showCursor = '\u001B[?25h';

const readRows = (
	lines: readonly string[],
	known: readonly ScreenRow[],
	columns: number,
): readonly ScreenRow[] | undefined => {
	const byText = new Map(known.map(row => [row.raw, row]));
	const rows: ScreenRow[] = [];
	for (const line of lines) {
		const row = byText.get(line) ?? readRow(line, columns);
		if (row === undefined) return undefined;
		rows.push(row);
	}
	return rows;
};

const isSamePlace = (a: CursorPlace | undefined, b: CursorPlace | undefined): boolean =>
	a?.row === b?.row && a?.column === b?.column;

/** Follows the terminal's cursor. `isShown` is undefined while nothing is known of it. */
const createCursor = () => {
	let place: CursorPlace | undefined;
	let isShown: boolean | undefined;
	return {
		place: () => place,
		forget() {
			place = undefined;
			isShown = undefined;
		},
		/** The bytes before and after a repaint that leave the cursor at `next`. */
		around(next: CursorPlace | undefined, isPainting: boolean): readonly [string, string] {
			const isKept = next !== undefined && isShown === true && !isPainting;
			const isHiding = isShown !== false && (next === undefined || isPainting);
			const isPlaced = next !== undefined && !(isKept && isSamePlace(next, place));
			place = next;
			isShown = next !== undefined;
			return [
				isHiding ? hideCursor : '',
				isPlaced ? goTo(next.row, next.column) + (isKept ? '' : showCursor) : '',
			];
		},
	};
};

/**
 * What the terminal shows, as far as it is known, and how it gets from there to the next frame.
 * After `forget` the next frame is painted whole.
 */
export const createScreen = (size: () => ScreenSize, canScroll: boolean) => {
	let shown: readonly ScreenRow[] | undefined;
	const cursor = createCursor();
	return {
		/** The bytes for a frame, '' when nothing changes, undefined when it is not understood. */
		paint(frame: Frame): string | undefined {
			const {columns, rows: height} = size();
			const known = shown?.length === height ? shown : undefined;
			const rows = frame.lines === undefined ? known : readRows(frame.lines, known ?? [], columns);
			if (rows?.length !== height) return undefined;
			const body = repaint({before: known, after: rows, canScroll});
			const [before, after] = cursor.around(frame.cursor, body !== '');
			shown = rows;
			return body === '' ? before + after : `${beginSync}${before}${body}${after}${endSync}`;
		},
		/** The bytes that put the cursor where Ink believes it is, before Ink's own bytes follow. */
		settle(): string {
			if (shown === undefined) return '';
			const place = cursor.place();
			return place === undefined ? goTo(shown.length - 1, 0) : goTo(place.row, place.column);
		},
		forget() {
			shown = undefined;
			cursor.forget();
		},
	};
};
