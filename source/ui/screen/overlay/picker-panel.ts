import {textWidth} from '../../../domain/text/width.ts';
import {wrapLine} from '../../../domain/text/wrap.ts';
import {chooses, pickerItems} from '../../key/picker-key.ts';
import {fit} from '../../look/width.ts';
import {bothEnds, fitLine, type Line, span} from '../../part/line.ts';
import {type Look, rule} from '../../part/look.ts';
import {sayWords} from '../../say-words.ts';
import {keepVisible} from '../../state/geometry.ts';
import type {PickerItem, PickerState} from '../../state/overlay-state.ts';
import type {State} from '../../state/state.ts';

type Place = {readonly state: State; readonly look: Look; readonly width: number};

const itemLine = (item: PickerItem, isChosen: boolean, place: Place): Line => {
	const {look, width, state} = place;
	const label = sayWords(look.say, item.label, state.now);
	const note = item.note === null ? '' : sayWords(look.say, item.note, state.now);
	const sign = isChosen ? look.glyphs.cursor : ' ';
	const beside = note === '' ? 0 : textWidth(note) + 1;
	const room = Math.max(12, Math.min(40, Math.max(width - 20, width - 4 - beside)));
	return fitLine(
		[
			span(`${sign}${fit(item.letter, 2)} `, 'accent'),
			span(fit(label, room, {ellipsis: look.glyphs.ellipsis}), isChosen ? 'cursor' : 'text'),
			...(note === '' ? [] : [span(` ${note}`, 'faint')]),
		],
		width,
		look.glyphs.ellipsis,
	);
};

/** The text of the item under the cursor, as much as fits below a few lines of the menu. */
const previewLines = (
	item: PickerItem | undefined,
	{look, width, height, items}: Place & {readonly height: number; readonly items: number},
): readonly Line[] => {
	if (item?.preview === undefined || height < 9) return [];
	const room = Math.max(Math.ceil((height - 3) / 2), height - 2 - items);
	const rows = item.preview.split('\n').flatMap(text => {
		const wrapped = wrapLine(text, width - 4).map(({start, end}) => text.slice(start, end));
		return wrapped.length === 0 ? [''] : wrapped;
	});
	const shown = rows.slice(0, rows.length > room - 1 ? room - 2 : room - 1);
	const cut = shown.length < rows.length ? [look.glyphs.ellipsis] : [];
	const lines = [...shown, ...cut].map(text => [span(`   ${text.trimEnd()}`)]);
	const blank = Array.from({length: room - 1 - lines.length}, () => [span('')]);
	return [rule(look, width, look.say('picker.preview')), ...lines, ...blank];
};

/** What is typed, or what could be. */
const footLine = (picker: PickerState, {look, state}: Place): Line => {
	const {query, isTyping, hint} = picker;
	if (query !== '' || isTyping)
		return [span(` ${look.say('picker.typed', {query})}`, 'accent'), span(' ', 'cursor')];
	if (hint === null) return [span('')];
	const key = chooses(picker) ? '/' : ' ';
	return [span(` ${key}  ${sayWords(look.say, hint, state.now)}`, 'faint')];
};

/** A menu at the foot of the body, at most `height` lines. */
export const pickerPanel = (
	picker: PickerState,
	place: Place & {readonly height: number},
): readonly Line[] => {
	const {state, look, width, height} = place;
	const items = pickerItems(picker, {say: look.say, now: state.now});
	const below = previewLines(items[picker.index], {...place, items: items.length});
	const room = Math.max(1, Math.min(items.length, height - 2 - below.length));
	const top = keepVisible({top: 0, line: picker.index, height: room, total: items.length});
	const shown = items.slice(top, top + room);
	const isTyped = picker.query !== '' || picker.isTyping;
	// Nothing was looked for yet: the hint alone says what to do.
	const isUnfound = items.length === 0 && (picker.query !== '' || picker.hint === null);
	const more = items.length > room ? `${picker.index + 1}/${items.length} ` : '';
	return [
		rule(look, width, sayWords(look.say, picker.title, state.now)),
		...(isUnfound ? [fitLine([span(`   ${look.say('picker.empty')}`, 'faint')], width, '')] : []),
		...shown.map((item, index) =>
			itemLine(isTyped ? {...item, letter: ''} : item, top + index === picker.index, place),
		),
		...below,
		bothEnds({
			left: footLine(picker, place),
			right: [span(more, 'faint')],
			width,
			ellipsis: look.glyphs.ellipsis,
		}),
	].map(line => fitLine(line, width, look.glyphs.ellipsis));
};
