import type {Project, Queue} from '../../domain/desk-document.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {TextKey} from '../../language/say.ts';
import type {EffectContext} from '../effect/context.ts';
import {performSteps} from '../effect/perform.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {TicketStep} from '../state/undo-state.ts';
import {item, openPicker} from '../verb/picker.ts';
import type {Refusal, Source} from './tab.ts';

type Labelled = Queue | Project;

type Moved = {readonly moveTo: string | null; readonly moved: readonly string[]};

/** What removing a label with tickets took along; null when it was not in use. */
const movedOf = (extra: unknown): Moved | null =>
	typeof extra === 'object' && extra !== null && 'moveTo' in extra
		? {moved: [], ...(extra as Pick<Moved, 'moveTo'>)}
		: null;

type Save = {
	readonly list: 'queues' | 'projects';
	readonly before: Labelled | null;
	readonly extra: unknown;
	/** Brings a ticket back that the removal of this label moved away. */
	readonly stepFor: (number: string) => TicketStep;
};

/**
 * Saves a queue or project. A label that changes is another one: the old one goes first, which the
 * desk refuses while something names it. Brings back the tickets that its removal had moved.
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
	await performSteps(context, (moved?.moved ?? []).map(stepFor));
	return ok(moved);
};

/** Removes a queue or project, with its tickets when `extra` says where to. */
export const removeLabelled = async (
	{desk}: Pick<EffectContext, 'desk'>,
	list: Save['list'],
	label: string,
	extra: unknown,
): Promise<Result<unknown>> => {
	const wish = movedOf(extra);
	if (wish === null) return desk.removeItem(list, label);
	const {moveTo} = wish;
	const removed = await desk.removeItem(list, label, {moveTo});
	return removed.ok ? ok({moveTo, moved: removed.value.moved}) : removed;
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
