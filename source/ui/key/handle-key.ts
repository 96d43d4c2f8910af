import type {Look} from '../part/look.ts';
import {formKey, ownsKey} from '../settings/form/form-key.ts';
import type {UiEvent} from '../state/event.ts';
import {lineEffect} from '../state/line-effect.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {type Key, keyName} from '../terminal/key.ts';
import {findLine} from '../verb/find.ts';
import {overlayKey} from './overlay-key.ts';
import {runVerb} from './run-verb.ts';
import {scopeOf} from './scope.ts';
import {fieldEdit, textEdit} from './text-key.ts';

const vertical: Readonly<Record<string, {readonly by: number} | {readonly pages: number}>> = {
	up: {by: -1},
	down: {by: 1},
	'page-up': {pages: -1},
	'page-down': {pages: 1},
};

/** A key that no verb of the composer has: it writes. */
const composerKey = (state: State, key: Key): Reaction => {
	const {composer} = state;
	if (composer === null || composer.stage !== 'write') return {};
	const distance = vertical[keyName(key)];
	if (composer.focus === 'body') {
		if (distance !== undefined) return {events: [{type: 'composer-scrolled', distance}]};
		const edit = textEdit(key);
		return edit === null ? {} : {events: [{type: 'composer-edited', edit}]};
	}
	if (keyName(key) === 'enter') return {events: [{type: 'composer-focused', field: 'body'}]};
	const edit = fieldEdit(key);
	return edit === null ? {} : {events: [{type: 'composer-edited', edit}]};
};

/** A filter shows its effect while it is typed. */
const typedLine = (opened: UiEvent, text: string): readonly UiEvent[] => {
	if (opened.type !== 'overlay-opened' || opened.overlay.kind !== 'line') return [];
	return lineEffect(opened.overlay.purpose, text);
};

/** Pasted text is never a command: in the list it becomes the filter (ui.md T9). */
const pasted = (state: State, key: Key): Reaction => {
	const text = (key.text ?? '').split('\n')[0]?.trim() ?? '';
	const [opened] = findLine(state).events ?? [];
	if (text === '' || opened === undefined) return {};
	return {events: [opened, {type: 'line-changed', value: text}, ...typedLine(opened, text)]};
};

/** What one key does, given the state that all keys before it have made. Pure. */
export const handleKey = (state: State, key: Key, look: Look): Reaction => {
	if (state.overlay !== null) return overlayKey(state, state.overlay, key, look);
	// While a mail is on its way to the desk its text stands still.
	if (state.composer?.stage === 'sending') return {};
	const scope = scopeOf(state);
	const write = scope === 'form' ? formKey : composerKey;
	if (key.name === 'paste')
		return scope === 'compose' || scope === 'form' ? write(state, key) : pasted(state, key);
	const isOwn = scope === 'form' && ownsKey(state, key);
	const verb = isOwn ? null : look.keymap.verbOf(scope, keyName(key), state.settings.tab);
	return verb === null ? write(state, key) : runVerb(verb, state, look);
};
