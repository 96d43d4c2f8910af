import {conditions} from '../../../domain/condition/index.ts';
import type {Rule} from '../../../domain/desk-document.ts';
import {type RuleValue, ruleActions} from '../../../domain/rule/rule-action.ts';
import {statuses} from '../../../domain/status.ts';
import type {TextKey} from '../../../language/say.ts';
import {type Field, isOn, type Option, textValue, toggleValue, type Values} from '../form/field.ts';
import type {Source} from '../tab.ts';

/** Rows of conditions are called `subject.0`, those of actions `do.queue`. */
const rowOf = (field: string, index: number): string => `${field}.${index}`;

const doing = (action: string): string => `do.${action}`;

/** In the form `*` is whoever has the ticket, because nothing there means: not at all. */
const whoever = '*';

const shownValue = (kind: RuleValue, value: string): string => {
	if (kind === 'none') return toggleValue(true);
	if (kind === 'switch') return value || 'on';
	return kind === 'owner' ? value || whoever : value;
};

/** What a row has when it is added. */
const firstValue: Partial<Record<RuleValue, string>> = {none: 'on', switch: 'on', owner: whoever};

export const ruleValues = ({title, active, stop, ...rule}: Rule): Values => {
	const counts = new Map<string, number>();
	const patterns = rule.conditions.map(({field, pattern}) => {
		const index = counts.get(field) ?? 0;
		counts.set(field, index + 1);
		return [rowOf(field, index), pattern];
	});
	const done = ruleActions.flatMap(({name, value: kind}) => {
		const found = rule.actions.findLast(({action}) => action === name);
		return found ? [[doing(name), shownValue(kind, found.value)]] : [];
	});
	return {
		title,
		active: toggleValue(active),
		stop: toggleValue(stop),
		...Object.fromEntries([...patterns, ...done]),
	};
};

/** The rows of a kind of condition that are there, in their order. */
const rowsOf = (values: Values, field: string): readonly string[] => {
	const rows = Object.keys(values).filter(name => name.split('.')[0] === field);
	return rows.sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]));
};

/** The rule that the values make: rows without anything in them are left out. */
export const ruleRead = (values: Values, before: Rule): Rule => {
	return {
		...before,
		title: textValue(values['title']),
		active: isOn(values['active']),
		stop: isOn(values['stop']),
		conditions: conditions.flatMap(({field}) =>
			rowsOf(values, field)
				.map(name => ({field, pattern: textValue(values[name])}))
				.filter(({pattern}) => pattern !== ''),
		),
		actions: ruleActions.flatMap(({name, value: kind}) => {
			const value = textValue(values[doing(name)]);
			if (value === '') return [];
			return [{action: name, value: kind === 'none' || value === whoever ? '' : value}];
		}),
	};
};

const nothing: Option = {value: '', label: {key: 'settings.rules.notAtAll'}};

/** The options with the present value among them, also when it is gone at the desk. */
const withNow = (options: readonly Option[], now: string): readonly Option[] =>
	now === '' || options.some(({value}) => value === now)
		? [nothing, ...options]
		: [
				nothing,
				...options,
				{value: now, label: {key: 'settings.rules.gone', params: {value: now}}},
			];

const agentsIn = ({me}: Source): readonly Option[] =>
	me.agents
		.filter(agent => agent.active && agent.role !== 'viewer')
		.map(({login, name}) => ({value: login, label: `${name} (${login})`}));

const optionsOf: Readonly<Partial<Record<RuleValue, (source: Source) => readonly Option[]>>> = {
	queue: ({me}) => me.desk.queues.map(({label, name}) => ({value: label, label: name})),
	project: ({me}) => me.desk.projects.map(({label, name}) => ({value: label, label: name})),
	agent: agentsIn,
	owner: source => [{value: whoever, label: {key: 'settings.rules.whoever'}}, ...agentsIn(source)],
	status: () => statuses.map(({name}) => ({value: name, label: {key: `status.${name}`}})),
	switch: () => [
		{value: 'on', label: {key: 'settings.on'}},
		{value: 'off', label: {key: 'settings.off'}},
	],
	template: ({me}) =>
		me.desk.templates
			.filter(({active}) => active)
			.map(({id, title}) => ({value: id, label: title})),
};

const conditionRows = (values: Values): readonly Field[] =>
	conditions.flatMap(({field, compared}) =>
		rowsOf(values, field).map(name => ({
			kind: 'text' as const,
			name,
			label: `rule.field.${field}` as const,
			help: `settings.rules.${compared}Help` as const,
		})),
	);

const actionRows = (values: Values, source: Source): readonly Field[] =>
	ruleActions.flatMap(({name, value: kind}): readonly Field[] => {
		const row = doing(name);
		const now = values[row];
		if (now === undefined) return [];
		const label = `rule.action.${name}` as TextKey;
		if (kind === 'none') return [{kind: 'toggle', name: row, label}];
		const options = optionsOf[kind];
		if (!options) return [{kind: 'text', name: row, label, help: 'settings.rules.tagsHelp'}];
		return [{kind: 'choice', name: row, label, options: withNow(options(source), now)}];
	});

const addCondition = (values: Values): Field => ({
	kind: 'choice',
	name: 'addCondition',
	label: 'settings.rules.addCondition',
	options: conditions.map(({field}) => ({value: field, label: {key: `rule.field.${field}`}})),
	adds: field => {
		const rows = rowsOf(values, field);
		const empty = rows.find(name => (values[name] ?? '') === '');
		return {[empty ?? rowOf(field, rows.length)]: ''};
	},
});

const addAction = (values: Values): Field => ({
	kind: 'choice',
	name: 'addAction',
	label: 'settings.rules.addAction',
	options: ruleActions
		.filter(({name}) => values[doing(name)] === undefined)
		.map(({name}) => ({value: name, label: {key: `rule.action.${name}` as TextKey}})),
	adds: name => {
		const kind = ruleActions.find(one => one.name === name)?.value ?? 'none';
		return {[doing(name)]: firstValue[kind] ?? ''};
	},
});

/** Title, conditions, actions; a row for each that is there, and one to add another. */
export const ruleFields = (values: Values, source: Source): readonly Field[] => [
	{kind: 'text', name: 'title', label: 'settings.rules.title'},
	{kind: 'toggle', name: 'active', label: 'settings.rules.active'},
	{kind: 'heading', name: 'when', label: 'settings.rules.when'},
	...conditionRows(values),
	addCondition(values),
	{kind: 'heading', name: 'then', label: 'settings.rules.then'},
	...actionRows(values, source),
	addAction(values),
	{kind: 'toggle', name: 'stop', label: 'settings.rules.stop', help: 'settings.rules.stopHelp'},
];

/** The row of the form that a condition or action of the rule stands in, by what was typed there. */
export const rowWith = (values: Values, value: string): string =>
	Object.keys(values).find(name => name.includes('.') && textValue(values[name]) === value) ?? '';
