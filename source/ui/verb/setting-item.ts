import type {TextKey} from '../../language/say.ts';
import type {Effect} from '../effect/effect.ts';
import {
	allItems,
	currentItem,
	currentTab,
	mayChange,
	placeIn,
	sourceOf,
} from '../settings/current.ts';
import type {SettingsTab} from '../settings/tab.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {openDialog} from './dialog.ts';
import {defineVerb, type Verb} from './verb.ts';

const scopes = ['settings'] as const;

/** There is an item under the cursor, and one may change it. */
const canEdit = (state: State): true | TextKey => {
	const item = currentItem(state);
	if (item === undefined) return state.me === null ? 'reason.notConnected' : 'reason.noItem';
	return mayChange(state, item);
};

const canAdd = (state: State): true | TextKey =>
	currentTab(state).blank === undefined ? 'reason.noAdding' : mayChange(state);

/** Some items have to stay, and stay switched on. */
const mayGo = (state: State): true | TextKey => {
	const source = sourceOf(state);
	const can = canEdit(state);
	if (can !== true || source === null) return can;
	return currentTab(state).mayRemove?.(currentItem(state), source) ?? true;
};

const canRemove = (state: State): true | TextKey => {
	const {remove, reset} = currentTab(state);
	return remove === undefined && reset === undefined ? 'reason.noRemoving' : mayGo(state);
};

const canToggle = (state: State): true | TextKey => {
	const {active} = currentTab(state);
	if (active === undefined) return 'reason.noSwitch';
	const item = currentItem(state);
	return item !== undefined && active.is(item) ? mayGo(state) : canEdit(state);
};

const canOrder = (state: State): true | TextKey => {
	if (currentTab(state).order === undefined) return 'reason.noOrder';
	return placeIn(state).filter === '' ? canEdit(state) : 'reason.orderFiltered';
};

const edit = (state: State): Reaction => {
	const tab = currentTab(state);
	const key = tab.keyOf(currentItem(state));
	return {events: [{type: 'form-opened', tab: tab.name, key}]};
};

const add = (state: State): Reaction => ({
	events: [{type: 'form-opened', tab: state.settings.tab, key: null}],
});

const replace = (
	tab: SettingsTab,
	{before, after, label}: {before: unknown; after: unknown; label: TextKey},
): Effect => ({
	type: 'settings-change',
	mode: 'do',
	fromForm: false,
	label: {key: label, params: {what: tab.titleOf(before)}},
	change: {kind: 'item', tab: tab.name, before, after, extra: null},
});

const remove = (state: State): Reaction => {
	const tab = currentTab(state);
	const source = sourceOf(state);
	const before = currentItem(state);
	if (source === null) return {};
	const after = tab.reset?.(before, source) ?? null;
	const label = after === null ? 'settings.done.removed' : 'settings.done.reset';
	const effect = replace(tab, {before, after, label});
	if (tab.question === undefined) return {effects: [effect]};
	return openDialog({
		title: {key: 'settings.remove.title', params: {what: tab.titleOf(before)}},
		lines: tab.question(before, source),
		confirm: {key: 'd'},
		action: {key: 'settings.remove.action'},
		reaction: {effects: [effect]},
	});
};

const toggle = (state: State): Reaction => {
	const tab = currentTab(state);
	const before = currentItem(state);
	const isOn = tab.active?.is(before) === true;
	const after = tab.active?.set(before, !isOn);
	const label = isOn ? 'settings.done.off' : 'settings.done.on';
	return {effects: [replace(tab, {before, after, label})]};
};

const order =
	(by: number) =>
	(state: State): Reaction => {
		const tab = currentTab(state);
		const item = currentItem(state);
		const before = allItems(state).map(one => tab.keyOf(one));
		const index = before.indexOf(tab.keyOf(item));
		const to = index + by;
		if (to < 0 || to >= before.length) return {};
		const after = before.with(index, before[to] ?? '').with(to, before[index] ?? '');
		const label = {key: 'settings.done.order', params: {what: tab.titleOf(item)}} as const;
		const change = {kind: 'order', tab: tab.name, before, after} as const;
		return {effects: [{type: 'settings-change', mode: 'do', fromForm: false, label, change}]};
	};

/** What one does with the items of any tab; the tabs bring what is particular to them. */
export const settingItemVerbs: readonly Verb[] = [
	defineVerb({
		name: 'editItem',
		group: 'settings',
		scopes,
		hint: {settings: 10},
		available: canEdit,
		run: edit,
	}),
	defineVerb({
		name: 'addItem',
		group: 'settings',
		scopes,
		hint: {settings: 20},
		available: canAdd,
		run: add,
	}),
	defineVerb({
		name: 'removeItem',
		group: 'settings',
		scopes,
		hint: {settings: 30},
		available: canRemove,
		run: remove,
	}),
	defineVerb({
		name: 'toggleItem',
		group: 'settings',
		scopes,
		hint: {settings: 40},
		available: canToggle,
		run: toggle,
	}),
	defineVerb({
		name: 'itemUp',
		group: 'settings',
		scopes,
		hint: {settings: 50},
		available: canOrder,
		run: order(-1),
	}),
	defineVerb({
		name: 'itemDown',
		group: 'settings',
		scopes,
		hint: {settings: 51},
		available: canOrder,
		run: order(1),
	}),
];
