import type {Cells, ScreenRow} from './screen-row.ts';
import {findShift, shifted} from './shift.ts';
import {styleChange} from './style.ts';

/** Unchanged cells up to this many are written again rather than jumped over: a jump costs 6 to 8 bytes. */
const longestGap = 6;

export const goTo = (row: number, column: number): string => `\u001B[${row + 1};${column + 1}H`;

const isSameCell = (a: Cells, b: Cells, column: number): boolean =>
	(a.characters[column] ?? ' ') === (b.characters[column] ?? ' ') &&
	(a.styles[column] ?? '') === (b.styles[column] ?? '');

type Run = {readonly from: number; to: number};

/** The stretches of cells to write, up to the end of the new row. */
const changedRuns = (before: Cells, after: Cells): readonly Run[] => {
	const runs: Run[] = [];
	for (let column = 0; column < after.characters.length; column++) {
		if (isSameCell(before, after, column)) continue;
		const last = runs.at(-1);
		if (last !== undefined && column - last.to <= longestGap) last.to = column + 1;
		else runs.push({from: column, to: column + 1});
	}
	return runs;
};

/** The bytes that turn one row of cells into another. Style is the default before and after. */
const cellBytes = (before: Cells, after: Cells, row: number): string => {
	let bytes = '';
	let style = '';
	let end = -1;
	for (const {from, to} of changedRuns(before, after)) {
		bytes += goTo(row, from);
		for (let column = from; column < to; column++) {
			const wanted = after.styles[column] ?? '';
			bytes += styleChange(style, wanted) + (after.characters[column] ?? ' ');
			style = wanted;
		}
		end = to;
	}
	bytes += styleChange(style, '');
	const length = after.characters.length;
	if (before.characters.length <= length) return bytes;
	// A wide character may end the run one cell short of the row's end, with the cursor behind it.
	const isThere = end === length || (end === length - 1 && after.characters[end] === '');
	return `${bytes}${isThere ? '' : goTo(row, length)}\u001B[K`;
};

/** Writes a whole row. Rows of unsure width must not wrap into the next one. */
const wholeBytes = (row: ScreenRow, index: number): string => {
	const text = `${goTo(index, 0)}\u001B[2K${row.raw}`;
	return row.cells === undefined ? `\u001B[?7l${text}\u001B[?7h` : text;
};

const rowBytes = (before: ScreenRow, after: ScreenRow, index: number): string => {
	if (before.raw === after.raw) return '';
	if (before.cells === undefined || after.cells === undefined) return wholeBytes(after, index);
	return cellBytes(before.cells, after.cells, index);
};

/**
 * The bytes that turn one screen into the next: at most one scroll of a region (DECSTBM and SU or
 * SD), then the cells that still differ. '' when nothing changed.
 */
export const repaint = (options: {
	/** Undefined when what the terminal shows is not known. */
	readonly before: readonly ScreenRow[] | undefined;
	readonly after: readonly ScreenRow[];
	readonly canScroll: boolean;
}): string => {
	const {before, after, canScroll} = options;
	if (before === undefined || before.length !== after.length) {
		return `\u001B[m\u001B[r${after.map(wholeBytes).join('')}`;
	}
	const shift = canScroll ? findShift(before, after) : undefined;
	const start = shift === undefined ? before : shifted(before, shift);
	const changed = after.map((row, index) => rowBytes(start[index] ?? row, row, index)).join('');
	if (shift === undefined) return changed;
	const {top, bottom, by} = shift;
	const scroll = by > 0 ? `\u001B[${by}S` : `\u001B[${-by}T`;
	return `\u001B[${top + 1};${bottom + 1}r${scroll}\u001B[r${changed}`;
};
