import assert from 'node:assert/strict';
import {anAccount, aRule} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import {addAccount, putTicket} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

const technik = {label: 'IT', name: 'IT', responsible: null};

export const contractSettingsLists = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('two who add at once both keep what they added', async room => {
		const one = must(await room.as('chef'));
		const other = must(await room.as('chef'));
		const labels = ['Lager', 'Versand', 'Buchhaltung', 'Einkauf', 'Presse', 'Personal'];
		const added = await Promise.all(
			labels.map((label, index) =>
				(index % 2 === 0 ? one : other).saveItem('queues', {...technik, label, name: label}),
			),
		);
		assert.ok(added.every(result => result.ok));
		const {queues} = must(await one.me()).desk;
		assert.deepEqual(
			new Set(queues.map(queue => queue.label)),
			new Set(['IT', 'Vertrieb', ...labels]),
		);
	});

	it('labels of queues are letters only, and unique ignoring case', async room => {
		const chef = must(await room.as('chef'));
		const save = async (label: string) =>
			problemOf(await chef.saveItem('queues', {...technik, label}));
		assert.equal(await save('Lager1'), 'input-invalid');
		assert.equal(await save('Zwei Worte'), 'input-invalid');
		assert.equal(await save(''), 'input-invalid');
		assert.equal(await save('it'), 'label-taken');
		assert.equal(await save('Rückfragen'), 'none');
		assert.equal(must(await chef.me()).desk.queues.length, 3);
	});

	it('what an item names has to be there', async room => {
		const chef = must(await room.as('chef'));
		const queue = {...technik, responsible: 'niemand'};
		assert.equal(problemOf(await chef.saveItem('queues', queue)), 'agent-unknown');
		const saves = async (action: string, value: string) =>
			problemOf(await chef.saveItem('rules', aRule({actions: [{action, value}]})));
		assert.equal(await saves('queue', 'Mars'), 'rule-invalid');
		assert.equal(await saves('assignee', 'niemand'), 'rule-invalid');
		assert.equal(await saves('project', 'MARS'), 'rule-invalid');
		assert.equal(await saves('status', 'later'), 'rule-invalid');
		assert.equal(await saves('queue', 'IT'), 'none');
		const nonsense = 'nonsense' as 'queues';
		assert.equal(problemOf(await chef.saveItem(nonsense, technik)), 'input-invalid');
		assert.equal(problemOf(await chef.removeItem('queues', 'Mars')), 'queue-unknown');
		assert.equal(problemOf(await chef.removeItem('jobs', 'mars')), 'input-invalid');
	});

	it('a label in use stays, with the count of what names it', async room => {
		await putTicket(room.store, {queue: 'IT'});
		await putTicket(room.store, {queue: 'IT', status: 'completed'});
		await addAccount(room.store, anAccount({id: 'it', defaultQueue: 'IT'}));
		const chef = must(await room.as('chef'));
		const refused = await chef.removeItem('queues', 'IT');
		assert.ok(!refused.ok);
		const details = {label: 'IT', tickets: 2, others: 1};
		assert.deepEqual(refused.problem, {name: 'label-in-use', details});
		const mars = await chef.removeItem('queues', 'IT', {moveTo: 'Mars'});
		assert.equal(problemOf(mars), 'queue-unknown');
		assert.equal(problemOf(await chef.removeItem('queues', 'IT', {moveTo: 'IT'})), 'input-invalid');
	});

	it('with a place to go its tickets, accounts and rules move there, and the label goes', async room => {
		const waiting = await putTicket(room.store, {queue: 'IT'});
		const held = await putTicket(room.store, {queue: 'IT', assignee: 'anna', private: 'anna'});
		const elsewhere = await putTicket(room.store, {queue: 'Vertrieb'});
		await addAccount(room.store, anAccount({id: 'it', defaultQueue: 'IT'}));
		const chef = must(await room.as('chef'));
		must(await chef.saveItem('rules', aRule({actions: [{action: 'queue', value: 'IT'}]})));
		const {moved} = must(await chef.removeItem('queues', 'IT', {moveTo: 'Vertrieb'}));
		assert.deepEqual([...moved].sort(), [waiting, held].sort());
		const ticket = async (number: string) => must(await room.store.ticket(number));
		const {queue, assignee, history} = await ticket(waiting);
		assert.deepEqual([queue, assignee], ['Vertrieb', 'ben']);
		assert.deepEqual(
			history.slice(-2).map(({by, what, from, to}) => ({by, what, from, to})),
			[
				{by: 'chef', what: 'queue', from: 'IT', to: 'Vertrieb'},
				{by: 'chef', what: 'assignee', from: undefined, to: 'ben'},
			],
		);
		assert.equal((await ticket(held)).assignee, 'anna');
		assert.equal((await ticket(elsewhere)).history.length, 0);
		const {desk, accounts} = must(await chef.me());
		assert.deepEqual(
			desk.queues.map(one => one.label),
			['Vertrieb'],
		);
		assert.deepEqual(desk.rules[0]?.actions, [{action: 'queue', value: 'Vertrieb'}]);
		assert.equal(accounts.find(one => one.id === 'it')?.defaultQueue, 'Vertrieb');
	});

	it('without a place to go they have none, and a rule with nothing to do is off', async room => {
		const number = await putTicket(room.store, {queue: 'IT'});
		const chef = must(await room.as('chef'));
		const actions = [{action: 'queue', value: 'IT'}];
		must(await chef.saveItem('rules', aRule({actions})));
		const both = [...actions, {action: 'prio', value: 'on'}];
		must(await chef.saveItem('rules', aRule({id: 'r2', actions: both})));
		assert.deepEqual(must(await chef.removeItem('queues', 'IT', {moveTo: null})).moved, [number]);
		const {rules} = must(await chef.me()).desk;
		assert.deepEqual(
			rules.map(rule => [rule.active, rule.actions.length]),
			[
				[false, 0],
				[true, 1],
			],
		);
		assert.equal(must(await chef.ticket(number)).queue, null);
	});

	it('a move that was cut off is finished by asking again', async room => {
		const chef = must(await room.as('chef'));
		// As after a crash between the last step and its sweep: the label is gone, a ticket has it.
		const left = await putTicket(room.store, {queue: 'Alt'});
		assert.equal(problemOf(await chef.removeItem('queues', 'Alt')), 'queue-unknown');
		assert.deepEqual(must(await chef.removeItem('queues', 'Alt', {moveTo: 'IT'})).moved, [left]);
		assert.equal(must(await chef.ticket(left)).queue, 'IT');
		const again = await chef.removeItem('queues', 'Alt', {moveTo: 'IT'});
		assert.equal(problemOf(again), 'queue-unknown');
	});

	it('a rule keeps its count of hits, and rules stand in the order asked for', async room => {
		const chef = must(await room.as('chef'));
		for (const id of ['a', 'b', 'c']) must(await chef.saveItem('rules', aRule({id, hits: 99})));
		must(await chef.orderItems('rules', ['c', 'a']));
		const {rules} = must(await chef.me()).desk;
		assert.deepEqual(
			rules.map(rule => [rule.id, rule.position, rule.hits]),
			[
				['c', 1, 0],
				['a', 2, 0],
				['b', 3, 0],
			],
		);
	});
};
