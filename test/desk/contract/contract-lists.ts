import assert from 'node:assert/strict';
import type {Desk, WindowRequest} from '../../../source/desk/desk.ts';
import {must, problemOf} from '../../result.ts';
import {pushed, putTicket} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

const inbox = {tab: 'inbox', sort: 'newest', filter: ''} as const;

const numbers = async (desk: Desk, request: Partial<WindowRequest> = {}) =>
	must(await desk.window({query: inbox, from: 0, count: 100, ...request})).rows.map(
		row => row.number,
	);

const minute = (count: number): string => `2026-11-23T09:${String(count).padStart(2, '0')}:00.000Z`;

export const contractLists = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('a window shows a stretch of the list, its whole length and the counts of all tabs', async room => {
		const made: string[] = [];
		for (let index = 0; index < 30; index++)
			made.push(await putTicket(room.store, {updatedAt: minute(index)}));
		await putTicket(room.store, {status: 'completed'});
		const anna = must(await room.as('anna'));
		const newest = made.toReversed();
		const part = must(await anna.window({query: inbox, from: 10, count: 5}));
		assert.equal(part.total, 30);
		assert.deepEqual(
			part.rows.map(row => row.number),
			newest.slice(10, 15),
		);
		assert.equal(part.counts.inbox, 30);
		assert.equal(part.counts.archive, 31);
		assert.equal(part.counts.completed, 1);
		assert.deepEqual(await numbers(anna, {query: {...inbox, sort: 'oldest'}}), made);
	});

	it('a window can be asked for around a ticket, and stays inside the list', async room => {
		const made: string[] = [];
		for (let index = 0; index < 20; index++)
			made.push(await putTicket(room.store, {updatedAt: minute(index)}));
		const newest = made.toReversed();
		const anna = must(await room.as('anna'));
		const near = newest[10] ?? '';
		const around = must(await anna.window({query: inbox, from: 0, count: 6, near}));
		assert.deepEqual([around.nearIndex, around.from], [10, 7]);
		const end = must(await anna.window({query: inbox, from: 0, count: 6, near: newest[19] ?? ''}));
		assert.deepEqual([end.nearIndex, end.from, end.rows.length], [19, 14, 6]);
		const missing = must(
			await anna.window({query: inbox, from: 2, count: 6, near: '202611239999'}),
		);
		assert.deepEqual([missing.nearIndex, missing.from], [-1, 2]);
		const beyond = must(await anna.window({query: inbox, from: 500, count: 6}));
		assert.deepEqual([beyond.from, beyond.rows.length], [14, 6]);
	});

	it('a window says which of the marked tickets its list does not have', async room => {
		const bill = await putTicket(room.store, {subject: 'Rechnung'});
		const offer = await putTicket(room.store, {subject: 'Angebot'});
		const closed = await putTicket(room.store, {subject: 'Rechnung', status: 'completed'});
		const anna = must(await room.as('anna'));
		const marked = [bill, offer, closed, '202611239999'];
		const query = {...inbox, filter: 'Rechnung'};
		const asked = must(await anna.window({query, from: 0, count: 5, marked}));
		assert.deepEqual(asked.away, [offer, closed, '202611239999']);
		const all = must(await anna.window({query: inbox, from: 0, count: 0, marked}));
		assert.deepEqual(all.away, [closed, '202611239999']);
		const none = must(await anna.window({query: inbox, from: 0, count: 5}));
		assert.deepEqual(none.away, []);
	});

	it('a list follows the changes of others, and a push says that it changed', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		const ben = must(await room.as('ben'));
		assert.deepEqual(await numbers(anna), [number]);
		const told = pushed(anna, push => push.kind === 'list' && push.counts.inbox === 0);
		const status = {id: 'c1', number, action: 'status', input: {status: 'completed'}};
		must(await ben.perform([status]));
		await told;
		assert.deepEqual(await numbers(anna), []);
		assert.deepEqual(await numbers(anna, {query: {...inbox, tab: 'completed'}}), [number]);
	});

	it('many changes make few pushes', async room => {
		const anna = must(await room.as('anna'));
		must(await anna.window({query: inbox, from: 0, count: 1}));
		let pushes = 0;
		anna.on(push => {
			if (push.kind === 'list') pushes++;
		});
		const told = pushed(anna, push => push.kind === 'list' && push.counts.inbox === 200);
		for (let index = 0; index < 200; index++) await putTicket(room.store);
		await told;
		assert.ok(pushes < 100, `${pushes} pushes`);
	});

	it('a filter is part of the list and follows changes, too', async room => {
		const number = await putTicket(room.store, {subject: 'Waage defekt'});
		await putTicket(room.store, {subject: 'Rechnung'});
		const anna = must(await room.as('anna'));
		const query = {...inbox, filter: 'waage -is:prio'};
		assert.deepEqual(await numbers(anna, {query}), [number]);
		must(await anna.perform([{id: 'c1', number, action: 'prio', input: {on: true}}]));
		assert.deepEqual(await numbers(anna, {query}), []);
	});

	it('a snoozed ticket leaves the inbox and comes back when its time has come', async room => {
		const number = await putTicket(room.store);
		const anna = must(await room.as('anna'));
		assert.deepEqual(await numbers(anna), [number]);
		const input = {until: '2026-11-23T11:00:00.000Z'};
		must(await anna.perform([{id: 'c1', number, action: 'snooze', input}]));
		assert.deepEqual(await numbers(anna), []);
		room.pass(3_599_000);
		assert.deepEqual(await numbers(anna), []);
		room.pass(1000);
		const back = must(await anna.window({query: inbox, from: 0, count: 10}));
		assert.equal(back.rows[0]?.number, number);
		assert.equal(back.counts.inbox, 1);
	});

	it('a new responsible of a queue sees its tickets as his at once', async room => {
		const number = await putTicket(room.store, {queue: 'IT', status: 'open'});
		const anna = must(await room.as('anna'));
		const mine = {...inbox, tab: 'mine'} as const;
		assert.deepEqual(await numbers(anna, {query: mine}), []);
		const chef = must(await room.as('chef'));
		const told = pushed(anna, push => push.kind === 'settings');
		must(await chef.saveItem('queues', {label: 'IT', name: 'IT', responsible: 'anna'}));
		await told;
		assert.deepEqual(await numbers(anna, {query: mine}), [number]);
	});

	it('search finds words in mails, thins out by operators and takes a number', async room => {
		const open = await putTicket(room.store, {status: 'open', subject: 'Waage defekt'});
		const done = await putTicket(room.store, {status: 'completed', subject: 'Waage defekt'});
		const anna = must(await room.as('anna'));
		const found = async (text: string) => must(await anna.search(text, 10)).map(row => row.number);
		assert.deepEqual((await found('waage')).sort(), [open, done].sort());
		assert.deepEqual(await found('waage status:offen'), [open]);
		assert.deepEqual(await found('is:completed'), [done]);
		assert.deepEqual(await found(`#${done}`), [done]);
		assert.deepEqual(await found('  '), []);
	});

	it('malformed questions are refused, not answered with a crash', async room => {
		const anna = must(await room.as('anna'));
		const wrong = [
			await anna.window({query: {...inbox, tab: 'nowhere' as 'inbox'}, from: 0, count: 1}),
			await anna.window({query: inbox, from: -1, count: 1}),
			await anna.search('x'.repeat(501), 10),
			await anna.present('12', false),
		];
		assert.deepEqual(
			wrong.map(problemOf),
			wrong.map(() => 'input-invalid'),
		);
		assert.equal(problemOf(await anna.ticket('202611230099')), 'ticket-missing');
		assert.equal(problemOf(await anna.ticket('../x')), 'ticket-missing');
	});
};
