import type {TextBuffer} from '../../domain/text/text-buffer.ts';
import {redo, undo} from '../../domain/text/undo.ts';
import type {TextKey} from '../../language/say.ts';
import {focusBeside, focusedField} from '../settings/form/form-key.ts';
import {shownFields} from '../state/body-layout.ts';
import type {ComposerField} from '../state/composer-state.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {notInComment} from './compose.ts';
import {defineVerb, type Verb} from './verb.ts';

const fieldBeside = (state: State, by: number): ComposerField => {
	const {composer} = state;
	if (composer === null) return 'body';
	const fields: readonly ComposerField[] = [...shownFields(composer), 'body'];
	const index = fields.indexOf(composer.focus);
	return fields[(index + by + fields.length) % fields.length] ?? 'body';
};

const focus =
	(by: number) =>
	(state: State): Reaction =>
		state.composer === null
			? focusBeside(state, by)
			: {events: [{type: 'composer-focused', field: fieldBeside(state, by)}]};

const editText =
	(edit: (text: TextBuffer) => TextBuffer) =>
	({composer}: State): Reaction => ({
		events: [{type: composer === null ? 'form-edited' : 'composer-edited', edit}],
	});

/** A line is edited where it stands; `$EDITOR` is for longer texts. */
const hasLines = (state: State): true | TextKey => {
	const {form} = state.settings;
	if (state.composer !== null || form === null) return true;
	return focusedField(state, form)?.kind === 'lines' ? true : 'reason.oneLine';
};

/** What one does in any text with fields: a mail being written, a form of the settings. */
export const textVerbs: readonly Verb[] = [
	defineVerb({
		name: 'editor',
		group: 'write',
		scopes: ['compose', 'form'],
		hint: {compose: 30, form: 25},
		available: hasLines,
		run: () => ({effects: [{type: 'edit-outside'}]}),
	}),
	defineVerb({
		name: 'nextField',
		group: 'move',
		scopes: ['compose', 'form'],
		hint: {compose: 40, form: 20},
		available: notInComment,
		run: focus(1),
	}),
	defineVerb({
		name: 'previousField',
		group: 'move',
		scopes: ['compose', 'form'],
		available: notInComment,
		run: focus(-1),
	}),
	defineVerb({
		name: 'undoText',
		group: 'write',
		scopes: ['compose', 'form'],
		run: editText(undo),
	}),
	defineVerb({
		name: 'redoText',
		group: 'write',
		scopes: ['compose', 'form'],
		run: editText(redo),
	}),
];
