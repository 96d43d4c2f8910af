import type {Rule} from '../desk-document.ts';
import {freeId} from '../settings/free-id.ts';

/** An id for a new rule that no other one has. */
export const freeRuleId = (title: string, rules: readonly Rule[]): string =>
	freeId(title, {items: rules, instead: 'rule'});

/** A rule as it begins: active, behind the others, without conditions and actions. */
export const newRule = (id: string, rules: readonly Rule[]): Rule => ({
	id,
	title: '',
	position: Math.max(0, ...rules.map(({position}) => position)) + 1,
	active: true,
	stop: false,
	conditions: [],
	actions: [],
	hits: 0,
});
