import type {Action} from '../action/action.ts';
import {assign} from '../action/assign.ts';
import {personal} from '../action/personal.ts';
import {prio} from '../action/prio.ts';
import {privateFlag} from '../action/private.ts';
import {project} from '../action/project.ts';
import {queue} from '../action/queue.ts';
import {spam} from '../action/spam.ts';
import {status} from '../action/status.ts';
import {tags} from '../action/tags.ts';
import {tagChange} from '../tag.ts';

/** What the value of a rule's action names. `owner`: an agent, empty for whoever has the ticket. */
export type RuleValue =
	| 'none'
	| 'queue'
	| 'project'
	| 'agent'
	| 'owner'
	| 'status'
	| 'switch'
	| 'tags'
	| 'template';

/** One thing that a rule can do to a ticket: an action of the desk, and its input from the rule's value. */
export type RuleAction = {
	readonly name: string;
	readonly value: RuleValue;
	/** Null for the reply, which is no change of the ticket's fields. */
	readonly action: Action | null;
	readonly input: (value: string) => unknown;
};

const on = () => ({on: true});

/** Everything that rules can do (product.md §9), in the order of editors and lists. */
export const ruleActions: readonly RuleAction[] = [
	{name: 'spam', value: 'none', action: spam, input: () => ({})},
	{name: 'queue', value: 'queue', action: queue, input: label => ({queue: label})},
	{name: 'project', value: 'project', action: project, input: label => ({project: label})},
	{name: 'assignee', value: 'agent', action: assign, input: login => ({assignee: login})},
	{name: 'status', value: 'status', action: status, input: name => ({status: name})},
	{name: 'personal', value: 'owner', action: personal, input: on},
	{name: 'private', value: 'owner', action: privateFlag, input: on},
	{name: 'prio', value: 'switch', action: prio, input: value => ({on: value !== 'off'})},
	{name: 'tags', value: 'tags', action: tags, input: words => tagChange(words.split(','))},
	{name: 'template', value: 'template', action: null, input: id => ({template: id})},
];

export const ruleActionByName: ReadonlyMap<string, RuleAction> = new Map(
	ruleActions.map(action => [action.name, action]),
);
