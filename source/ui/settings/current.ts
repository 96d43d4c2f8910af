import {createSay, type TextKey} from '../../language/say.ts';
import {hasRight} from '../state/right.ts';
import type {State} from '../state/state.ts';
import {valuesOf} from './form/values-of.ts';
import type {FormState, TabPlace} from './settings-state.ts';
import type {Draft, SettingsTab, Source} from './tab.ts';
import {tabNamed} from './tab-list.ts';
import type {SettingsTabName} from './tab-name.ts';

/** What the tab's items are made from; null before the desk has answered. */
export const sourceOf = (
	{me, own, keyBook, now, settings}: State,
	tab: SettingsTabName = settings.tab,
): Source | null =>
	me === null
		? null
		: {
				me,
				own,
				keyBook,
				now,
				loaded: settings.loaded[tab] ?? null,
				note: settings.notes[tab] ?? null,
			};

export const currentTab = (state: State): SettingsTab => tabNamed(state.settings.tab);

const nowhere: TabPlace = {index: 0, key: null, filter: ''};

export const placeIn = ({settings}: State): TabPlace => settings.places[settings.tab] ?? nowhere;

/** All items of the tab that is shown. */
export const allItems = (state: State): readonly unknown[] => {
	const source = sourceOf(state);
	return source === null ? [] : currentTab(state).items(source);
};

/** Both languages are searched, as in the palette. */
const says = [createSay('de'), createSay('en')];

/** The items that the filter leaves. */
export const shownItems = (state: State): readonly unknown[] => {
	const wanted = placeIn(state).filter.trim().toLowerCase();
	const source = sourceOf(state);
	const items = allItems(state);
	if (wanted === '' || source === null) return items;
	const tab = currentTab(state);
	return items.filter(item =>
		says.some(say =>
			[tab.keyOf(item), ...tab.columns.map(column => column.text(item, {source, say}))]
				.join(' ')
				.toLowerCase()
				.includes(wanted),
		),
	);
};

/** Index of the item under the cursor among those shown. */
export const cursorIn = (state: State): number => {
	const {index, key} = placeIn(state);
	const items = shownItems(state);
	const tab = currentTab(state);
	const found = key === null ? -1 : items.findIndex(item => tab.keyOf(item) === key);
	return found >= 0 ? found : Math.max(0, Math.min(items.length - 1, index));
};

/** The item under the cursor, or the one whose form is open; undefined when there is none. */
export const currentItem = (state: State): unknown =>
	state.settings.form === null ? shownItems(state)[cursorIn(state)] : state.settings.form.item;

/** True when one may change things in this tab (this item of it, if given); else the reason. */
export const mayChange = (state: State, item?: unknown): true | TextKey => {
	const source = sourceOf(state);
	if (source === null) return 'reason.notConnected';
	const tab = currentTab(state);
	if (item !== undefined && tab.mayEdit !== undefined) return tab.mayEdit(item, source);
	return tab.right === null ? true : hasRight(state, tab.right);
};

/** True when there is an item under the cursor and one may do things with those of this tab. */
export const mayUseItem = (state: State): true | TextKey =>
	currentItem(state) === undefined ? 'reason.noItem' : mayChange(state);

/** The form as its tab sees it; null before the desk has answered. */
export const draftOf = (state: State, form: FormState): Draft<unknown, Source> | null => {
	const source = sourceOf(state, form.tab);
	return source === null
		? null
		: {values: valuesOf(form), item: form.item, isNew: form.key === null, source};
};

/** The item of the open form as it is at the desk now; null when it is new or gone. */
export const itemNow = (state: State, form: FormState): unknown => {
	const source = sourceOf(state, form.tab);
	const tab = tabNamed(form.tab);
	if (source === null || form.key === null) return null;
	return tab.items(source).find(item => tab.keyOf(item) === form.key) ?? null;
};

/** Whether somebody changed or removed the item since its form was opened. */
export const changedMeanwhile = (state: State, form: FormState): boolean =>
	form.key !== null &&
	state.me !== null &&
	JSON.stringify(itemNow(state, form)) !== JSON.stringify(form.item);

/** Whether the form holds anything that is not saved. */
export const isChanged = (form: FormState): boolean => {
	const values = valuesOf(form);
	return Object.keys({...form.start, ...values}).some(
		name => (values[name] ?? '') !== (form.start[name] ?? ''),
	);
};
