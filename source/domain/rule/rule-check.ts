import type {ActionSettings} from '../action/action.ts';
import {findProject, findQueue} from '../change/action-settings.ts';
import {conditionByField} from '../condition/index.ts';
import type {DeskDocument, Rule} from '../desk-document.ts';
import type {Problem} from '../problem.ts';
import {statusNames} from '../status.ts';
import {tagChange} from '../tag.ts';
import {readPattern} from './pattern.ts';
import {type RuleValue, ruleActionByName} from './rule-action.ts';

/** What rules name: the desk's settings, and the ids of its active templates. */
export type RuleNames = {
	readonly settings: ActionSettings;
	readonly templates: ReadonlySet<string>;
};

/** One thing that is wrong with a rule, as the detail of the problem `rule-invalid`. */
type Fault = Readonly<Record<string, string | number>>;

/** What rules may name in a desk as it is now. */
export const ruleNames = (settings: ActionSettings, desk: DeskDocument): RuleNames => ({
	settings,
	templates: new Set(desk.templates.filter(({active}) => active).map(({id}) => id)),
});

const isAgent = (login: string, {settings}: RuleNames): boolean =>
	settings.agents.get(login)?.active === true;

const areTags = (value: string): boolean => {
	const {add, remove} = tagChange(value.split(','));
	const all = [...add, ...remove];
	return all.length > 0 && all.every(tag => tag !== '' && tag.length <= 40);
};

/** Whether a value names what it should. An empty one names nothing. */
const isNamed: Readonly<Record<RuleValue, (value: string, names: RuleNames) => boolean>> = {
	none: () => true,
	queue: (value, {settings}) => findQueue(settings, value) !== null,
	project: (value, {settings}) => findProject(settings, value) !== null,
	agent: isAgent,
	owner: (value, names) => value === '' || isAgent(value, names),
	status: value => statusNames.some(name => name === value),
	switch: value => ['', 'on', 'off'].includes(value),
	tags: areTags,
	template: (value, {templates}) => templates.has(value),
};

/** The detail of the problem that says what a value should have been. */
const detailOf: Readonly<Record<RuleValue, string>> = {
	none: 'action',
	queue: 'queue',
	project: 'project',
	agent: 'agent',
	owner: 'agent',
	status: 'status',
	switch: 'switch',
	tags: 'tags',
	template: 'template',
};

/** What is wrong with a condition, null for nothing. */
export const conditionFault = ({field, pattern}: Rule['conditions'][number]): Fault | null => {
	const condition = conditionByField.get(field);
	if (!condition) return {condition: field};
	const read = readPattern(pattern, condition.compared);
	if (typeof read !== 'string') return null;
	return read === 'empty' ? {condition: field} : {[read]: pattern};
};

/** What is wrong with an action of a rule, null for nothing. */
export const actionFault = (
	{action, value}: Rule['actions'][number],
	names: RuleNames,
): Fault | null => {
	const ruleAction = ruleActionByName.get(action);
	if (!ruleAction) return {action};
	return isNamed[ruleAction.value](value, names) ? null : {[detailOf[ruleAction.value]]: value};
};

/**
 * Everything that keeps a rule from doing what it says, as problems: patterns that cannot be read,
 * and queues, projects, agents and templates that are not there (any more).
 */
export const ruleFaults = (rule: Rule, names: RuleNames): readonly Problem[] => {
	const faults = [
		...(rule.conditions.length === 0 ? [{conditions: 0}] : []),
		...rule.conditions.map(conditionFault),
		...(rule.actions.length === 0 && !rule.stop ? [{actions: 0}] : []),
		...rule.actions.map(action => actionFault(action, names)),
	].filter(fault => fault !== null);
	return faults.map(fault => ({name: 'rule-invalid', details: {rule: rule.title, ...fault}}));
};
