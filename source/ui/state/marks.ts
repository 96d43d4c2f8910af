import type {Row} from '../../desk/desk.ts';
import {
	extendRange as extendSelection,
	keepMarks,
	markAll,
	noSelection,
	toggleMark,
	toggleRange,
} from '../../domain/list/selection.ts';
import type {UiEvent} from './event.ts';
import type {MarkState, State} from './state.ts';

export const noMarks: MarkState = {
	selection: noSelection,
	rows: new Map(),
	away: new Set(),
};

/** Marks with the rows they stand for, so that an action knows them when they are out of the window. */
const marked = (
	state: State,
	selection: MarkState['selection'],
	more: readonly Row[] = [],
): State => {
	const rows = new Map<string, Row>();
	for (const row of [...state.marks.rows.values(), ...state.list.rows, ...more])
		if (selection.marked.has(row.number)) rows.set(row.number, row);
	const away = new Set([...state.marks.away].filter(number => selection.marked.has(number)));
	return {...state, marks: {selection, rows, away}};
};

/** The marked tickets that are not in the list, as far as its last answer said. */
const withAway = (state: State, away: readonly string[]): State =>
	state.marks.selection.marked.size === 0
		? state
		: marked({...state, marks: {...state.marks, away: new Set(away)}}, state.marks.selection);

/** While a range is open, the rows between its anchor and the cursor are marked. */
export const extendRange = (state: State): State => {
	const {selection} = state.marks;
	const cursor = state.list.cursorNumber;
	if (selection.anchor === null || cursor === null) return state;
	const order = state.list.rows.map(row => row.number);
	return marked(state, extendSelection(selection, {cursor, order}));
};

/** Which tickets of the list are marked. */
export const reduceMarks = (state: State, event: UiEvent): State => {
	const {selection} = state.marks;
	const cursor = state.list.cursorNumber;
	switch (event.type) {
		case 'mark-toggled':
			return cursor === null ? state : marked(state, toggleMark(selection, cursor));
		case 'mark-range':
			return cursor === null ? state : marked(state, toggleRange(selection, cursor));
		case 'marked': {
			const numbers = event.rows.map(row => row.number);
			return marked(state, markAll(selection, numbers), event.rows);
		}
		case 'marks-cleared':
			return {...state, marks: noMarks};
		case 'list-came':
			return withAway(state, event.window.away);
		case 'performed': {
			// Failed tickets stay marked, so that the agent sees and repeats them.
			const isBatch = event.outcomes.every(({number}) => selection.marked.has(number));
			if (event.mode !== 'do' || selection.marked.size === 0 || !isBatch) return state;
			const failed = event.outcomes.filter(outcome => !outcome.ok);
			return marked(
				state,
				keepMarks(
					selection,
					failed.map(({number}) => number),
				),
			);
		}
		default:
			return state;
	}
};
