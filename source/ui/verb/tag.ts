import type {PickerItem, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {canActOn, performOn, type Target, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const change = (found: readonly Target[], tag: string, on: boolean): Reaction => ({
	effects: [
		performOn(found, {
			action: 'tags',
			input: on ? {add: [tag], remove: []} : {add: [], remove: [tag]},
			label: {key: on ? 'done.tagged' : 'done.untagged', params: {tag}},
		}),
	],
});

/** Tags of the loaded rows, the most used first. */
const usedTags = (state: State): readonly string[] => {
	const counts = new Map<string, number>();
	for (const row of state.list.rows)
		for (const tag of row.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
};

const newTag =
	(found: readonly Target[], known: ReadonlySet<string>) =>
	(query: string): readonly PickerItem[] => {
		const tag = query.trim().replaceAll(',', '');
		return tag === '' || known.has(tag)
			? []
			: [item({key: 'picker.newTag', params: {tag}}, change(found, tag, true))];
	};

const menu = (state: State): Reaction => {
	const found = targets(state);
	const all = [...new Set([...found.flatMap(target => target.tags), ...usedTags(state)])];
	const items = all.map(tag => {
		const isOn = found.every(target => target.tags.includes(tag));
		return item(tag, change(found, tag, !isOn), {note: isOn ? {key: 'picker.tagOff'} : null});
	});
	return openPicker({key: 'picker.tags', params: {n: found.length}}, items, {
		typed: newTag(found, new Set(all)),
		hint: {key: 'picker.tagHint'},
	});
};

export const tagVerbs: readonly Verb[] = [
	defineVerb({
		name: 'tags',
		group: 'ticket',
		scopes: ['list', 'ticket'],
		available: canActOn('tickets.edit'),
		run: menu,
	}),
];
