import type {DeskStatus, Me} from '../../../desk/desk.ts';
import {actionSettings} from '../../../domain/change/action-settings.ts';
import type {Rule} from '../../../domain/desk-document.ts';
import {isRecord} from '../../../domain/is-record.ts';
import {ok, type Result} from '../../../domain/result.ts';
import {inOrder} from '../../../domain/rule/rule.ts';
import {actionFault, conditionFault, ruleNames} from '../../../domain/rule/rule-check.ts';
import {freeRuleId, newRule} from '../../../domain/rule/rule-new.ts';
import {itemInput} from '../../../domain/settings/settings-input.ts';
import {sayCondition, sayRuleAction} from '../../../language/rule.ts';
import type {Say} from '../../../language/say.ts';
import type {EffectContext} from '../../effect/context.ts';
import {rowWith, ruleFields, ruleRead, ruleValues} from '../rule/rule-form.ts';
import {type RuleNote, trialLines} from '../rule/rule-trial.ts';
import {type Draft, defineTab, type Faults, type Source} from '../tab.ts';

/** What the desk knows of its rules while it runs. */
type Loaded = {readonly stopped: DeskStatus['stoppedRules']; readonly rules: readonly Rule[]};

type From = Source<Loaded, RuleNote>;

/** Hits and place change without anybody editing: they are no part of what is edited and taken back. */
const edited = (rule: Rule): Rule => ({...rule, hits: 0, position: 0});

const namesOf = ({desk, agents}: Me) => ruleNames(actionSettings(desk, agents), desk);

/** Why a rule cannot do what it says, in a sign that is no colour alone. */
const markOf = (rule: Rule, {me, loaded}: From, say: Say): string => {
	const names = namesOf(me);
	const isUnsound =
		rule.conditions.some(one => conditionFault(one)) ||
		rule.actions.some(one => actionFault(one, names));
	if (isUnsound) return say('settings.rules.unsound');
	return loaded?.stopped.some(one => one.rule === rule.id) ? say('settings.rules.stopped') : '';
};

const thenOf = (rule: Rule, {me}: From, say: Say): string =>
	[
		...rule.actions.map(action => sayRuleAction(say, action, me.desk.templates)),
		...(rule.stop ? [say('rule.stop')] : []),
	].join(', ');

const hitsOf = ({id}: Rule, {me, loaded}: From): string =>
	String((loaded?.rules ?? me.desk.rules).find(rule => rule.id === id)?.hits ?? 0);

/** What no schema sees: patterns that cannot be read, nothing to ask for, nothing to do. */
const check = (rule: Rule, {values, source}: Draft<Rule, From>): Faults => {
	const faults: Record<string, Faults[string]> = {};
	for (const condition of rule.conditions) {
		const fault = conditionFault(condition);
		const [kind] = Object.keys(fault ?? {});
		if (kind === undefined) continue;
		const key = kind === 'address' ? 'fault.ruleAddress' : 'fault.ruleExpression';
		faults[rowWith(values, condition.pattern)] = {key, params: {value: condition.pattern}};
	}
	const names = namesOf(source.me);
	for (const action of rule.actions)
		if (actionFault(action, names))
			faults[`do.${action.action}`] = {key: 'fault.ruleValue', params: {value: action.value}};
	if (rule.conditions.length === 0) faults['addCondition'] = {key: 'fault.ruleCondition'};
	if (rule.actions.length === 0 && !rule.stop) faults['addAction'] = {key: 'fault.ruleAction'};
	return faults;
};

const placeOf = (extra: unknown): number | null =>
	isRecord(extra) && 'position' in extra ? Number(extra['position']) : null;

/** A rule keeps its place; one that comes back gets the one it had, a new one stands last. */
const save = (
	{desk, store}: EffectContext,
	rule: Rule,
	extra: unknown,
): Promise<Result<unknown>> => {
	const rules = store.state().me?.desk.rules ?? [];
	const now = rules.find(({id}) => id === rule.id)?.position;
	const position = now ?? placeOf(extra) ?? newRule('', rules).position;
	return desk.saveItem('rules', {...rule, position});
};

const remove = async (
	{desk, store}: EffectContext,
	{id}: Rule,
): Promise<Result<{readonly position: number}>> => {
	const rule = store.state().me?.desk.rules.find(one => one.id === id);
	const removed = await desk.removeItem('rules', id);
	return removed.ok ? ok({position: rule?.position ?? 0}) : removed;
};

/** Hits grow without a change of the settings, so they are asked for. */
const load = async ({desk}: EffectContext): Promise<Result<Loaded>> => {
	const [status, me] = await Promise.all([desk.status(), desk.me()]);
	if (!status.ok) return status;
	return me.ok ? ok({stopped: status.value.stoppedRules, rules: me.value.desk.rules}) : me;
};

/** A new rule is called after its title. */
const read = ({values, item, isNew, source}: Draft<Rule, From>): Rule => {
	const rule = ruleRead(values, item);
	return isNew ? {...rule, id: freeRuleId(rule.title, source.me.desk.rules)} : rule;
};

/** Regeln: what happens to new tickets by themselves, in order, with a dry run. */
export const rulesTab = defineTab<Rule, Loaded, RuleNote>({
	name: 'rules',
	right: 'rules',
	about: 'settings.rules.about',
	items: ({me}) => inOrder(me.desk.rules).map(edited),
	keyOf: rule => rule.id,
	titleOf: rule => rule.title,
	columns: [
		{
			label: 'cli.rule.position',
			width: 3,
			from: 40,
			align: 'end',
			text: ({id}, {source}) =>
				String(inOrder(source.me.desk.rules).findIndex(rule => rule.id === id) + 1),
		},
		{label: 'settings.rules.title', width: 18, text: rule => rule.title},
		{
			label: 'settings.rules.when',
			width: 0,
			from: 50,
			text: (rule, {say}) => rule.conditions.map(one => sayCondition(say, one)).join(' + '),
		},
		{
			label: 'settings.rules.then',
			width: 20,
			from: 60,
			text: (rule, {source, say}) => thenOf(rule, source, say),
		},
		{
			label: 'settings.rules.hits',
			width: 7,
			align: 'end',
			text: (rule, {source, say}) => markOf(rule, source, say) || hitsOf(rule, source),
		},
	],
	load,
	reloadOn: ['settings', 'import'],
	active: {is: rule => rule.active, set: (rule, active) => ({...rule, active})},
	blank: ({me}) => ({...newRule('', me.desk.rules), position: 0}),
	values: ruleValues,
	fields: ({values, source}) => ruleFields(values, source),
	read,
	schema: itemInput.rules,
	check,
	below: (draft, place) =>
		trialLines(draft.source.note, read(draft), {...place, now: draft.source.now}),
	save: (context, rule, {extra}) => save(context, rule, extra),
	remove,
	order: ({desk}, keys) => desk.orderItems('rules', keys),
});
