import type {Summary} from '../../domain/summary.ts';
import type {Viewer} from '../../domain/viewer.ts';
import type {Store} from '../../store/store.ts';
import {type AgentLists, createAgentLists} from './agent-lists.ts';

/** The lists of all agents who are connected. */
export type Lists = {
	readonly of: (viewer: Viewer) => AgentLists;
	/** Counts the changes; a window says up to which one it goes. */
	readonly seq: () => number;
	/** Forgets the lists of one agent, or (settings changed) of all: they are built anew when asked for. */
	readonly forget: (login?: string) => void;
	/** Brings snoozed tickets back whose time has come; answers whether there were any. */
	readonly wake: () => boolean;
	readonly end: () => void;
};

export const createLists = (
	store: Pick<Store, 'summaries' | 'onSummary'>,
	{
		now,
		onChange,
	}: {
		readonly now: () => string;
		readonly onChange: (before: Summary | null, after: Summary | null) => void;
	},
): Lists => {
	const byLogin = new Map<string, AgentLists>();
	const snoozed = new Map<string, Summary>();
	let time = now();
	let seq = 0;

	const noteSnooze = (number: string, summary: Summary | null): void => {
		if (summary?.snoozedUntil && summary.snoozedUntil > time) snoozed.set(number, summary);
		else snoozed.delete(number);
	};
	for (const [number, summary] of store.summaries()) noteSnooze(number, summary);

	const end = store.onSummary((before, after) => {
		seq++;
		noteSnooze((after ?? before)?.number ?? '', after);
		for (const lists of byLogin.values()) lists.update(before, after);
		onChange(before, after);
	});

	const build = (viewer: Viewer): AgentLists => {
		const lists = createAgentLists(() => store.summaries().values(), {viewer, now: time});
		byLogin.set(viewer.login, lists);
		return lists;
	};

	return {
		of: viewer => byLogin.get(viewer.login) ?? build(viewer),
		seq: () => seq,
		forget: login => {
			if (login === undefined) byLogin.clear();
			else byLogin.delete(login);
		},
		wake: () => {
			const later = now();
			const due = [...snoozed.values()].filter(({snoozedUntil}) => (snoozedUntil ?? '') <= later);
			if (later <= time || due.length === 0) return false;
			time = later;
			seq++;
			for (const summary of due) snoozed.delete(summary.number);
			for (const lists of byLogin.values()) lists.advance(later, due);
			return true;
		},
		end,
	};
};
