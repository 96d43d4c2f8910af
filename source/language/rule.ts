import type {Step} from '../domain/action/action.ts';
import type {Rule, Template} from '../domain/desk-document.ts';
import type {Say, TextKey} from './say.ts';

type Condition = Rule['conditions'][number];

type RuleAction = Rule['actions'][number];

const statusText = (say: Say, status: string): string => say(`status.${status}` as TextKey);

/** `Subject contains “invoice”`: a condition of a rule as a short sentence. */
export const sayCondition = (say: Say, {field, pattern}: Condition): string => {
	const isExpression = /^\/.+\/[gimsu]*$/su.test(pattern.trim());
	const isAddress = field === 'recipient' || field === 'sender';
	const kind = isExpression ? 'expression' : isAddress ? 'address' : 'text';
	return say(`rule.when.${kind}`, {field: say(`rule.field.${field}`), pattern});
};

/** What a rule does, in few words. Templates are called by their title where it is known. */
export const sayRuleAction = (
	say: Say,
	{action, value}: RuleAction,
	templates: readonly Template[] = [],
): string => {
	const words: Readonly<Record<string, string>> = {
		status: action === 'status' ? statusText(say, value) : '',
		template: templates.find(({id}) => id === value)?.title ?? value,
	};
	if (action === 'prio') return say(value === 'off' ? 'rule.then.prio.off' : 'rule.then.prio');
	return say(`rule.then.${action}` as TextKey, {
		...(value === '' ? {} : {value: words[action] ?? value}),
	});
};

const tagWords = ({add = [], remove = []}: {add?: readonly string[]; remove?: readonly string[]}) =>
	[...add.map(tag => `+${tag}`), ...remove.map(tag => `-${tag}`)].join(' ');

/** A step that rules would take, in the words of `sayRuleAction`. */
export const sayRuleStep = (say: Say, {action, input}: Step): string => {
	const fields = input as Readonly<Record<string, never>>;
	const value =
		fields['queue'] ?? fields['project'] ?? fields['assignee'] ?? fields['status'] ?? '';
	if (action === 'tags') return sayRuleAction(say, {action, value: tagWords(fields)});
	if (action === 'prio') return sayRuleAction(say, {action, value: fields['on'] ? 'on' : 'off'});
	return sayRuleAction(say, {action: action === 'assign' ? 'assignee' : action, value});
};
