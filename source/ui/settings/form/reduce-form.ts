import {moveTextEnd} from '../../../domain/text/move.ts';
import {createTextBuffer, type TextBuffer} from '../../../domain/text/text-buffer.ts';
import {createTextField} from '../../../domain/text/text-field.ts';
import type {UiEvent} from '../../state/event.ts';
import type {State} from '../../state/state.ts';
import {sourceOf} from '../current.ts';
import type {FormState} from '../settings-state.ts';
import {tabNamed} from '../tab-list.ts';
import {fieldsOf} from './fault.ts';
import {type Field, isTypedAnew, type Values} from './field.ts';

const put = (state: State, form: FormState | null): State => ({
	...state,
	settings: {...state.settings, form},
});

const bufferOf = (field: Field | undefined, text: string): TextBuffer =>
	field?.kind === 'lines' ? moveTextEnd(createTextBuffer(text)) : createTextField(text);

/** Whether the cursor of the form can stand in a field. */
export const canFocus = (field: Field): boolean =>
	field.kind !== 'heading' && field.locked === undefined;

const isSelected = (fields: readonly Field[], focus: string): boolean =>
	fields.some(field => field.name === focus && isTypedAnew(field));

/** The cursor comes to a field. */
const focused = (state: State, form: FormState, focus: string): FormState => ({
	...form,
	focus,
	selected: isSelected(fieldsOf(state, form), focus),
});

/** The form of an item: the one of this key, or a new one (`key` null). */
const opened = (state: State, event: Extract<UiEvent, {type: 'form-opened'}>): State => {
	const source = sourceOf(state, event.tab);
	const tab = tabNamed(event.tab);
	if (source === null) return state;
	const known =
		event.key === null ? undefined : tab.items(source).find(item => tab.keyOf(item) === event.key);
	const item = known ?? event.item ?? tab.blank?.(source);
	if (item === undefined) return state;
	const values = tab.values(item, source);
	const isNew = known === undefined;
	const fields = tab.fields({values, item, isNew, source});
	const focus = event.field ?? fields.find(canFocus)?.name ?? '';
	const form: FormState = {
		tab: event.tab,
		key: isNew ? null : event.key,
		item,
		start: isNew && event.item !== undefined ? {} : values,
		buffers: Object.fromEntries(
			Object.entries(values).map(([name, text]) => [
				name,
				bufferOf(
					fields.find(field => field.name === name),
					text,
				),
			]),
		),
		focus,
		selected: isSelected(fields, focus),
		touched: new Set(),
		tried: false,
		refused: {},
		saving: false,
		force: false,
	};
	const settings = {...state.settings, isOpen: true, tab: event.tab, form};
	return {...state, overlay: null, settings};
};

const withoutKey = <T>(record: Readonly<Record<string, T>>, ...names: readonly string[]) =>
	Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** Typing takes back what the desk said of the field: it was about the old text. */
const written = (form: FormState, name: string, buffer: TextBuffer): FormState =>
	buffer.lines === form.buffers[name]?.lines
		? {...form, buffers: {...form.buffers, [name]: buffer}}
		: {
				...form,
				buffers: {...form.buffers, [name]: buffer},
				touched: new Set(form.touched).add(name),
				refused: withoutKey(form.refused, name, ''),
			};

const valuesSet = (state: State, form: FormState, values: Values): FormState => {
	const fields = fieldsOf(state, form);
	return Object.entries(values).reduce(
		(next, [name, text]) =>
			written(
				next,
				name,
				bufferOf(
					fields.find(field => field.name === name),
					text,
				),
			),
		form,
	);
};

const reduceOpen = (state: State, form: FormState, event: UiEvent): State => {
	switch (event.type) {
		case 'form-closed':
			return put(state, null);
		case 'form-focused':
			return put(state, focused(state, form, event.field));
		case 'form-edited': {
			const buffer = form.buffers[form.focus] ?? createTextField();
			const edited = written(form, form.focus, event.edit(buffer));
			return put(state, {...edited, selected: false});
		}
		case 'form-set':
			return put(state, valuesSet(state, form, event.values));
		case 'form-saving':
			return put(state, {...form, saving: event.saving});
		case 'form-refused':
			return put(state, {
				...(event.field === null ? form : focused(state, form, event.field)),
				tried: true,
				saving: false,
				refused: event.faults,
			});
		case 'form-forced':
			return put(state, {...form, force: true});
		default:
			return state;
	}
};

/** The form of the settings: what is typed in it, and what is wrong with it. */
export const reduceForm = (state: State, event: UiEvent): State => {
	if (event.type === 'form-opened') return opened(state, event);
	return state.settings.form === null ? state : reduceOpen(state, state.settings.form, event);
};
