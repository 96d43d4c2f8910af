import type {Condition} from '../condition/condition.ts';
import {conditionByField} from '../condition/index.ts';
import type {Rule} from '../desk-document.ts';
import {type Pattern, readPattern} from './pattern.ts';
import type {RuleMail} from './rule-mail.ts';

/** A regular expression of a rule, as it is tried and named. */
export type RuleExpression = {
	/** Id of the rule. */
	readonly rule: string;
	readonly pattern: string;
	readonly expression: RegExp;
};

/** Tries an expression under a time limit; `stopped` when it had to be ended or is not tried any more. */
export type ExpressionTest = (asked: RuleExpression, text: string) => boolean | 'stopped';

type ReadyCondition = {
	readonly condition: Condition;
	readonly written: string;
	readonly pattern: Pattern;
};

/** A rule whose patterns have been read. */
export type ReadyRule = {readonly rule: Rule; readonly conditions: readonly ReadyCondition[]};

export type StoppedExpression = {readonly rule: string; readonly pattern: string};

/** All that is needed to run rules over a ticket. */
export type RuleBook = {
	/** In their order, active ones alone. */
	readonly rules: readonly ReadyRule[];
	readonly test: ExpressionTest;
	/** Address of an account by its id. */
	readonly accountAddress: (account: string | null) => string | null;
};

/** Rules by their position; those of one position stay as they stand. */
export const inOrder = (rules: readonly Rule[]): readonly Rule[] =>
	[...rules].sort((a, b) => a.position - b.position);

const readyCondition = ({
	field,
	pattern: written,
}: Rule['conditions'][number]): ReadyCondition | null => {
	const condition = conditionByField.get(field);
	const pattern = condition ? readPattern(written, condition.compared) : 'empty';
	return condition && typeof pattern !== 'string' ? {condition, written, pattern} : null;
};

/**
 * The active rules in their order, ready to be run. One without conditions, or with a pattern that
 * cannot be read, hits nothing.
 */
export const readyRules = (rules: readonly Rule[]): readonly ReadyRule[] =>
	inOrder(rules).flatMap(rule => {
		const conditions = rule.conditions.map(readyCondition);
		const isUsable = rule.active && conditions.length > 0 && !conditions.includes(null);
		return isUsable ? [{rule, conditions: conditions.filter(one => one !== null)}] : [];
	});

const fits = (
	{condition, written, pattern}: ReadyCondition,
	{mail, rule, test}: {readonly mail: RuleMail; readonly rule: Rule; readonly test: ExpressionTest},
): boolean | 'stopped' => {
	const texts = condition.texts(mail);
	if (pattern.kind === 'plain') return texts.some(pattern.test);
	const asked = {rule: rule.id, pattern: written, expression: pattern.expression};
	for (const text of texts) {
		const found = test(asked, text);
		if (found !== false) return found;
	}
	return false;
};

/** Plain conditions first: what they rule out spares the expressions. */
const cheapFirst = (conditions: readonly ReadyCondition[]): readonly ReadyCondition[] => [
	...conditions.filter(({pattern}) => pattern.kind === 'plain'),
	...conditions.filter(({pattern}) => pattern.kind === 'expression'),
];

/** True when all conditions match; else false, or the pattern that had to be stopped. */
const matches = (
	{rule, conditions}: ReadyRule,
	mail: RuleMail,
	test: ExpressionTest,
): boolean | StoppedExpression => {
	for (const condition of cheapFirst(conditions)) {
		const found = fits(condition, {mail, rule, test});
		if (found === 'stopped') return {rule: rule.id, pattern: condition.written};
		if (!found) return false;
	}
	return true;
};

/** The rules that a mail meets, in order, up to one that says stop; and what had to be stopped. */
export const rulesMet = (
	{rules, test}: Pick<RuleBook, 'rules' | 'test'>,
	mail: RuleMail,
): {readonly met: readonly Rule[]; readonly stopped: readonly StoppedExpression[]} => {
	const met: Rule[] = [];
	const stopped: StoppedExpression[] = [];
	for (const ready of rules) {
		const found = matches(ready, mail, test);
		if (typeof found === 'object') stopped.push(found);
		else if (found) met.push(ready.rule);
		if (found === true && ready.rule.stop) break;
	}
	return {met, stopped};
};
