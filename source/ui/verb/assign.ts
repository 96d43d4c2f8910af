import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, nowNote, openPicker} from './picker.ts';
import {canActOn, current, performOn, type Target, targets} from './target.ts';
import {defineVerb, type Verb} from './verb.ts';

const canEdit = canActOn('tickets.edit');

const give = (
	found: readonly Target[],
	login: string | null,
	{name, opens}: {readonly name: string; readonly opens?: true},
): Reaction => ({
	effects: [
		performOn(found, {
			action: 'assign',
			input: {assignee: login},
			label: login === null ? {key: 'done.unassigned'} : {key: 'done.assigned', params: {name}},
			...(opens && {opens}),
		}),
	],
});

/** What nobody has is claimed: it stays with a colleague who was faster. The rest is taken over. */
const take = (found: readonly Target[], login: string, name: string): Reaction => {
	if (found.some(({assignee}) => assignee !== null)) return give(found, login, {name, opens: true});
	const label = {key: 'done.assigned', params: {name}} as const;
	return {effects: [performOn(found, {action: 'claim', input: {}, label, opens: true})]};
};

const menu = (state: State): Reaction => {
	const found = targets(state);
	const me = state.me?.agent;
	const now = found.length === 1 ? current(state)?.assignee : undefined;
	const others = (state.me?.agents ?? []).filter(
		agent => agent.active && agent.login !== me?.login && agent.role !== 'viewer',
	);
	const noteFor = (login: string | null) => nowNote(login === now);
	return openPicker({key: 'picker.assign', params: {n: found.length}}, [
		item(
			{key: 'picker.toMe', params: {name: me?.name ?? ''}},
			take(found, me?.login ?? '', me?.name ?? ''),
			{
				letter: 'a',
				note: noteFor(me?.login ?? ''),
			},
		),
		item({key: 'picker.toNobody'}, give(found, null, {name: ''}), {
			letter: '-',
			note: noteFor(null),
		}),
		...others.map(agent =>
			item(agent.name, give(found, agent.login, {name: agent.name}), {note: noteFor(agent.login)}),
		),
	]);
};

const scopes = ['list', 'ticket'] as const;

/** Who has a ticket. */
export const assignVerbs: readonly Verb[] = [
	defineVerb({
		name: 'assign',
		group: 'ticket',
		scopes,
		hint: {list: 55, ticket: 60},
		available: canEdit,
		run: menu,
	}),
	defineVerb({
		name: 'assignToMe',
		group: 'ticket',
		scopes,
		available: canEdit,
		run: state => take(targets(state), state.me?.agent.login ?? '', state.me?.agent.name ?? ''),
	}),
	defineVerb({
		name: 'unassign',
		group: 'ticket',
		scopes,
		available: canEdit,
		run: state => give(targets(state), null, {name: ''}),
	}),
];
