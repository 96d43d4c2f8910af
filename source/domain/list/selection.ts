import {toggled} from '../conversation.ts';

/** The marked tickets of a list, and where a range began. */
export type Selection = {
	readonly marked: ReadonlySet<string>;
	/** Number of the ticket a range began at, null while none is drawn. */
	readonly anchor: string | null;
};

export const noSelection: Selection = {marked: new Set(), anchor: null};

export const toggleMark = (selection: Selection, number: string): Selection => ({
	marked: toggled(selection.marked, number),
	anchor: null,
});

/** Begins a range here, or ends the one that is drawn. */
export const toggleRange = (selection: Selection, number: string): Selection =>
	selection.anchor === null
		? {marked: new Set([...selection.marked, number]), anchor: number}
		: {...selection, anchor: null};

/** Marks everything between the anchor and the cursor; `order` are the numbers as the list shows them. */
export const extendRange = (
	selection: Selection,
	{cursor, order}: {readonly cursor: string; readonly order: readonly string[]},
): Selection => {
	if (selection.anchor === null) return selection;
	const from = order.indexOf(selection.anchor);
	const to = order.indexOf(cursor);
	if (from < 0 || to < 0) return selection;
	const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
	return {...selection, marked: new Set([...selection.marked, ...between])};
};

export const markAll = (selection: Selection, numbers: readonly string[]): Selection => ({
	marked: new Set([...selection.marked, ...numbers]),
	anchor: null,
});

/** Keeps the marks of these alone: after a batch, the rows that failed. */
export const keepMarks = (selection: Selection, numbers: Iterable<string>): Selection => {
	const kept = new Set(numbers);
	return {marked: new Set([...selection.marked].filter(one => kept.has(one))), anchor: null};
};

/** What an action works on: the marked tickets, else the one under the cursor. */
export const chosen = (selection: Selection, cursor: string | null): readonly string[] =>
	selection.marked.size > 0 ? [...selection.marked] : cursor === null ? [] : [cursor];
