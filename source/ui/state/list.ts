import type {ListWindow} from '../../desk/desk.ts';
import type {Distance, UiEvent} from './event.ts';
import {keepVisible, listRows} from './geometry.ts';
import {extendRange, noMarks} from './marks.ts';
import type {ListState, State} from './state.ts';

export const newList: ListState = {
	query: {tab: 'inbox', sort: 'newest', filter: ''},
	loaded: false,
	total: 0,
	from: 0,
	rows: [],
	cursor: 0,
	cursorNumber: null,
	sought: null,
	top: 0,
	stale: false,
	counts: null,
	problem: null,
};

/** The row at an absolute index, undefined while it has not come. */
export const rowAt = (list: ListState, index: number) => list.rows[index - list.from];

const moved = (state: State, distance: Distance): number => {
	const {cursor, total} = state.list;
	if ('to' in distance) return distance.to === 'first' ? 0 : total - 1;
	const by = 'by' in distance ? distance.by : Math.trunc(distance.pages * listRows(state));
	return cursor + by;
};

const clamp = (value: number, total: number): number => Math.max(0, Math.min(total - 1, value));

const withCursor = (state: State, index: number): State => {
	const list: ListState = {...state.list, sought: null};
	const cursor = clamp(index, list.total);
	// Rows that stay until the answer to another question comes are not the ones that are meant.
	const number = list.loaded ? (rowAt(list, cursor)?.number ?? null) : null;
	if (cursor === list.cursor && number === list.cursorNumber) return state;
	const top = keepVisible({
		top: list.top,
		line: cursor,
		height: listRows(state),
		total: list.total,
	});
	return {...state, list: {...list, cursor, cursorNumber: number, top}};
};

/**
 * Where the cursor's ticket stands in a new window. Found: there. Gone from the list: the same
 * place, which is the next ticket. Out of the window: moved by as much as the asked ticket moved.
 */
const cursorIn = (list: ListState, window: ListWindow, asked: string | null): number => {
	const wanted = list.cursorNumber ?? list.sought;
	if (wanted === null) return list.cursor;
	const found = window.rows.findIndex(row => row.number === wanted);
	if (found >= 0) return window.from + found;
	if (
		list.cursorNumber === null ||
		asked === null ||
		asked === list.cursorNumber ||
		window.nearIndex < 0
	)
		return list.cursor;
	const before = list.rows.findIndex(row => row.number === asked);
	return before < 0 ? list.cursor : list.cursor + window.nearIndex - (list.from + before);
};

const sameQuery = (a: ListState['query'], b: ListState['query']): boolean =>
	a.tab === b.tab && a.sort === b.sort && a.filter === b.filter;

/**
 * The cursor's ticket stays at its place on the screen. At the top of the list the top stays: what
 * is new there has to be seen. A ticket that was sought comes into the middle.
 */
const topAfter = (list: ListState, cursor: number, height: number): number => {
	if (list.sought !== null) return cursor - Math.trunc(height / 2);
	return list.top === 0 ? 0 : list.top + cursor - list.cursor;
};

const received = (state: State, window: ListWindow, asked: string | null): State => {
	const {list} = state;
	if (!sameQuery(window.query, list.query)) return state;
	const cursor = clamp(cursorIn(list, window, asked), window.total);
	const height = listRows(state);
	const next: ListState = {
		...list,
		loaded: true,
		sought: null,
		problem: null,
		total: window.total,
		from: window.from,
		rows: window.rows,
		counts: window.counts,
		cursor,
		cursorNumber: window.rows[cursor - window.from]?.number ?? null,
		top: keepVisible({
			top: topAfter(list, cursor, height),
			line: cursor,
			height,
			total: window.total,
		}),
	};
	return {...state, list: next};
};

/** Another question. While one types a filter the rows at hand stay until the answer comes. */
const asked = (state: State, change: Partial<ListState['query']>): State => {
	const query = {...state.list.query, ...change};
	if (sameQuery(query, state.list.query)) return state;
	const {counts, rows, from, total} = state.list;
	const isSameTab = query.tab === state.list.query.tab;
	const kept = isSameTab ? {rows, from, total} : {};
	// Who clears a filter sees the ticket that it found among its neighbours.
	const isCleared = isSameTab && query.filter === '' && state.list.query.filter !== '';
	const sought = isCleared ? state.list.cursorNumber : null;
	const list: ListState = {...newList, ...kept, query, counts, sought};
	// Marks outlive a filter: one looks for several things and marks them all. A range does not.
	const {selection} = state.marks;
	const marks = {...state.marks, selection: {...selection, anchor: null}};
	return {...state, pane: 'list', marks: isSameTab ? marks : noMarks, list};
};

/** Rows, cursor and query of the list. */
export const reduceList = (state: State, event: UiEvent): State => {
	switch (event.type) {
		case 'list-moved':
			return extendRange(withCursor(state, moved(state, event.distance)));
		case 'list-asked':
			return asked(state, event.query);
		case 'list-asking':
			return state.list.stale ? {...state, list: {...state.list, stale: false}} : state;
		case 'list-came':
			return received(state, event.window, event.asked);
		case 'list-failed':
			return {...state, list: {...state.list, stale: false, problem: event.problem}};
		case 'pushed': {
			if (event.push.kind === 'list')
				return {...state, list: {...state.list, stale: true, counts: event.push.counts}};
			const isBack = event.push.kind === 'connection' && event.push.state === 'back';
			return isBack || event.push.kind === 'settings' || event.push.kind === 'presence'
				? {...state, list: {...state.list, stale: true}}
				: state;
		}
		case 'resized': {
			const {list} = state;
			const height = listRows(state);
			const top = keepVisible({top: list.top, line: list.cursor, height, total: list.total});
			return {...state, list: {...list, top}};
		}
		default:
			return state;
	}
};
