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

const scopes = ['list', 'ticket'] as const;

export const undoVerbs: readonly Verb[] = [
	defineVerb({
		name: 'undo',
		group: 'general',
		scopes,
		available: state =>
			nextUndo(state.undo.past, state.now) === null ? 'reason.nothingToUndo' : true,
		run: state => back(nextUndo(state.undo.past, state.now), 'undo'),
	}),
	defineVerb({
		name: 'redo',
		group: 'general',
		scopes,
		available: state => (state.undo.future.length === 0 ? 'reason.nothingToRedo' : true),
		run: state => back(state.undo.future.at(-1) ?? null, 'redo'),
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
