import {parseFilter} from '../../domain/filter/filter.ts';
import {compareBy} from '../../domain/list/compare.ts';
import {inTab} from '../../domain/list/in-tab.ts';
import {createLiveList, type LiveList} from '../../domain/list/live-list.ts';
import type {ListQuery} from '../../domain/list/tab.ts';
import {createTabCounter} from '../../domain/list/tab-counter.ts';
import type {Summary} from '../../domain/summary.ts';
import type {Viewer} from '../../domain/viewer.ts';
import {summaryFor} from '../../domain/visibility.ts';
import type {TabCounts} from '../desk.ts';

/** The lists that one agent looks at, kept up with every change while they are used. */
export type AgentLists = {
	readonly viewer: Viewer;
	readonly list: (query: ListQuery) => LiveList;
	readonly counts: () => TabCounts;
	readonly update: (before: Summary | null, after: Summary | null) => void;
	/** Time went on: these tickets came back from their snooze. */
	readonly advance: (now: string, due: readonly Summary[]) => void;
};

/** Screens keep two or three lists alive; more are leftovers of filters typed letter by letter. */
const mostLists = 6;

/** `summaries` is read anew for each list; the lists themselves hold the same objects, not copies. */
export const createAgentLists = (
	summaries: () => Iterable<Summary>,
	{viewer, now}: {readonly viewer: Viewer; readonly now: string},
): AgentLists => {
	let time = now;
	const counter = createTabCounter(summaries(), {viewer, now});
	const lists = new Map<string, LiveList>();

	const build = ({tab, sort, filter}: ListQuery): LiveList => {
		const context = {
			me: viewer.login,
			get now() {
				return time;
			},
		};
		const {accepts} = parseFilter(filter, context);
		const all = filter.trim() === '';
		return createLiveList(summaries(), {
			// Masked before it is filtered: a filter must not find what its agent may not read.
			accepts: summary =>
				inTab(summary, tab, viewer, time) && (all || accepts(summaryFor(summary, viewer))),
			compare: compareBy[sort],
		});
	};

	return {
		viewer,
		list: query => {
			const key = `${query.tab} ${query.sort} ${query.filter}`;
			const list = lists.get(key) ?? build(query);
			lists.delete(key);
			lists.set(key, list);
			const [oldest] = lists.keys();
			if (lists.size > mostLists && oldest !== undefined) lists.delete(oldest);
			return list;
		},
		counts: counter.counts,
		update: (before, after) => {
			counter.update(before, after);
			for (const list of lists.values()) list.update(before, after);
		},
		advance: (later, due) => {
			time = later;
			counter.advance(later, due);
			for (const list of lists.values()) for (const summary of due) list.update(summary, summary);
		},
	};
};
