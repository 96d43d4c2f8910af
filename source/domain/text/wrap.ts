import {graphemes} from './grapheme.ts';
import {graphemeWidth} from './width.ts';

/** A visual row of a line: the offsets it covers. The blanks at a break belong to the row before. */
export type Row = {readonly start: number; readonly end: number};

type Progress = {
	readonly rows: Row[];
	start: number;
	cells: number;
	/** Behind the last place a break is allowed, and the cells written since. */
	breakAt: number;
	sinceBreak: number;
};

const breakRow = (progress: Progress, offset: number) => {
	const isAtWord = progress.breakAt > progress.start;
	const end = isAtWord ? progress.breakAt : offset;
	progress.rows.push({start: progress.start, end});
	progress.start = end;
	progress.cells = isAtWord ? progress.sinceBreak : 0;
	progress.breakAt = end;
	progress.sinceBreak = progress.cells;
};

const allowBreak = (progress: Progress, offset: number) => {
	progress.breakAt = offset;
	progress.sinceBreak = 0;
};

/** Puts one grapheme into the row, or begins a new row with it. */
const place = (progress: Progress, grapheme: string, offset: number, limit: number) => {
	const width = graphemeWidth(grapheme);
	if (grapheme === ' ' || grapheme === '\t') {
		// Blanks that do not fit hang over the edge instead of opening a row.
		progress.cells = Math.min(limit, progress.cells + width);
		allowBreak(progress, offset + grapheme.length);
		return;
	}
	if (width === 2) allowBreak(progress, offset);
	while (progress.cells + width > limit && offset > progress.start) breakRow(progress, offset);
	progress.cells += width;
	progress.sinceBreak += width;
	if (width === 2) allowBreak(progress, offset + grapheme.length);
};

/**
 * Wraps one line into rows of at most `width - 1` cells; the last cell is the cursor's, so that it
 * never falls off the edge. Breaks after blanks and beside wide characters, inside a word only
 * when the word is longer than a row. Always at least one row.
 */
export const wrapLine = (line: string, width: number): readonly Row[] => {
	const limit = Math.max(1, width - 1);
	if (line.length <= limit && /^[\u0020-\u007e]*$/.test(line))
		return [{start: 0, end: line.length}];
	const progress: Progress = {rows: [], start: 0, cells: 0, breakAt: 0, sinceBreak: 0};
	let offset = 0;
	for (const grapheme of graphemes(line)) {
		place(progress, grapheme, offset, limit);
		offset += grapheme.length;
	}
	return [...progress.rows, {start: progress.start, end: line.length}];
};
