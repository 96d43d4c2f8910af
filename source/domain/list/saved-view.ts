import * as v from 'valibot';
import {filledLineInput, lineInput} from '../clean-input.ts';
import {type ListQuery, sorts, tabs} from './tab.ts';

/** A question that an agent asks again and again, under a name of his own. */
export type SavedView = {readonly name: string; readonly query: ListQuery};

/** More than fit on any tab bar. */
export const mostViews = 30;

const viewInput = v.object({
	name: filledLineInput(40),
	query: v.object({
		tab: v.picklist(tabs.map(({name}) => name)),
		sort: v.picklist(sorts),
		filter: lineInput(500),
	}),
});

const key = (name: string): string => name.trim().toLowerCase();

/** The views that a file holds; what is none is left out, and of two of a name the second. */
export const viewsOf = (value: unknown): readonly SavedView[] => {
	const views = new Map<string, SavedView>();
	for (const item of Array.isArray(value) ? value : []) {
		const {success, output} = v.safeParse(viewInput, item);
		if (success && !views.has(key(output.name))) views.set(key(output.name), output);
	}
	return [...views.values()].slice(0, mostViews);
};

/** The view of this name, ignoring case; null when there is none. */
export const viewNamed = (views: readonly SavedView[], name: string): SavedView | null =>
	views.find(view => key(view.name) === key(name)) ?? null;

/** The views with this one: in the place of the one of its name, else last. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
	viewNamed(views, view.name) === null
		? [...views, view]
		: views.map(one => (key(one.name) === key(view.name) ? view : one));

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
	views.filter(view => key(view.name) !== key(name));

/** A tab as it is needs no view. */
export const isPlain = ({filter, sort}: ListQuery): boolean => filter === '' && sort === 'newest';

/** The view that asks this very question. */
export const viewAsking = (views: readonly SavedView[], query: ListQuery): SavedView | null =>
	isPlain(query)
		? null
		: (views.find(
				({query: {tab, sort, filter}}) =>
					tab === query.tab && sort === query.sort && filter === query.filter,
			) ?? null);
