import type {DeskDocument, Job, Project, Queue, Rule, Template} from '../desk-document.ts';
import {fail, ok, type Result} from '../result.ts';

/** The lists of the desk's settings, edited item by item so that two editors do not undo each other. */
export type SettingsLists = {
	readonly queues: Queue;
	readonly projects: Project;
	readonly templates: Template;
	readonly rules: Rule;
	readonly jobs: Job;
};

export type ListName = keyof SettingsLists;

export const listNames = [
	'queues',
	'projects',
	'templates',
	'rules',
	'jobs',
] as const satisfies readonly ListName[];

/** The lists whose order says something. */
export const orderedLists = ['rules', 'templates'] as const satisfies readonly ListName[];

export type OrderedList = (typeof orderedLists)[number];

/** The settings that are one value each; what the desk writes by itself is none. */
export type DeskValues = Omit<DeskDocument, 'v' | 'log' | 'silenced' | ListName>;

/** The largest number of items in each list. */
const most: Readonly<Record<ListName, number>> = {
	queues: 500,
	projects: 500,
	templates: 2000,
	rules: 2000,
	jobs: 100,
};

/** What an item is named by: the label of queues and projects, the id of the others. */
export const itemKey = (item: SettingsLists[ListName]): string =>
	'label' in item ? item.label : item.id;

const itemsOf = (document: DeskDocument, list: ListName): readonly SettingsLists[ListName][] =>
	document[list];

/** The item of exactly this key, null when there is none. */
export const findItem = (
	document: DeskDocument,
	list: ListName,
	key: string,
): SettingsLists[ListName] | null =>
	itemsOf(document, list).find(item => itemKey(item) === key) ?? null;

/** A rule's hits are counted by the desk, not by who edits it. */
const kept = (
	item: SettingsLists[ListName],
	old: SettingsLists[ListName] | null,
): SettingsLists[ListName] =>
	'hits' in item ? {...item, hits: old && 'hits' in old ? old.hits : 0} : item;

/**
 * Puts an item in the place of the one with its key, or at the end. Keys are unique ignoring case:
 * one that differs from another in case alone is `label-taken`.
 */
export const putItem = (
	document: DeskDocument,
	list: ListName,
	item: SettingsLists[ListName],
): Result<DeskDocument> => {
	const items = itemsOf(document, list);
	const key = itemKey(item);
	const old = findItem(document, list, key);
	const written = kept(item, old);
	if (old) return ok({...document, [list]: items.map(one => (one === old ? written : one))});
	if (items.some(one => itemKey(one).toLowerCase() === key.toLowerCase()))
		return fail('label-taken', {label: key});
	return items.length < most[list]
		? ok({...document, [list]: [...items, written]})
		: fail('input-invalid', {field: list, reason: 'max_length'});
};

/** The document without the item of this key. */
export const dropItem = (document: DeskDocument, list: ListName, key: string): DeskDocument => ({
	...document,
	[list]: itemsOf(document, list).filter(item => itemKey(item) !== key),
});

/** Rules and templates in the order of the keys, counted from 1; those not named follow as they were. */
export const orderedItems = (
	document: DeskDocument,
	list: OrderedList,
	keys: readonly string[],
): DeskDocument => {
	const place = new Map(keys.map((key, index) => [key, index]));
	const behind = keys.length;
	const sorted = <Item extends Rule | Template>(
		items: readonly Item[],
		now: (item: Item) => number,
	): readonly Item[] =>
		[...items].sort(
			(a, b) => (place.get(a.id) ?? behind) - (place.get(b.id) ?? behind) || now(a) - now(b),
		);
	return list === 'rules'
		? {
				...document,
				rules: sorted(document.rules, rule => rule.position).map((rule, index) => ({
					...rule,
					position: index + 1,
				})),
			}
		: {
				...document,
				templates: sorted(document.templates, template => template.order).map(
					(template, index) => ({...template, order: index + 1}),
				),
			};
};
