import {isRecord} from '../../domain/is-record.ts';
import type {Problem} from '../../domain/problem.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {EffectContext} from '../effect/context.ts';
import type {Effect} from '../effect/effect.ts';
import {problemToast, problemWords, toast} from '../effect/toast.ts';
import type {SettingsChange} from './change.ts';
import {sourceOf} from './current.ts';
import {fieldsOf} from './form/fault.ts';
import type {SettingsTab} from './tab.ts';
import {tabNamed} from './tab-list.ts';

type ChangeEffect = Extract<Effect, {type: 'settings-change'}>;

const apply = (
	context: EffectContext,
	tab: SettingsTab,
	change: SettingsChange,
): Promise<Result<unknown>> => {
	if (change.kind === 'order')
		return tab.order?.(context, change.after) ?? Promise.resolve(ok(null));
	const {before, after, extra} = change;
	if (after !== null) return tab.save(context, after, {before, extra});
	return tab.remove?.(context, before, extra) ?? Promise.resolve(ok(null));
};

/** The same texts, whatever the order of their keys: the desk writes them in its own. */
const ordered = (_key: string, value: unknown): unknown =>
	isRecord(value)
		? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
		: value;

const same = (a: unknown, b: unknown): boolean =>
	JSON.stringify(a, ordered) === JSON.stringify(b, ordered);

/** Whether the desk still has what a change from the past would replace. */
const isStill = (context: EffectContext, tab: SettingsTab, change: SettingsChange): boolean => {
	const source = sourceOf(context.store.state(), tab.name);
	if (source === null) return false;
	const items = tab.items(source);
	if (change.kind === 'order') return same(items.map(tab.keyOf), change.before);
	const {before, after} = change;
	const now = items.find(item => tab.keyOf(item) === tab.keyOf(before ?? after)) ?? null;
	return same(now, before);
};

/** Asks again for what the screen knows of the settings: the desk's word comes a moment later. */
const refresh = async ({desk, store}: EffectContext): Promise<void> => {
	const me = await desk.me();
	if (me.ok) store.dispatch({type: 'signed-in', me: me.value});
};

/** The field that a problem belongs to; null for the form as a whole. */
const fieldFor = (context: EffectContext, tab: SettingsTab, problem: Problem): string | null => {
	const state = context.store.state();
	const {form} = state.settings;
	if (form === null) return null;
	const own = tab.fieldOf?.(problem) ?? null;
	const named = String(problem.details['field'] ?? '');
	const wanted = own ?? (problem.name === 'label-taken' ? 'label' : named);
	const fields = fieldsOf(state, form);
	const parts = wanted.split('.');
	return (
		fields.find(field => field.name === wanted)?.name ??
		fields.find(field => parts.includes(field.name))?.name ??
		null
	);
};

/** Offers the other way that the tab knows after a problem; false when there is none. */
const offerOtherWay = (context: EffectContext, effect: ChangeEffect, problem: Problem): boolean => {
	const {change} = effect;
	const {store} = context;
	const source = sourceOf(store.state(), change.tab);
	if (change.kind !== 'item' || source === null) return false;
	const other = tabNamed(change.tab).refused?.({problem, change, source}) ?? null;
	for (const event of other?.events ?? []) store.dispatch(event);
	return other !== null;
};

/** Shows a problem at its field; false when it belongs to none. */
const showAtField = (context: EffectContext, effect: ChangeEffect, problem: Problem): boolean => {
	const {store} = context;
	store.dispatch({type: 'form-saving', saving: false});
	const field = fieldFor(context, tabNamed(effect.change.tab), problem);
	const faults = {[field ?? '']: problemWords(problem)};
	store.dispatch({type: 'form-refused', faults, field});
	return field !== null;
};

const refused = (context: EffectContext, effect: ChangeEffect, problem: Problem): void => {
	const {change, fromForm} = effect;
	const {store} = context;
	const {form} = store.state().settings;
	const isThere = form?.tab === change.tab && form.saving;
	// Who left a step of the wizard while it waited does not want to know how that ended.
	if (change.tab.startsWith('setup-') && !isThere) return;
	if (offerOtherWay(context, effect, problem)) return;
	if (fromForm && isThere && showAtField(context, effect, problem)) return;
	store.dispatch(problemToast(problem));
};

/** Makes a change of the settings, or takes one back, and says what came of it. */
export const changeSettings = async (
	context: EffectContext,
	effect: ChangeEffect,
): Promise<void> => {
	const {change, mode, label, fromForm} = effect;
	const tab = tabNamed(change.tab);
	if (mode !== 'do' && !isStill(context, tab, change))
		return context.store.dispatch(
			toast('warn', {key: 'settings.changedElsewhere', params: {what: label}}),
		);
	const answer = await apply(context, tab, change);
	if (!answer.ok) return refused(context, effect, answer.problem);
	await refresh(context);
	context.store.dispatch({
		type: 'settings-changed',
		change,
		mode,
		label,
		fromForm,
		extra: answer.value,
	});
};
