import type {WindowRequest} from '../../desk/desk.ts';
import {listRows} from '../state/geometry.ts';
import type {State} from '../state/state.ts';
import type {EffectContext} from './context.ts';

/** Rows held around the cursor; a new window is asked for when fewer than `margin` are left. */
const around = 200;
const margin = 60;

const isCovered = (state: State): boolean => {
	const {list} = state;
	const first = Math.max(0, list.cursor - margin);
	const last = Math.min(list.total, list.cursor + listRows(state) + margin);
	return first >= list.from && last <= list.from + list.rows.length;
};

/** The window to ask for, null while the rows at hand will do. */
export const wantedWindow = (state: State): WindowRequest | null => {
	const {list} = state;
	const isOut = state.me === null || state.desk.connection === 'lost';
	if (isOut || (list.problem !== null && !list.stale)) return null;
	if (list.loaded && !list.stale && isCovered(state)) return null;
	const from = Math.max(0, list.cursor - around);
	const {marked} = state.marks.selection;
	const request = {
		query: list.query,
		from,
		count: 2 * around + listRows(state),
		...(marked.size === 0 ? {} : {marked: [...marked]}),
	};
	const near = list.sought ?? (list.stale ? list.cursorNumber : null);
	return near === null ? request : {...request, near};
};

/** Keeps the rows around the cursor at hand: one question at a time, the newest wish next. */
export const watchList = ({desk, store}: Pick<EffectContext, 'desk' | 'store'>): (() => void) => {
	let isAsking = false;
	let isStopped = false;
	let last = '';
	const ask = async () => {
		const request = wantedWindow(store.state());
		if (request === null || isAsking || isStopped) return;
		const {list} = store.state();
		const key = JSON.stringify([request.query, request.from, list.total, list.loaded]);
		// A list that answers with fewer rows than it counts must not be asked for ever.
		if (key === last && !list.stale) return;
		last = key;
		isAsking = true;
		store.dispatch({type: 'list-asking'});
		const answer = await desk.window(request);
		isAsking = false;
		if (isStopped) return;
		if (answer.ok)
			store.dispatch({type: 'list-came', window: answer.value, asked: request.near ?? null});
		else store.dispatch({type: 'list-failed', problem: answer.problem});
		void ask();
	};
	const unsubscribe = store.subscribe(() => void ask());
	void ask();
	return () => {
		isStopped = true;
		unsubscribe();
	};
};
