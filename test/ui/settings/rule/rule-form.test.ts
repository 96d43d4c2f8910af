import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Rule} from '../../../../source/domain/desk-document.ts';
import {ruleRead, ruleValues} from '../../../../source/ui/settings/rule/rule-form.ts';
import {aRule} from '../../../domain/sample.ts';

const whole: Rule = aRule({
	stop: true,
	conditions: [
		{field: 'recipient', pattern: 'info@firma.example'},
		{field: 'subject', pattern: 'Rechnung'},
		{field: 'subject', pattern: '/\\d{4}/'},
	],
	actions: [
		{action: 'spam', value: ''},
		{action: 'queue', value: 'IT'},
		{action: 'personal', value: ''},
		{action: 'private', value: 'anna'},
		{action: 'prio', value: 'off'},
		{action: 'tags', value: 'a, -b'},
	],
});

test('a rule comes out of its form as it went in', () => {
	assert.deepEqual(ruleRead(ruleValues(whole), whole), whole);
});

test('rows of the form that are emptied are no longer part of the rule', () => {
	const values = {...ruleValues(whole), 'subject.0': ' ', 'do.spam': '', 'do.personal': ''};
	const rule = ruleRead(values, whole);
	assert.deepEqual(
		rule.conditions.map(({pattern}) => pattern),
		['info@firma.example', '/\\d{4}/'],
	);
	assert.deepEqual(
		rule.actions.map(({action}) => action),
		['queue', 'private', 'prio', 'tags'],
	);
});
