import {layOut, locate} from '../../../domain/text/layout.ts';
import {moveRows} from '../../../domain/text/move-row.ts';
import {createTextField} from '../../../domain/text/text-field.ts';
import {fieldEdit, selectedEdit, textEdit} from '../../key/text-key.ts';
import type {Reaction} from '../../state/overlay-state.ts';
import type {State} from '../../state/state.ts';
import {type Key, keyName} from '../../terminal/key.ts';
import {item, openPicker} from '../../verb/picker.ts';
import type {FormState} from '../settings-state.ts';
import {linesWidth} from '../size.ts';
import {fieldsOf} from './fault.ts';
import {type Field, isOn, toggleValue} from './field.ts';
import {canFocus} from './reduce-form.ts';
import {valuesOf} from './values-of.ts';

/** The field with the cursor. */
export const focusedField = (state: State, form: FormState): Field | undefined =>
	fieldsOf(state, form).find(field => field.name === form.focus);

/** The next or previous field that can be changed. */
export const focusBeside = (state: State, by: number): Reaction => {
	const {form} = state.settings;
	if (form === null) return {};
	const fields = fieldsOf(state, form).filter(canFocus);
	const index = fields.findIndex(field => field.name === form.focus);
	const next = fields[(index + by + fields.length) % Math.max(1, fields.length)];
	return next === undefined ? {} : {events: [{type: 'form-focused', field: next.name}]};
};

const set = (name: string, value: string): Reaction => ({
	events: [{type: 'form-set', values: {[name]: value}}],
});

type Choice = Extract<Field, {kind: 'choice'}>;

/** The chosen value, or the row that choosing adds, with the cursor in it. */
const chosen = (field: Choice, value: string): Reaction => {
	const values = field.adds?.(value);
	const [row] = Object.keys(values ?? {});
	return values === undefined || row === undefined
		? set(field.name, value)
		: {
				events: [
					{type: 'form-set', values},
					{type: 'form-focused', field: row},
				],
			};
};

const cycled = (field: Choice, value: string, by: number): Reaction => {
	const index = field.options.findIndex(option => option.value === value);
	const count = field.options.length;
	const next = field.options[(Math.max(0, index) + by + count) % Math.max(1, count)];
	return next === undefined ? {} : set(field.name, next.value);
};

/** All options as a menu; what was typed searches it. */
const menu = (field: Choice, value: string, query: string): Reaction => {
	const options = field.options.map(option => item(option.label, chosen(field, option.value)));
	const index = field.options.findIndex(option => option.value === value);
	const opened = openPicker({key: field.label}, options, {index: query === '' ? index : 0});
	const [event] = opened.events ?? [];
	return event?.type === 'overlay-opened' && event.overlay.kind === 'picker'
		? {events: [{...event, overlay: {...event.overlay, query}}]}
		: opened;
};

const choiceKey = (field: Choice, value: string, key: Key): Reaction => {
	const name = keyName(key);
	const isArrow = name === 'left' || name === 'right';
	if (isArrow && field.adds !== undefined) return menu(field, value, '');
	if (name === 'left') return cycled(field, value, -1);
	if (name === 'right') return cycled(field, value, 1);
	if (key.text === undefined) return {};
	return menu(field, value, key.text.trim());
};

const toggleKey = (field: Field, value: string, key: Key): Reaction => {
	const isFlip = key.text === ' ' || ['left', 'right'].includes(keyName(key));
	return isFlip ? set(field.name, toggleValue(!isOn(value))) : {};
};

/** In a text of several lines the arrows leave it only at its first and last row. */
const linesKey = (state: State, form: FormState, key: Key): Reaction => {
	const by = {up: -1, down: 1, 'page-up': -10, 'page-down': 10}[keyName(key)];
	if (by === undefined) {
		const edit = textEdit(key);
		return edit === null ? {} : {events: [{type: 'form-edited', edit}]};
	}
	const buffer = form.buffers[form.focus] ?? createTextField();
	const layout = layOut({lines: buffer.lines, width: linesWidth(state.size)});
	const {row} = locate(layout, buffer.cursor);
	const isOut = by < 0 ? row === 0 : row === layout.height - 1;
	if (isOut) return focusBeside(state, Math.sign(by));
	return {events: [{type: 'form-edited', edit: text => moveRows(text, layout, by)}]};
};

/** Keys that write in the field with the cursor, ahead of any verb. */
export const ownsKey = (state: State, key: Key): boolean => {
	const {form} = state.settings;
	if (form === null || form.saving) return false;
	return keyName(key) === 'enter' && focusedField(state, form)?.kind === 'lines';
};

/** A key that no verb of the form has: it writes, chooses or goes to another field. */
export const formKey = (state: State, key: Key): Reaction => {
	const {form} = state.settings;
	const field = form === null ? undefined : focusedField(state, form);
	// While it is on its way to the desk the form stands still.
	if (form === null || field === undefined || form.saving) return {};
	const value = valuesOf(form)[field.name] ?? '';
	if (field.kind === 'lines') return linesKey(state, form, key);
	const by = {up: -1, down: 1}[keyName(key)];
	if (by !== undefined) return focusBeside(state, by);
	if (field.kind === 'choice') return choiceKey(field, value, key);
	if (field.kind === 'toggle') return toggleKey(field, value, key);
	const edit = form.selected ? selectedEdit(key) : fieldEdit(key);
	return edit === null ? {} : {events: [{type: 'form-edited', edit}]};
};
