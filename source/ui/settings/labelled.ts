import type {Desk, Me} from '../../desk/desk.ts';
import type {Account} from '../../domain/account/account.ts';
import type {Project, Queue, Rule, Template} from '../../domain/desk-document.ts';
import {isRecord} from '../../domain/is-record.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {TextKey} from '../../language/say.ts';
import type {EffectContext} from '../effect/context.ts';
import {performSteps} from '../effect/perform.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {TicketStep} from '../state/undo-state.ts';
import {item, openPicker} from '../verb/picker.ts';
import type {Refusal, Source} from './tab.ts';

type Labelled = Queue | Project;

type Moved = {
	readonly moveTo: string | null;
	/** Numbers of the tickets that were moved. */
	readonly moved: readonly string[];
	readonly named: Named;
	/** Those that nobody had; the other queue's responsible got them. */
	readonly unassigned: readonly string[];
};

/** What else named the label: it was changed along with the tickets. */
type Named = {
	readonly accounts: readonly Account[];
	readonly rules: readonly Rule[];
	readonly templates: readonly Template[];
};

const nothing: Named = {accounts: [], rules: [], templates: []};

/** What removing a label in use took along; null when it was not in use. */
const movedOf = (extra: unknown): Moved | null =>
	isRecord(extra) && 'moveTo' in extra
		? {moved: [], named: nothing, unassigned: [], ...(extra as Pick<Moved, 'moveTo'>)}
		: null;

const namedBy = (me: Me, list: Save['list'], label: string): Named => {
	const [action, field] =
		list === 'queues'
			? (['queue', 'defaultQueue'] as const)
			: (['project', 'defaultProject'] as const);
	return {
		accounts: me.accounts.filter(account => account[field] === label),
		rules: me.desk.rules.filter(rule =>
			rule.actions.some(one => one.action === action && one.value === label),
		),
		templates: list === 'queues' ? [] : me.desk.templates.filter(one => one.project === label),
	};
};

/** Puts what named the label back as it was. */
const nameAgain = async (
	desk: Desk,
	{accounts, rules, templates}: Named,
): Promise<Result<unknown>> => {
	const calls = [
		...accounts.map(account => () => desk.saveAccount(account)),
		...rules.map(rule => () => desk.saveItem('rules', rule)),
		...templates.map(template => () => desk.saveItem('templates', template)),
	];
	for (const call of calls) {
		const saved = await call();
		if (!saved.ok) return saved;
	}
	return ok(null);
};

/** So many rows a desk gives at once. */
const mostRows = 1000;

/** Numbers of the tickets in a queue that nobody has. */
const unassignedIn = async (desk: Desk, label: string): Promise<readonly string[]> => {
	const query = {tab: 'archive', sort: 'newest', filter: `queue:${label}`} as const;
	const found: string[] = [];
	for (let from = 0, total = 1; from < total; from += mostRows) {
		const answer = await desk.window({query, from, count: mostRows});
		if (!answer.ok) return found;
		const rows = answer.value.rows.filter(row => row.queue === label && row.assignee === null);
		found.push(...rows.map(({number}) => number));
		total = answer.value.total;
	}
	return found;
};

type Save = {
	readonly list: 'queues' | 'projects';
	readonly before: Labelled | null;
	readonly extra: unknown;
	/** Brings a ticket back that the removal of this label moved away. */
	readonly stepFor: (number: string) => TicketStep;
};

/**
 * Saves a queue or project. A label that changes is another one: the old one goes first, which the
 * desk refuses while something names it. Brings back what its removal had moved: tickets, and the
 * accounts, rules and templates that named it.
 */
export const saveLabelled = async (
	context: EffectContext,
	one: Labelled,
	{list, before, extra, stepFor}: Save,
): Promise<Result<unknown>> => {
	const {desk} = context;
	const isRenamed = before !== null && before.label !== one.label;
	const removed = isRenamed ? await desk.removeItem(list, before.label) : ok(null);
	if (!removed.ok) return removed;
	const saved = await desk.saveItem(list, one);
	if (!saved.ok && isRenamed) await desk.saveItem(list, before);
	if (!saved.ok) return saved;
	const moved = movedOf(extra);
	if (moved === null) return ok(null);
	await performSteps(context, moved.moved.map(stepFor));
	const free = moved.unassigned.filter(number => moved.moved.includes(number));
	const give = {action: 'assign', input: {assignee: null}};
	await performSteps(
		context,
		free.map(number => ({number, ...give})),
	);
	const named = await nameAgain(desk, moved.named);
	return named.ok ? ok(moved) : named;
};

/** Removes a queue or project, with its tickets when `extra` says where to. */
export const removeLabelled = async (
	{desk, store}: EffectContext,
	{list, label, extra}: Pick<Save, 'list' | 'extra'> & {readonly label: string},
): Promise<Result<unknown>> => {
	const wish = movedOf(extra);
	if (wish === null) return desk.removeItem(list, label);
	const {moveTo} = wish;
	const {me} = store.state();
	const named = me === null ? nothing : namedBy(me, list, label);
	const unassigned = list === 'queues' ? await unassignedIn(desk, label) : [];
	const removed = await desk.removeItem(list, label, {moveTo});
	if (!removed.ok) return removed;
	return ok({moveTo, moved: removed.value.moved, named, unassigned} satisfies Moved);
};

/** The menu that a label in use is removed with: where its tickets go. */
export const askMove = (
	{problem, change}: Refusal<Source>,
	{title, none, all}: {title: TextKey; none: TextKey; all: readonly Labelled[]},
): Reaction | null => {
	if (problem.name !== 'label-in-use' || change.after !== null) return null;
	const one = change.before as Labelled;
	const to = (moveTo: string | null): Reaction => ({
		effects: [
			{
				type: 'settings-change',
				mode: 'do',
				fromForm: false,
				label: {key: 'settings.done.removed', params: {what: one.name}},
				change: {...change, extra: {moveTo}},
			},
		],
	});
	const others = all.filter(other => other.label !== one.label);
	return openPicker(
		{key: title, params: {what: one.name, n: Number(problem.details['tickets'] ?? 0)}},
		[
			...others.map(other => item(other.name, to(other.label))),
			item({key: none}, to(null), {letter: '-'}),
		],
	);
};
