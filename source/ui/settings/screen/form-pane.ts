import {graphemes} from '../../../domain/text/grapheme.ts';
import {drawnRows, layOut, locate} from '../../../domain/text/layout.ts';
import {textOf} from '../../../domain/text/text-buffer.ts';
import {createTextField, fieldView} from '../../../domain/text/text-field.ts';
import type {Role} from '../../look/theme.ts';
import {fit} from '../../look/width.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import type {Look} from '../../part/look.ts';
import {withCursor} from '../../part/with-cursor.ts';
import {sayWords} from '../../say-words.ts';
import type {State} from '../../state/state.ts';
import {draftOf} from '../current.ts';
import {fieldsOf, shownFaults} from '../form/fault.ts';
import {type Field, isOn} from '../form/field.ts';
import type {FormState} from '../settings-state.ts';
import {labelCells, linesWidth, topFor} from '../size.ts';
import type {Faults} from '../tab.ts';
import {tabNamed} from '../tab-list.ts';
import {formNote} from './form-note.ts';

export type FormPlace = {
	readonly state: State;
	readonly look: Look;
	readonly width: number;
	readonly height: number;
};

/** A text of several lines shows so many of its rows. */
const longest = 8;

type Row = {readonly line: Line; readonly isFocus: boolean};

const line = (parts: Line, {look, width}: FormPlace): Line =>
	fitLine(parts, width, look.glyphs.ellipsis);

const optionLabel = (field: Extract<Field, {kind: 'choice'}>, value: string, place: FormPlace) => {
	const label = field.options.find(option => option.value === value)?.label ?? value;
	return sayWords(place.look.say, label, place.state.now);
};

/** What a field shows when the cursor is elsewhere. */
const shownValue = (field: Field, value: string, place: FormPlace): string => {
	const {say, glyphs} = place.look;
	if (field.kind === 'toggle')
		return isOn(value) ? `[x] ${say('settings.on')}` : `[ ] ${say('settings.off')}`;
	if (field.kind === 'choice' && field.locked !== undefined)
		return optionLabel(field, value, place);
	if (field.kind === 'choice') return `${optionLabel(field, value, place)} ${glyphs.choice}`;
	if (field.kind === 'secret') return glyphs.hidden.repeat(Math.min(24, [...value].length));
	return value;
};

const focused = (field: Field, form: FormState, place: FormPlace, room: number): Line => {
	const buffer = form.buffers[field.name] ?? createTextField();
	if (field.kind === 'toggle' || field.kind === 'choice')
		return [span(fit(shownValue(field, textOf(buffer), place), room).trimEnd(), 'cursor')];
	const isSecret = field.kind === 'secret';
	const hidden = place.look.glyphs.hidden;
	const cells = [...graphemes(textOf(buffer))].length;
	if (form.selected && cells > 0) {
		const shown = isSecret ? shownValue(field, textOf(buffer), place) : textOf(buffer);
		return [span(fit(shown, room, {ellipsis: ''}).trimEnd(), 'cursor')];
	}
	if (isSecret)
		return withCursor(hidden.repeat(Math.min(cells, room - 1)), Math.min(cells, room - 1));
	const view = fieldView(buffer, room - 1);
	return withCursor(fit(view.text, room, {ellipsis: ''}).trimEnd(), view.column);
};

/** A value that the cursor is not in; `–` for none. */
const restingValue = (field: Field, form: FormState, place: FormPlace, room: number): Line => {
	const {glyphs} = place.look;
	const shown = shownValue(field, textOf(form.buffers[field.name] ?? createTextField()), place);
	const isFaint = field.locked !== undefined || shown === '';
	const text = fit(shown === '' ? glyphs.none : shown, room, {ellipsis: glyphs.ellipsis});
	return [span(text.trimEnd(), isFaint ? 'faint' : 'text')];
};

type Signs = {readonly sign: string; readonly role: Role; readonly isFocus: boolean};

const signsOf = (field: Field, form: FormState, {look}: FormPlace, isBad: boolean): Signs => {
	const isFocus = form.focus === field.name;
	const role = isBad ? 'bad' : isFocus ? 'accent' : 'faint';
	return {sign: isFocus ? look.glyphs.cursor : isBad ? '!' : ' ', role, isFocus};
};

