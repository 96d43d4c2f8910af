import type {Say} from '../../language/say.ts';
import {sayWords} from '../say-words.ts';
import type {PickerItem, PickerState, Reaction} from '../state/overlay-state.ts';
import {type Key, keyName} from '../terminal/key.ts';
import {closing} from './closing.ts';

/** By a part of the label; items with more to search are found by their words in any order. */
const isFound = ({search}: PickerItem, label: string, query: string): boolean => {
	const place = `${label} ${search ?? ''}`.toLowerCase();
	const words = search === undefined ? [query] : query.split(/\s+/u);
	return words.every(word => place.includes(word));
};

/** The lines that a typed text leaves, and those it makes: a date, a new tag. */
export const pickerItems = (
	picker: PickerState,
	{say, now}: {readonly say: Say; readonly now: number},
): readonly PickerItem[] => {
	const query = picker.query.toLowerCase();
	if (query === '') return picker.items;
	const inLabel = (item: PickerItem): boolean =>
		sayWords(say, item.label, now).toLowerCase().includes(query);
	const found = picker.items
		.filter(item => isFound(item, sayWords(say, item.label, now), query))
		.sort((a, b) => Number(inLabel(b)) - Number(inLabel(a)));
	return [...found, ...(picker.typed?.(picker.query, now) ?? [])];
};

const choose = (item: PickerItem | undefined): Reaction =>
	item === undefined || item.reaction === null ? {} : closing(item.reaction);

const changed = (picker: PickerState, change: Partial<PickerState>): Reaction => ({
	events: [{type: 'overlay-changed', overlay: {...picker, ...change}}],
});

/** Whether letters choose at once now; `/` ends that: words that begin with one can be typed then. */
export const chooses = ({query, isTyping, items}: PickerState): boolean =>
	query === '' && !isTyping && items.some(({letter}) => letter !== '');

const typed = (picker: PickerState, text: string): Reaction => {
	const atOnce = chooses(picker) ? picker.items.find(item => item.letter === text) : undefined;
	if (atOnce === undefined && text === '/' && chooses(picker))
		return changed(picker, {isTyping: true});
	return atOnce === undefined
		? changed(picker, {query: picker.query + text, index: 0})
		: choose(atOnce);
};

/** A letter chooses at once; what is no letter of the menu searches it. */
export const pickerKey = (
	picker: PickerState,
	key: Key,
	context: {readonly say: Say; readonly now: number},
): Reaction => {
	const items = pickerItems(picker, context);
	const move = (by: number) =>
		changed(picker, {index: (picker.index + by + items.length) % Math.max(1, items.length)});
	switch (keyName(key)) {
		case 'enter':
			return choose(items[picker.index]);
		case 'up':
		case 'shift+tab':
			return move(-1);
		case 'down':
		case 'tab':
			return move(1);
		case 'backspace':
			return changed(picker, {
				query: [...picker.query].slice(0, -1).join(''),
				isTyping: picker.isTyping && picker.query !== '',
				index: 0,
			});
		default:
			return key.text === undefined ? {} : typed(picker, key.text);
	}
};
