import {conditions} from '../../domain/condition/index.ts';
import type {Rule} from '../../domain/desk-document.ts';
import {statusOf} from '../../domain/filter/status-word.ts';
import {ruleActions} from '../../domain/rule/rule-action.ts';
import {type Call, type Flag, isSet, listFlag, textFlag} from '../command.ts';
import {onOff, switched} from '../input/choice.ts';

type Conditions = Rule['conditions'];

type Actions = Rule['actions'];

const many = {type: 'string', isMultiple: true} as const;
const text = {type: 'string'} as const;

/** Conditions and actions of a rule as flags. */
export const ruleFlags: Readonly<Record<string, Flag>> = {
	title: text,
	active: text,
	stop: {type: 'boolean'},
	continue: {type: 'boolean'},
	recipient: many,
	sender: many,
	senderName: many,
	subject: many,
	spam: {type: 'boolean'},
	queue: text,
	project: text,
	assign: text,
	status: text,
	personal: text,
	private: text,
	prio: text,
	tag: many,
	template: text,
	drop: many,
};

export const ruleChoices = {active: onOff, prio: onOff};

/** The flag of an action; others are called as the action is. */
const flagOf: Readonly<Record<string, string>> = {assignee: 'assign', tags: 'tag'};

/** Patterns are not taken apart: a comma is a part of them. */
const patterns = (call: Call, name: string): readonly string[] => {
	const value = call.flags[name];
	return Array.isArray(value) ? value.map(String).filter(pattern => pattern !== '') : [];
};

/** The values of actions that are not simply what is written. */
const values: Readonly<Record<string, (call: Call) => string | null>> = {
	spam: call => (isSet(call, 'spam') ? '' : null),
	tags: call => listFlag(call, 'tag').join(', ') || null,
	status: call => {
		const word = textFlag(call, 'status');
		// What means none or several is handed on: the desk says so.
		return word === null ? null : (statusOf(word) ?? word);
	},
	personal: call => ownerOf(call, 'personal'),
	private: call => ownerOf(call, 'private'),
};

/** `on` means whoever has the ticket. */
const ownerOf = (call: Call, name: string): string | null => {
	const value = textFlag(call, name);
	return value === 'on' ? '' : value;
};

const actionValue = (call: Call, action: string): string | null =>
	values[action]?.(call) ?? textFlag(call, flagOf[action] ?? action);

const conditionsOf = (call: Call, before: Conditions, dropped: ReadonlySet<string>): Conditions =>
	conditions.flatMap(({field}) => {
		const given = patterns(call, field);
		if (given.length > 0) return given.map(pattern => ({field, pattern}));
		return dropped.has(field) ? [] : before.filter(one => one.field === field);
	});

const actionsOf = (call: Call, before: Actions, dropped: ReadonlySet<string>): Actions =>
	ruleActions.flatMap(({name}) => {
		const value = actionValue(call, name);
		if (value !== null) return [{action: name, value}];
		return dropped.has(name) ? [] : before.filter(({action}) => action === name);
	});

/** What `--drop` may name: conditions and actions, by their flags. */
const droppable: ReadonlyMap<string, string> = new Map([
	...conditions.map(({field}) => [field === 'senderName' ? 'sender-name' : field, field] as const),
	...ruleActions.map(({name}) => [flagOf[name] ?? name, name] as const),
]);

/** Says which name of `--drop` is none; null when all are right. */
export const wrongDrop = (call: Call): string | null => {
	const value = listFlag(call, 'drop').find(name => !droppable.has(name));
	if (value === undefined) return null;
	return call.say('cli.rule.drop-unknown', {value, names: [...droppable.keys()].join(', ')});
};

/** The rule with what the flags say: a condition or action that is given replaces those of its kind. */
export const ruleOf = (call: Call, before: Rule): Rule => {
	const dropped = new Set(listFlag(call, 'drop').map(name => droppable.get(name) ?? name));
	return {
		...before,
		title: textFlag(call, 'title') ?? before.title,
		active: switched(call, 'active') ?? before.active,
		stop: isSet(call, 'stop') || (before.stop && !isSet(call, 'continue')),
		conditions: conditionsOf(call, before.conditions, dropped),
		actions: actionsOf(call, before.actions, dropped),
	};
};

/** Whether the flags say anything that a rule could be made of. */
export const namesConditions = (call: Call): boolean =>
	conditions.some(({field}) => patterns(call, field).length > 0);
