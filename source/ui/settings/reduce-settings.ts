import type {Distance, UiEvent} from '../state/event.ts';
import type {State} from '../state/state.ts';
import {toastMilliseconds} from '../state/undo.ts';
import {inverse} from './change.ts';
import {currentTab, cursorIn, placeIn, shownItems} from './current.ts';
import {reduceForm} from './form/reduce-form.ts';
import type {SettingsEntry, SettingsState, TabPlace} from './settings-state.ts';
import {settingsRows} from './size.ts';
import {settingsTabs} from './tab-list.ts';

const put = (state: State, change: Partial<SettingsState>): State => ({
	...state,
	settings: {...state.settings, ...change},
});

const putPlace = (state: State, place: Partial<TabPlace>): State =>
	put(state, {
		places: {...state.settings.places, [state.settings.tab]: {...placeIn(state), ...place}},
	});

const atIndex = (state: State, wanted: number): State => {
	const items = shownItems(state);
	const index = Math.max(0, Math.min(items.length - 1, wanted));
	const item = items[index];
	return putPlace(state, {index, key: item === undefined ? null : currentTab(state).keyOf(item)});
};

const moved = (state: State, distance: Distance): State => {
	if ('to' in distance)
		return atIndex(state, distance.to === 'first' ? 0 : Number.MAX_SAFE_INTEGER);
	const by = 'by' in distance ? distance.by : Math.trunc(distance.pages * settingsRows(state));
	return atIndex(state, cursorIn(state) + by);
};

const beside = (state: State, by: number): State => {
	const index = settingsTabs.indexOf(currentTab(state));
	const tab = settingsTabs[(index + by + settingsTabs.length) % settingsTabs.length];
	return tab === undefined ? state : put(state, {tab: tab.name});
};

/** More than anybody takes back in one sitting. */
const mostEntries = 100;

type Done = Extract<UiEvent, {type: 'settings-changed'}>;

const saidBy = {do: null, undo: 'toast.undone', redo: 'toast.redone'} as const;

/** A change was made: the way back is remembered, the form closed, the cursor put on the item. */
const changed = (state: State, event: Done): State => {
	const {change, extra, label, mode} = event;
	// A step of the wizard is gone back to, not taken back.
	if (change.tab.startsWith('setup-')) return state;
	const entry: SettingsEntry = {label, change: inverse(change, extra)};
	const {past, future, form} = state.settings;
	const pushed = (entries: readonly SettingsEntry[]) => [...entries, entry].slice(-mostEntries);
	const stacks = {
		do: {past: pushed(past), future: []},
		undo: {past: past.slice(0, -1), future: pushed(future)},
		redo: {past: pushed(past), future: future.slice(0, -1)},
	}[mode];
	const key = saidBy[mode];
	const words = key === null ? label : {key, params: {what: label}};
	const until = state.now + toastMilliseconds;
	const toast = {tone: 'ok' as const, words, problem: null, canUndo: mode === 'do', until};
	const next = put({...state, toast}, {...stacks, form: event.fromForm ? null : form});
	if (change.kind === 'order' || change.after === null) return next;
	if (change.tab !== state.settings.tab) return next;
	return putPlace(next, {key: currentTab(next).keyOf(change.after)});
};

/** The settings screen: which tab, which item, what the tabs have found out. */
const reducePlaces = (state: State, event: UiEvent): State => {
	switch (event.type) {
		case 'settings-opened':
			return {...put(state, {isOpen: true, tab: event.tab ?? state.settings.tab}), overlay: null};
		case 'settings-closed':
			return put(state, {isOpen: false, form: null});
		case 'settings-tab':
			return beside(state, event.by);
		case 'settings-moved':
			return moved(state, event.distance);
		case 'settings-filtered':
			return putPlace(state, {filter: event.text, index: 0});
		case 'settings-loaded':
			return put(state, {loaded: {...state.settings.loaded, [event.tab]: event.value}});
		case 'settings-noted':
			return put(state, {notes: {...state.settings.notes, [event.tab]: event.value}});
		case 'settings-changed':
			return changed(state, event);
		case 'own-changed':
			return {...state, own: event.own};
		default:
			return state;
	}
};

/** Everything of the settings screen. */
export const reduceSettings = (state: State, event: UiEvent): State =>
	reduceForm(reducePlaces(state, event), event);
