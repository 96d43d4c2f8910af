import type {Size, State} from './state.ts';

/** Too small to draw, two-line rows, one pane, or list and ticket side by side (ui.md §2). */
type Shape = 'tiny' | 'narrow' | 'single' | 'split';

export const smallest: Size = {columns: 40, rows: 10};

export const shapeOf = ({columns, rows}: Size): Shape => {
	if (columns < smallest.columns || rows < smallest.rows) return 'tiny';
	if (columns < 60) return 'narrow';
	return columns < 120 ? 'single' : 'split';
};

/** Windows lower than this do without the title line. */
const titleFrom = 16;

export const hasTitle = ({rows}: Size): boolean => rows >= titleFrom;

/** Whether something is wrong that was not put away with Escape. */
export const isErrorShown = ({desk}: State): boolean =>
	!desk.hidden && (desk.problem !== null || desk.failed.size > 0);

/** Lines of the error bar; 0 when there is nothing to say. */
export const errorHeight = (state: State): number => {
	const {size} = state;
	if (!isErrorShown(state)) return 0;
	return size.rows < titleFrom || shapeOf(size) === 'narrow' ? 2 : 5;
};

/** Lines above the body of the list: title, tabs, rule. */
const headHeight = (size: Size): number => {
	if (shapeOf(size) === 'narrow') return 2;
	return hasTitle(size) ? 3 : 2;
};

/** Lines below the body: status line and hint bar. */
export const footHeight = 2;

/** Lines between head and foot, without the error bar. */
export const bodyHeight = (state: State): number =>
	Math.max(1, state.size.rows - headHeight(state.size) - footHeight - errorHeight(state));

/** Tickets that fit on the screen at once. */
export const listRows = (state: State): number => {
	const body = bodyHeight(state);
	return Math.max(1, shapeOf(state.size) === 'narrow' ? Math.floor(body / 2) : body - 1);
};

/** Width of the list pane. */
export const listWidth = ({columns}: Size): number =>
	columns < 120 ? columns : Math.min(110, Math.floor((columns - 1) * 0.45));

/** Width of the ticket pane: the whole screen, or what the list leaves beside the dividing line. */
export const ticketWidth = (size: Size): number =>
	shapeOf(size) === 'split' ? size.columns - listWidth(size) - 1 : size.columns;

/** Width of the composer: beside a ticket it takes the place of the list. */
export const composerWidth = (size: Size): number =>
	shapeOf(size) === 'split' ? listWidth(size) : size.columns;

/** Lines of a ticket's head: subject, people, rule. */
const ticketHead = 3;

/** Lines of the conversation that fit at once. */
export const ticketRows = (state: State): number =>
	shapeOf(state.size) === 'split'
		? Math.max(1, bodyHeight(state) - ticketHead)
		: Math.max(1, state.size.rows - ticketHead - footHeight - errorHeight(state));

/** First line to show so that `line` stays in view. */
export const keepVisible = (options: {
	readonly top: number;
	readonly line: number;
	readonly height: number;
	readonly total: number;
}): number => {
	const {top, line, height, total} = options;
	const last = Math.max(0, total - height);
	const wanted = line < top ? line : line >= top + height ? line - height + 1 : top;
	return Math.max(0, Math.min(last, wanted));
};
