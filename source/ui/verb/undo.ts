import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {nextUndo} from '../state/undo.ts';
import type {UndoEntry} from '../state/undo-state.ts';
import {canActOn, performOn, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const back = (entry: UndoEntry | null, mode: 'undo' | 'redo'): Reaction => {
	if (entry === null) return {};
	const {label, steps, isSend} = entry;
	return {
		events: [{type: 'undo-taken', mode}],
		effects: [{type: 'perform', mode, label, steps, repeatable: null, isSend}],
	};
};

/** In the settings it is the changes made there that go back. */
const settingsBack = ({settings}: State, mode: 'undo' | 'redo'): Reaction => {
	const entry = (mode === 'undo' ? settings.past : settings.future).at(-1);
	return entry === undefined
		? {}
		: {effects: [{type: 'settings-change', mode, fromForm: false, ...entry}]};
};

const hasPast = ({settings, undo, now}: State): boolean =>
	settings.isOpen ? settings.past.length > 0 : nextUndo(undo.past, now) !== null;

const hasFuture = ({settings, undo}: State): boolean =>
	(settings.isOpen ? settings : undo).future.length > 0;

const scopes = ['list', 'ticket'] as const;

export const undoVerbs: readonly Verb[] = [
	defineVerb({
		name: 'undo',
		group: 'general',
		scopes: [...scopes, 'settings'],
		available: state => (hasPast(state) ? true : 'reason.nothingToUndo'),
		run: state =>
			state.settings.isOpen
				? settingsBack(state, 'undo')
				: back(nextUndo(state.undo.past, state.now), 'undo'),
	}),
	defineVerb({
		name: 'redo',
		group: 'general',
		scopes: [...scopes, 'settings'],
		available: state => (hasFuture(state) ? true : 'reason.nothingToRedo'),
		run: state =>
			state.settings.isOpen
				? settingsBack(state, 'redo')
				: back(state.undo.future.at(-1) ?? null, 'redo'),
	}),
	defineVerb({
		name: 'repeat',
		group: 'general',
		scopes,
		available: (state: State) =>
			state.undo.last === null ? 'reason.nothingToRepeat' : canActOn('tickets.edit')(state),
		run: state =>
			state.undo.last === null ? {} : {effects: [performOn(targets(state), state.undo.last)]},
	}),
];
