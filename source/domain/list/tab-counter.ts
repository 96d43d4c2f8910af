import type {Summary} from '../summary.ts';
import type {Viewer} from '../viewer.ts';
import {inTab} from './in-tab.ts';
import {type TabName, tabs} from './tab.ts';

/** The counts of one agent's tabs, kept up with every change of a ticket. */
export type TabCounter = {
	readonly counts: () => Readonly<Record<TabName, number>>;
	readonly update: (before: Summary | null, after: Summary | null) => void;
	/** Moves the time on; `due` are the tickets whose snooze ended between then and now. */
	readonly advance: (now: string, due: Iterable<Summary>) => void;
};

const names: readonly TabName[] = tabs.map(tab => tab.name);

const noCounts = (): Record<TabName, number> =>
	Object.fromEntries(names.map(name => [name, 0])) as Record<TabName, number>;

export const createTabCounter = (
	summaries: Iterable<Summary>,
	{viewer, now}: {readonly viewer: Viewer; readonly now: string},
): TabCounter => {
	const counts = noCounts();
	let time = now;

	const add = (summary: Summary, by: 1 | -1): void => {
		for (const name of names) if (inTab(summary, name, viewer, time)) counts[name] += by;
	};

	for (const summary of summaries) add(summary, 1);

	return {
		counts: () => ({...counts}),
		update: (before, after) => {
			if (before) add(before, -1);
			if (after) add(after, 1);
		},
		advance: (later, due) => {
			const waking = [...due];
			for (const summary of waking) add(summary, -1);
			time = later;
			for (const summary of waking) add(summary, 1);
		},
	};
};
