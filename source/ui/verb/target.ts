import type {Row} from '../../desk/desk.ts';
import type {Right} from '../../domain/agent.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {TextKey} from '../../language/say.ts';
import type {PerformEffect} from '../effect/effect.ts';
import {hasRight} from '../state/right.ts';
import type {State} from '../state/state.ts';
import type {Repeatable, Words} from '../state/undo-state.ts';

type Field =
	| 'number'
	| 'subject'
	| 'status'
	| 'queue'
	| 'project'
	| 'assignee'
	| 'requester'
	| 'prio'
	| 'personal'
	| 'private'
	| 'tags'
	| 'stars'
	| 'snoozedUntil';

/** What verbs need to know of a ticket, whether it comes from a row or from the open ticket. */
export type Target = Pick<Row, Field> & Pick<Ticket, Field> & {readonly masked: boolean};

/** The ticket on the screen; null until it has come. */
export const openTicket = ({ticket}: State): Ticket | null => ticket?.ticket ?? null;

const currentRow = (state: State): Target | null =>
	state.list.rows.find(row => row.number === state.list.cursorNumber) ?? null;

const openTarget = (state: State): Target | null => {
	const view = state.ticket;
	if (view === null) return null;
	const row = state.list.rows.find(candidate => candidate.number === view.number);
	if (view.ticket === null) return row ?? null;
	return {...view.ticket, masked: row?.masked ?? false};
};

/** The ticket under the cursor, or the open one. */
export const current = (state: State): Target | null =>
	state.pane === 'ticket' || state.composer !== null ? openTarget(state) : currentRow(state);

/** The marked tickets, or the one under the cursor. */
export const targets = (state: State): readonly Target[] => {
	const isMarked = state.pane === 'list' && state.composer === null && state.marks.rows.size > 0;
	if (isMarked) return [...state.marks.rows.values()];
	const one = current(state);
	return one === null ? [] : [one];
};

/** True when there is a ticket to act on and the agent may; else the reason. */
export const canActOn =
	(right: Right) =>
	(state: State): true | TextKey => {
		const may = hasRight(state, right);
		if (may !== true) return may;
		const found = targets(state);
		if (found.length === 0) return 'reason.noTicket';
		return found.every(target => target.masked) ? 'reason.masked' : true;
	};

/** The same for verbs that make sense for a single ticket. */
export const canActOnOne =
	(right: Right) =>
	(state: State): true | TextKey => {
		const can = canActOn(right)(state);
		return can === true && targets(state).length > 1 ? 'reason.oneTicket' : can;
	};

/** The label with how many of the tickets are new, and open from then on. */
const withOpened = (label: Words, found: readonly Target[]): Words => {
	const n = found.filter(({status}) => status === 'new').length;
	if (n === 0) return label;
	const opened = {key: found.length === 1 ? 'done.nowOpen' : 'done.someOpen', params: {n}} as const;
	return {...label, params: {...label.params, opened}};
};

/** One action on all targets, to be done now; `.` repeats it. */
export const performOn = (found: readonly Target[], step: Repeatable): PerformEffect => ({
	type: 'perform',
	mode: 'do',
	label: step.opens === true ? withOpened(step.label, found) : step.label,
	steps: found.map(({number}) => ({number, action: step.action, input: step.input})),
	repeatable: step,
	isSend: false,
});
