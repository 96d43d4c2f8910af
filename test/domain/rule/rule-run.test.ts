import assert from 'node:assert/strict';
import {test} from 'node:test';
import {performAction} from '../../../source/domain/change/perform.ts';
import type {Rule} from '../../../source/domain/desk-document.ts';
import {runRules, shapeByRules} from '../../../source/domain/rule/rule-run.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {aBook, aContext, aTicket} from '../sample.ts';

const hit = [{field: 'subject', pattern: 'passwort'}] as const;
const desk = aContext({by: 'raute'});

const does = (action: string, value = '') => ({conditions: hit, actions: [{action, value}]});

const shaped = (ticket: Ticket, ...rules: readonly Partial<Rule>[]): Ticket =>
	shapeByRules(ticket, aBook(...rules), desk).after;

const changes: ReadonlyArray<readonly [string, string, Partial<Ticket>]> = [
	['spam', '', {status: 'trash', waitingSince: null}],
	['queue', 'it', {queue: 'IT'}],
	['queue', 'Vertrieb', {queue: 'Vertrieb', assignee: 'ben'}],
	['project', 'standard', {project: 'STANDARD'}],
	['assignee', 'anna', {assignee: 'anna'}],
	['status', 'clarify', {status: 'clarify'}],
	['personal', 'anna', {personal: 'anna'}],
	['private', 'anna', {private: 'anna'}],
	['private', '', {private: 'raute'}],
	['prio', '', {prio: true, tags: ['Prio']}],
	['tags', 'rechnung, +lieferant', {tags: ['rechnung', 'lieferant']}],
];

test('each action writes what it sets, and nothing else', () => {
	for (const [action, value, wanted] of changes) {
		const {history, ...after} = shaped(aTicket(), does(action, value));
		const {history: _, ...before} = aTicket();
		assert.deepEqual(after, {...before, ...wanted}, `${action} ${value}`);
		assert.deepEqual(history[0], {at: desk.now, by: 'raute', what: 'rule', to: 'Werbung'});
	}
});

test('what cannot be done is left out, and the other actions of the rule are done', () => {
	const actions = [
		{action: 'queue', value: 'Mars'},
		{action: 'assignee', value: 'weg'},
		{action: 'personal', value: ''},
		{action: 'dance', value: ''},
		{action: 'prio', value: 'on'},
	];
	const after = shaped(aTicket(), {conditions: hit, actions});
	assert.deepEqual(
		[after.queue, after.assignee, after.personal, after.prio],
		[null, null, null, true],
	);
});

test('the later rule writes last, over what the account had set', () => {
	const completed = aTicket({status: 'completed'});
	assert.equal(shaped(completed, does('spam')).status, 'trash');
	assert.equal(shaped(completed, does('spam'), does('status', 'new')).status, 'new');
});

test('a flag without a name belongs to who has the ticket by then', () => {
	const after = shaped(aTicket(), does('assignee', 'ben'), does('personal'), does('private'));
	assert.deepEqual([after.personal, after.private], ['ben', 'ben']);
});

test('the responsible of the account’s queue leaves with the queue, one who was set stays', () => {
	const inSales = aTicket({queue: 'Vertrieb', assignee: 'ben'});
	assert.equal(shaped(inSales, does('queue', 'IT')).assignee, null);
	assert.equal(shaped(inSales, does('queue', 'Mars')).assignee, 'ben');
	assert.equal(shaped(inSales, does('assignee', 'anna'), does('queue', 'IT')).assignee, 'anna');
});

test('a new ticket keeps its revision; each rule that did something has its line', () => {
	const after = shaped(aTicket(), does('queue', 'IT'), {...does('prio'), title: 'Eilig'});
	assert.equal(after.revision, 1);
	assert.deepEqual(
		after.history.map(({what, to}) => [what, to]),
		[
			['rule', 'Werbung'],
			['rule', 'Eilig'],
			['queue', 'IT'],
			['prio', 'on'],
			['tags', 'Prio'],
		],
	);
});

test('on demand the rules change a ticket as one action, and are taken back as one', () => {
	const rules = aBook(does('queue', 'Vertrieb'), does('tags', 'konto'), does('spam'));
	const before = aTicket();
	const step = {action: 'applyRules', input: {}};
	const done = performAction(before, step, aContext({rules}));
	assert.ok(done.ok && done.value.undo);
	const {after, undo} = done.value;
	assert.deepEqual([after.queue, after.tags, after.status], ['Vertrieb', ['konto'], 'trash']);
	assert.equal(after.revision, before.revision + 1);
	assert.deepEqual(new Set(after.history.map(({by}) => by)), new Set(['anna']));
	const back = performAction(after, undo, aContext());
	assert.ok(back.ok);
	const {queue, tags, status, assignee} = back.value.after;
	assert.deepEqual([queue, tags, status, assignee], [null, [], 'new', null]);
	const again = performAction(after, step, aContext({rules}));
	assert.ok(again.ok);
	assert.equal(again.value.after, after);
	assert.equal(again.value.undo, null);
});

test('replies are for new tickets alone', () => {
	const book = aBook(does('template', 't1'));
	assert.deepEqual(shapeByRules(aTicket(), book, desk).replies, ['t1']);
	const run = runRules(aTicket(), book, desk);
	assert.deepEqual([run.replies, run.after], [[], aTicket()]);
	assert.equal(run.met.length, 1);
});

test('what a rule would change is said as actions of the desk', () => {
	const book = aBook(does('queue', 'IT'), does('prio'));
	assert.deepEqual(runRules(aTicket({queue: 'IT'}), book, desk).steps, [
		{action: 'prio', input: {on: true}},
	]);
});
