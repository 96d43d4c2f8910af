import type {DeskStatus, Me} from '../../desk/desk.ts';
import {actionSettings} from '../../domain/change/action-settings.ts';
import type {Rule} from '../../domain/desk-document.ts';
import {inOrder} from '../../domain/rule/rule.ts';
import {ruleFaults, ruleNames} from '../../domain/rule/rule-check.ts';
import {sayProblem} from '../../language/problem.ts';
import {sayCondition, sayRuleAction} from '../../language/rule.ts';
import type {Say} from '../../language/say.ts';
import {type Call, isSet} from '../command.ts';
import {printJson} from '../output/json.ts';
import {printRows} from '../output/rows.ts';

type Known = {readonly me: Me; readonly stoppedRules: DeskStatus['stoppedRules']};

/** What keeps a rule from working, in words: names that are gone, expressions that were stopped. */
export const ruleNotes = (say: Say, rule: Rule, {me, stoppedRules}: Known) => {
	const {desk, agents} = me;
	const names = ruleNames(actionSettings(desk, agents), desk);
	return {
		problems: ruleFaults(rule, names).map(problem => sayProblem(say, problem).what),
		stopped: stoppedRules
			.filter(one => one.rule === rule.id)
			.map(({pattern, times, givenUp}) =>
				say(givenUp ? 'rule.givenUp' : 'rule.stopped', {pattern, times}),
			),
	};
};

const cells = ({say}: Call, rule: Rule, known: Known): readonly string[] => {
	const {problems, stopped} = ruleNotes(say, rule, known);
	const {templates} = known.me.desk;
	const then = [
		...rule.actions.map(action => sayRuleAction(say, action, templates)),
		...(rule.stop ? [say('rule.stop')] : []),
	];
	return [
		String(rule.position),
		rule.id,
		rule.title,
		rule.active ? 'on' : 'off',
		rule.conditions.map(condition => sayCondition(say, condition)).join(' + '),
		then.join(', '),
		String(rule.hits),
		[...problems, ...stopped].join(' '),
	];
};

/** `rule list`: every rule in its order, with what is wrong with it. */
export const listRules = (call: Call, known: Known): void => {
	const rules = inOrder(known.me.desk.rules);
	if (isSet(call, 'json')) {
		printJson(
			call,
			rules.map(rule => ({...rule, ...ruleNotes(call.say, rule, known)})),
		);
		return;
	}
	const head = [
		'cli.rule.position',
		'cli.section.id',
		'cli.section.name',
		'cli.section.active',
		'cli.rule.if',
		'cli.rule.then',
		'cli.rule.hits',
		'cli.rule.note',
	] as const;
	printRows(call, {
		head: head.map(key => call.say(key)),
		rows: rules.map(rule => cells(call, rule, known)),
	});
};
