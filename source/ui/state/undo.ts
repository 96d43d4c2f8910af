import type {Outcome} from '../../desk/desk.ts';
import type {UiEvent} from './event.ts';
import type {State} from './state.ts';
import type {TicketStep, Toast, Tone, UndoEntry, UndoState, Words} from './undo-state.ts';

export const newUndo: UndoState = {past: [], future: [], last: null};

/** More than anybody takes back in one sitting. */
const mostEntries = 200;

/** How long a message stands in the status line. */
export const toastMilliseconds = 6000;

const push = (entries: readonly UndoEntry[], entry: UndoEntry | null): readonly UndoEntry[] =>
	entry === null ? entries : [...entries, entry].slice(-mostEntries);

const stepsOf = (outcomes: readonly Outcome[]): readonly TicketStep[] =>
	outcomes.flatMap(outcome =>
		outcome.ok && outcome.undo !== null ? [{...outcome.undo, number: outcome.number}] : [],
	);

type Performed = Extract<UiEvent, {type: 'performed'}>;

/** Tickets of the outcomes that were marked and not in the list: what happened is not seen there. */
const awayIn = (event: Performed, {pane, marks}: State): number =>
	pane === 'list' && event.mode === 'do'
		? event.outcomes.filter(({ok, number}) => ok && (event.away ?? marks.away).has(number)).length
		: 0;

const toastOf = (event: Performed, state: State): Toast | null => {
	const failed = event.outcomes.find(outcome => !outcome.ok);
	const total = event.outcomes.length;
	const failures = event.outcomes.filter(outcome => !outcome.ok).length;
	const n = total - failures;
	const until = state.now + toastMilliseconds;
	const problem = failed !== undefined && !failed.ok ? failed.problem : null;
	if (n === 0) return {tone: 'bad', words: null, problem, canUndo: false, until};
	const away = awayIn(event, state);
	const label = {...event.label, params: {...event.label.params, n}};
	const what: Words = away === 0 ? label : {key: 'toast.away', params: {what: label, n: away}};
	const mode = {do: null, undo: 'toast.undone', redo: 'toast.redone'} as const;
	const key = mode[event.mode];
	const {offer} = event;
	const done = offer === undefined ? what : ({key: 'toast.offer', params: {what, offer}} as const);
	const words = key === null ? done : {key, params: {what}};
	const tone: Tone = failures === 0 ? 'ok' : 'warn';
	const partly = {key: 'toast.partly', params: {what, n, of: total, failed: failures}} as const;
	return {
		tone,
		words: failures === 0 ? words : partly,
		problem,
		canUndo: event.mode === 'do' && stepsOf(event.outcomes).length > 0,
		until,
	};
};

const performed = (state: State, event: Performed): State => {
	const steps = stepsOf(event.outcomes);
	const n = event.outcomes.filter(outcome => outcome.ok).length;
	const label = {...event.label, params: {...event.label.params, n}};
	const entry = steps.length === 0 ? null : {label, steps, until: null, isSend: false};
	const {past, future, last} = state.undo;
	const undo: Readonly<Record<Performed['mode'], UndoState>> = {
		do: {
			past: push(past, entry),
			future: entry === null ? future : [],
			last: event.repeatable ?? last,
		},
		undo: {past, future: push(future, entry), last},
		redo: {past: push(past, entry), future, last},
	};
	return {...state, undo: undo[event.mode], toast: toastOf(event, state)};
};

const sent = (state: State, event: Extract<UiEvent, {type: 'sent'}>): State => {
	const until = Date.parse(event.outcome.notBefore);
	const label = {key: 'done.sent', params: {n: 1}} as const;
	const steps = [{...event.outcome.undo, number: event.number}];
	const past = push(state.undo.past, {label, steps, until, isSend: true});
	const toast: Toast = {tone: 'ok', words: label, problem: null, canUndo: true, until};
	return {...state, toast, undo: {...state.undo, past, future: []}};
};

/** Who wrote a mail is told at once that it did not get out. */
const outboxTold = (state: State, {push}: Extract<UiEvent, {type: 'pushed'}>): State => {
	if (push.kind !== 'outbox' || push.author !== state.me?.agent.login) return state;
	if (push.state !== 'failed' && push.state !== 'uncertain') return state;
	const words = {
		key: `toast.${push.state}`,
		params: {number: push.number, why: push.error ?? ''},
	} as const;
	const until = state.now + toastMilliseconds;
	return {
		...state,
		toast: {tone: 'bad', words, problem: null, canUndo: false, place: 'outbox', until},
	};
};

/** The newest entry that can still be taken back: a mail that has gone meanwhile is passed over. */
export const nextUndo = (entries: readonly UndoEntry[], now: number): UndoEntry | null =>
	entries.findLast(entry => entry.until === null || entry.until > now) ?? null;

const taken = (state: State, mode: 'undo' | 'redo'): State => {
	const {past, future} = state.undo;
	if (mode === 'redo') return {...state, undo: {...state.undo, future: future.slice(0, -1)}};
	const entry = nextUndo(past, state.now);
	const rest = entry === null ? past : past.slice(0, past.lastIndexOf(entry));
	return {...state, undo: {...state.undo, past: rest}};
};

/** Undo and redo, and the message in the status line. */
export const reduceUndo = (state: State, event: UiEvent): State => {
	switch (event.type) {
		case 'performed':
			return performed(state, event);
		case 'undo-taken':
			return taken(state, event.mode);
		case 'sent':
			return sent(state, event);
		case 'pushed':
			return outboxTold(state, event);
		case 'toasted':
			return {...state, toast: {...event.toast, until: state.now + toastMilliseconds}};
		case 'ticked':
			return state.toast !== null && state.toast.until <= event.now
				? {...state, toast: null}
				: state;
		default:
			return state;
	}
};
