import {textOf} from '../../domain/text/text-buffer.ts';
import type {Look} from '../part/look.ts';
import {helpEnd} from '../screen/overlay/help-page.ts';
import {lineEffect} from '../state/line-effect.ts';
import type {
	DialogState,
	HelpState,
	Overlay,
	PaletteState,
	PathState,
	PreviewState,
	Reaction,
} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {type Key, keyName} from '../terminal/key.ts';
import {askKey} from './ask-key.ts';
import {closing} from './closing.ts';
import {paletteItems} from './palette-items.ts';
import {pickerKey} from './picker-key.ts';
import {runVerb} from './run-verb.ts';
import {fieldEdit} from './text-key.ts';

const change = (overlay: Overlay): Reaction => ({events: [{type: 'overlay-changed', overlay}]});

const isEscape = (key: Key): boolean => ['escape', 'ctrl+c'].includes(keyName(key));

const paletteKey = (state: State, palette: PaletteState, key: Key, look: Look): Reaction => {
	const items = paletteItems(state, textOf(palette.query), look);
	const move = (by: number) =>
		change({...palette, index: (palette.index + by + items.length) % Math.max(1, items.length)});
	const name = keyName(key);
	if (name === 'up' || name === 'shift+tab') return move(-1);
	if (name === 'down' || name === 'tab') return move(1);
	if (name === 'enter') {
		const chosen = items[palette.index];
		if (chosen === undefined) return {};
		return closing(runVerb(chosen.verb, {...state, overlay: null}, look));
	}
	const edit = fieldEdit(key);
	return edit === null ? {} : change({...palette, query: edit(palette.query), index: 0});
};

const pages: Readonly<Record<string, number>> = {'page-down': 10, 'page-up': -10, down: 1, up: -1};

const helpKey = (help: HelpState, key: Key, place: {state: State; look: Look}): Reaction => {
	const name = keyName(key);
	if (name === '?' && help.query === '') return closing();
	const by = pages[name];
	if (by !== undefined) {
		const end = helpEnd(help, place.state, place.look);
		return change({...help, top: Math.max(0, Math.min(end, help.top + by))});
	}
	if (name === 'backspace')
		return change({...help, query: [...help.query].slice(0, -1).join(''), top: 0});
	return key.text === undefined ? {} : change({...help, query: help.query + key.text, top: 0});
};

/** Only the named key, or the typed text and Enter, confirms; Enter alone is the safe choice. */
const dialogKey = (dialog: DialogState, key: Key): Reaction => {
	const name = keyName(key);
	const {confirm, reaction} = dialog;
	if ('key' in confirm) {
		if (name === confirm.key) return closing(reaction);
		return name === 'enter' ? closing() : {};
	}
	if (name === 'enter') return closing(dialog.typed === confirm.text ? reaction : {});
	if (name === 'backspace') return change({...dialog, typed: dialog.typed.slice(0, -1)});
	return key.text === undefined ? {} : change({...dialog, typed: dialog.typed + key.text});
};

const pathKey = (path: PathState, key: Key): Reaction => {
	const text = textOf(path.field);
	const name = keyName(key);
	if (name === 'tab') return {effects: [{type: 'complete-path', path: text}]};
	if (name === 'enter') {
		if (text.trim() === '') return closing();
		return 'attach' in path.purpose
			? {effects: [{type: 'attach', path: text}]}
			: {effects: [{type: 'save-attachment', place: path.purpose.save, path: text}]};
	}
	const edit = fieldEdit(key);
	return edit === null
		? {}
		: change({...path, field: edit(path.field), choices: [], problem: null});
};

const previewKey = (preview: PreviewState, key: Key): Reaction => {
	const by = {j: 1, k: -1, ...pages}[keyName(key)];
	if (by === undefined) return ['q', 'enter'].includes(keyName(key)) ? closing() : {};
	const top = Math.max(0, Math.min(preview.rows.length - 1, preview.top + by));
	return change({...preview, top});
};

/** The filter line is edited by its text field; here are the keys that end it. */
const lineKey = (state: State, key: Key): Reaction => {
	const {overlay} = state;
	if (overlay?.kind !== 'line') return {};
	const {purpose, value, before} = overlay;
	if (isEscape(key)) return closing({events: lineEffect(purpose, before)});
	if (keyName(key) === 'enter')
		return closing({
			events: purpose === 'search' ? [{type: 'ticket-searched', text: value}] : [],
		});
	if (keyName(key) === 'ctrl+u' || keyName(key) === 'ctrl+w') {
		const left = keyName(key) === 'ctrl+u' ? '' : value.replace(/\S*\s*$/u, '');
		return {events: [{type: 'line-changed', value: left}, ...lineEffect(purpose, left)]};
	}
	return {};
};

/** What a key does while something lies over the screen. */
export const overlayKey = (state: State, overlay: Overlay, key: Key, look: Look): Reaction => {
	if (isEscape(key) && overlay.kind !== 'line') return closing();
	switch (overlay.kind) {
		case 'line':
			return lineKey(state, key);
		case 'picker':
			return pickerKey(overlay, key, {say: look.say, now: state.now});
		case 'palette':
			return paletteKey(state, overlay, key, look);
		case 'help':
			return helpKey(overlay, key, {state, look});
		case 'dialog':
			return dialogKey(overlay, key);
		case 'path':
			return pathKey(overlay, key);
		case 'ask':
			return askKey(overlay, key);
		case 'preview':
			return previewKey(overlay, key);
	}
};
