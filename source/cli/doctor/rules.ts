import type {DeskStatus, Me} from '../../desk/desk.ts';
import type {Call} from '../command.ts';
import {ruleNotes} from '../rule/rule-list.ts';
import {type Finding, flaw} from './finding.ts';

/** Active rules that cannot do what they say, and expressions that took too long. */
export const checkRules = (call: Call, me: Me, status: DeskStatus): readonly Finding[] =>
	me.desk.rules
		.filter(rule => rule.active)
		.flatMap(rule => {
			const {problems, stopped} = ruleNotes(call.say, rule, {me, ...status});
			const {id, title} = rule;
			return [
				...problems.map(text => flaw(call, 'rule-unsound', {id, text})),
				...stopped.map(text => flaw(call, 'rule-stopped', {id, rule: title, text})),
			];
		});
