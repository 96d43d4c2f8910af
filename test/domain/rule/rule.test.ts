import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Rule} from '../../../source/domain/desk-document.ts';
import {rulesMet} from '../../../source/domain/rule/rule.ts';
import {ruleMailOf} from '../../../source/domain/rule/rule-mail.ts';
import {aBook, aMessage, aTicket, person} from '../sample.ts';

const from = person('kim@shop.example', 'Kim Meyer');
const to = [person('support@firma.example')];
const ticket = aTicket({
	requester: from,
	messages: [aMessage({from, to, subject: 'Gutschein für Sie'})],
});

const met = (...rules: readonly Partial<Rule>[]): readonly string[] => {
	const mail = ruleMailOf(ticket, 'support@firma.example');
	assert.ok(mail);
	return rulesMet(aBook(...rules), mail).met.map(({id}) => id);
};

const bySender = {field: 'sender', pattern: '@shop.example'} as const;
const bySubject = {field: 'subject', pattern: 'rechnung'} as const;

test('all conditions must match', () => {
	assert.deepEqual(met({conditions: [bySender, {field: 'subject', pattern: 'GUTSCHEIN'}]}), ['r1']);
	assert.deepEqual(met({conditions: [bySender, bySubject]}), []);
});

test('rules are met in the order of their positions, up to one that says stop', () => {
	const conditions = [bySender];
	assert.deepEqual(met({conditions, position: 3}, {conditions, position: 1}), ['r2', 'r1']);
	assert.deepEqual(met({conditions, position: 3}, {conditions, position: 1, stop: true}), ['r2']);
	const other = {conditions: [bySubject], position: 1, stop: true};
	assert.deepEqual(met({conditions, position: 3}, other), ['r1']);
});

test('inactive rules, rules without conditions and with patterns that cannot be read hit nothing', () => {
	assert.deepEqual(met({active: false}), []);
	assert.deepEqual(met({conditions: []}), []);
	assert.deepEqual(met({conditions: [bySender, {field: 'subject', pattern: '/(/'}]}), []);
});

test('an expression that is stopped is named, its rule is skipped, the others go on', () => {
	const conditions = [{field: 'subject', pattern: '/(x+)+$/'} as const];
	const book = {...aBook({conditions, stop: true}, {}), test: () => 'stopped' as const};
	const mail = ruleMailOf(ticket, null);
	assert.ok(mail);
	const result = rulesMet(book, mail);
	assert.deepEqual(
		result.met.map(({id}) => id),
		['r2'],
	);
	assert.deepEqual(result.stopped, [{rule: 'r1', pattern: '/(x+)+$/'}]);
});

test('no expression is tried where another condition rules the mail out', () => {
	const never = () => assert.fail('tried');
	const expression = {field: 'sender', pattern: '/shop/'} as const;
	const book = {...aBook({conditions: [expression, bySubject]}), test: never};
	const mail = ruleMailOf(ticket, null);
	assert.ok(mail);
	assert.deepEqual(rulesMet(book, mail).met, []);
});
