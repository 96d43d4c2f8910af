import {toast} from '../effect/toast.ts';
import {isErrorShown, shapeOf} from '../state/geometry.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {leaveForm} from './form.ts';
import {leaveSettings} from './settings.ts';
import {current} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const open = (state: State): Reaction => {
	if (state.pane === 'ticket') return {events: [{type: 'fold-toggled'}]};
	const number = state.list.cursorNumber;
	return number === null ? {} : {events: [{type: 'ticket-opened', number, pane: 'ticket'}]};
};

/** Leaves one thing at a time: wizard, form, settings, ticket, filter, marks. Null: nothing is left. */
const leave = (state: State): Reaction | null => {
	if (state.setup.isOpen) return {events: [{type: 'setup-left'}, toast('ok', {key: 'setup.left'})]};
	if (state.settings.form !== null) return leaveForm(state);
	if (state.settings.isOpen) return leaveSettings(state);
	if (state.pane === 'ticket') {
		if (state.ticket?.view === 'history') return {events: [{type: 'history-toggled'}]};
		return shapeOf(state.size) === 'split'
			? {events: [{type: 'pane-changed', pane: 'list'}]}
			: {events: [{type: 'ticket-closed'}]};
	}
	if (state.list.query.filter !== '') return {events: [{type: 'list-asked', query: {filter: ''}}]};
	if (state.marks.selection.marked.size > 0) return {events: [{type: 'marks-cleared'}]};
	return null;
};

/** Escape never quits by itself: torn arrow keys and habit send it too often. */
const letGo = (state: State): Reaction => {
	if (isErrorShown(state)) return {events: [{type: 'error-hidden'}]};
	const left = leave(state);
	if (left !== null) return left;
	return {events: [toast('ok', {key: 'toast.quitHow'})]};
};

const cancel = (state: State): Reaction => {
	if (state.setup.isOpen) return leave(state) ?? {};
	const isAgain = state.quitAsked !== null && state.now - state.quitAsked < 2000;
	if (isAgain) return {effects: [{type: 'quit'}]};
	const words = {key: 'toast.quitAgain'} as const;
	return {
		events: [...(leave(state)?.events ?? []), {type: 'quit-asked'}, toast('warn', words)],
	};
};

/** The ticket before or after the open one, in the order of the list. */
const neighbour = (state: State, by: number): Reaction => {
	const {list} = state;
	const row = list.rows[list.cursor + by - list.from];
	if (row === undefined) return {};
	return {
		events: [
			{type: 'list-moved', distance: {by}},
			{type: 'ticket-opened', number: row.number, pane: 'ticket'},
		],
	};
};

export const openVerbs: readonly Verb[] = [
	defineVerb({
		name: 'open',
		group: 'move',
		scopes: ['list', 'ticket'],
		hint: {list: 10},
		available: state => (current(state) === null ? 'reason.noTicket' : true),
		run: open,
	}),
	defineVerb({
		name: 'back',
		group: 'move',
		scopes: ['list', 'ticket', 'settings'],
		run: state => leave(state) ?? {effects: [{type: 'quit'}]},
	}),
	defineVerb({name: 'escape', group: 'move', scopes: ['list', 'ticket', 'settings'], run: letGo}),
	defineVerb({
		name: 'nextTicket',
		group: 'move',
		scopes: ['ticket'],
		run: state => neighbour(state, 1),
	}),
	defineVerb({
		name: 'previousTicket',
		group: 'move',
		scopes: ['ticket'],
		run: state => neighbour(state, -1),
	}),
	defineVerb({
		name: 'cancel',
		group: 'general',
		scopes: ['list', 'ticket', 'compose', 'review', 'settings', 'form'],
		run: cancel,
	}),
	defineVerb({
		name: 'quit',
		group: 'general',
		scopes: ['list', 'ticket', 'settings'],
		run: () => ({effects: [{type: 'quit'}]}),
	}),
];
