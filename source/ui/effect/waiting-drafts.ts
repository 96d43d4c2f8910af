import type {EffectContext} from './context.ts';
import {performSteps} from './perform.ts';

/** Drafts kept on this machine go to their tickets as soon as the desk takes them. */
const bringBack = async (context: EffectContext): Promise<ReadonlyMap<string, string>> => {
	const waiting = new Map<string, string>();
	for (const {number, draft} of await context.ports.listKeptDrafts()) {
		const [outcome] = await performSteps(context, [{number, action: 'draft', input: {draft}}]);
		if (outcome?.ok === true) await context.ports.forgetKeptDraft(draft.id);
		else waiting.set(number, draft.subject);
	}
	return waiting;
};

/** Finds the agent's unsent texts, for the title line and the palette. */
export const findDrafts = async (context: EffectContext): Promise<void> => {
	const kept = await bringBack(context);
	const answer = await context.desk.window({
		query: {tab: 'archive', sort: 'newest', filter: 'is:draft'},
		from: 0,
		count: 100,
	});
	const rows = answer.ok ? answer.value.rows : [];
	const found = new Map([...kept, ...rows.map(row => [row.number, row.subject] as const)]);
	context.store.dispatch({
		type: 'drafts-waiting',
		drafts: [...found].map(([number, subject]) => ({number, subject})),
	});
};
