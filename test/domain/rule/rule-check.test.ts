import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newDeskDocument, type Rule} from '../../../source/domain/desk-document.ts';
import {ruleActions} from '../../../source/domain/rule/rule-action.ts';
import {ruleFaults, ruleNames} from '../../../source/domain/rule/rule-check.ts';
import {aRule, someSettings} from '../sample.ts';

const template = {
	id: 't1',
	title: 'Danke',
	category: '',
	language: 'de',
	project: null,
	text: 'Danke',
	order: 1,
	active: true,
};

const templates = [template, {...template, id: 'aus', active: false}];
const names = ruleNames(someSettings(), {...newDeskDocument, templates});

const faults = (part: Partial<Rule>) =>
	ruleFaults(aRule(part), names).map(({name, details: {rule, ...details}}) => {
		assert.deepEqual([name, rule], ['rule-invalid', 'Werbung']);
		return details;
	});

const of = (action: string, value: string) => faults({actions: [{action, value}]});

test('a sound rule has no faults', () => {
	assert.deepEqual(faults({}), []);
	const values = {
		queue: 'it',
		project: 'standard',
		agent: 'anna',
		status: 'clarify',
		tags: '+a, -b',
		template: 't1',
	};
	for (const {name, value} of ruleActions)
		assert.deepEqual(of(name, (values as Record<string, string>)[value] ?? ''), [], name);
});

test('each value that names nothing is said, with what it should have been', () => {
	assert.deepEqual(of('queue', 'Mars'), [{queue: 'Mars'}]);
	assert.deepEqual(of('queue', ''), [{queue: ''}]);
	assert.deepEqual(of('project', 'MARS'), [{project: 'MARS'}]);
	assert.deepEqual(of('assignee', 'niemand'), [{agent: 'niemand'}]);
	assert.deepEqual(of('assignee', 'weg'), [{agent: 'weg'}]);
	assert.deepEqual(of('private', 'niemand'), [{agent: 'niemand'}]);
	assert.deepEqual(of('status', 'done'), [{status: 'done'}]);
	assert.deepEqual(of('prio', 'maybe'), [{switch: 'maybe'}]);
	assert.deepEqual(of('tags', ' , '), [{tags: ' , '}]);
	assert.deepEqual(of('template', 'weg'), [{template: 'weg'}]);
	assert.deepEqual(of('template', 'aus'), [{template: 'aus'}]);
	assert.deepEqual(of('dance', ''), [{action: 'dance'}]);
});

test('each pattern that cannot be used is said', () => {
	const pattern = (field: Rule['conditions'][number]['field'], text: string) =>
		faults({conditions: [{field, pattern: text}]});
	assert.deepEqual(pattern('subject', '/(/'), [{expression: '/(/'}]);
	assert.deepEqual(pattern('sender', 'shop.example'), [{address: 'shop.example'}]);
	assert.deepEqual(pattern('subject', ' '), [{condition: 'subject'}]);
});

test('a rule needs a condition, and something to do or to stop', () => {
	assert.deepEqual(faults({conditions: []}), [{conditions: 0}]);
	assert.deepEqual(faults({actions: []}), [{actions: 0}]);
	assert.deepEqual(faults({actions: [], stop: true}), []);
});