const oneLine = (field: Field, form: FormState, place: FormPlace, isBad: boolean): Row => {
	const {look, width, state} = place;
	const {sign, role, isFocus} = signsOf(field, form, place, isBad);
	const words = look.say(field.label);
	const cells = labelCells(state.size, words);
	const label = fit(words, cells - 1, {ellipsis: look.glyphs.ellipsis});
	const room = Math.max(4, width - cells - 4);
	const shown = isFocus && field.locked === undefined ? focused : restingValue;
	const value = shown(field, form, place, room);
	return {line: line([span(` ${sign} ${label} `, role), ...value], place), isFocus};
};

const severalLines = (
	field: Field,
	form: FormState,
	place: FormPlace,
	isBad: boolean,
): readonly Row[] => {
	const {look, state} = place;
	const {sign, role, isFocus} = signsOf(field, form, place, isBad);
	const buffer = form.buffers[field.name] ?? createTextField();
	const layout = layOut({lines: buffer.lines, width: linesWidth(state.size)});
	const cursor = locate(layout, buffer.cursor);
	const height = Math.max(isFocus ? 3 : 1, Math.min(longest, layout.height));
	const top = isFocus ? topFor({line: cursor.row, height, total: layout.height}) : 0;
	const rows = drawnRows(layout, {top, height});
	const body = Array.from({length: height}, (_, index): Row => {
		const text = rows[index]?.text.trimEnd() ?? '';
		const hasCursor = isFocus && cursor.row === top + index;
		const shown: Line = hasCursor ? withCursor(text, cursor.column) : [span(text)];
		return {
			line: line([span(`   ${look.glyphs.quote}`, 'border'), ...shown], place),
			isFocus: hasCursor,
		};
	});
	return [
		{line: line([span(` ${sign} ${look.say(field.label)}`, role)], place), isFocus: false},
		...body,
	];
};

const rowsOf = (
	field: Field,
	form: FormState,
	place: FormPlace,
	faults: Faults,
): readonly Row[] => {
	const isBad = field.name in faults;
	if (field.kind === 'heading')
		return [
			{line: line([], place), isFocus: false},
			{line: line([span(` ${place.look.say(field.label)}`, 'unread')], place), isFocus: false},
		];
	return field.kind === 'lines'
		? severalLines(field, form, place, isBad)
		: [oneLine(field, form, place, isBad)];
};

/** What stays in view at the foot while the fields above it scroll: where both do not fit. */
const keptBelow = (
	below: readonly Line[],
	{free, room}: {readonly free: number; readonly room: number},
): readonly Line[] =>
	below.length <= free ? [] : below.slice(0, Math.max(0, Math.floor(room / 3)));

/** The form of an item: fields, what the tab shows below them, and a line about the field. */
export const formPane = (form: FormState, place: FormPlace): readonly Line[] => {
	const {state, look, width, height} = place;
	const fields = fieldsOf(state, form);
	const faults = shownFaults(state, form);
	const rows = fields.flatMap(field => rowsOf(field, form, place, faults));
	const draft = draftOf(state, form);
	const note = formNote(form, {fields, faults}, place);
	const room = Math.max(1, height - note.length);
	const free = Math.max(0, room - rows.length - 1);
	const below =
		draft === null ? [] : (tabNamed(form.tab).below?.(draft, {look, width, height: free}) ?? []);
	const focus = Math.max(
		0,
		rows.findIndex(row => row.isFocus),
	);
	const kept = keptBelow(below, {free, room});
	const above = kept.length === 0 ? room : room - kept.length - 1;
	const all: readonly Line[] = [
		...rows.map(row => row.line),
		...(below.length === 0 || kept.length > 0 ? [] : [line([], place), ...below]),
	];
	const top = topFor({
		line: focus,
		height: above,
		total: Math.max(rows.length, Math.min(all.length, above)),
	});
	return [
		...Array.from({length: above}, (_, index) => all[top + index] ?? line([], place)),
		...(kept.length === 0 ? [] : [line([], place), ...kept]),
		...note,
	].map(one => fitLine(one, width, look.glyphs.ellipsis));
};
