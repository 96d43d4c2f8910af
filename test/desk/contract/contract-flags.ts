import assert from 'node:assert/strict';
import type {Desk, Outcome} from '../../../source/desk/desk.ts';
import type {TabName} from '../../../source/domain/list/tab.ts';
import {must, problemOf} from '../../result.ts';
import {letter} from '../mail-room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

let count = 0;

const take = async (desk: Desk, name: string, more: readonly string[] = []): Promise<string> => {
	const raw = Buffer.from(letter(name, {more}));
	return must(await desk.receive({raw, account: 'support', queue: null})).number ?? '';
};

/** The customer writes once more. */
const writeAgain = (desk: Desk, name: string): Promise<string> =>
	take(desk, `${name}-again`, [`In-Reply-To: <${name}@example.test>`]);

const act = async (
	desk: Desk,
	number: string,
	action: string,
	input: unknown = {},
): Promise<Outcome & {ok: true}> => {
	count += 1;
	const [outcome] = must(await desk.perform([{id: `f${count}`, number, action, input}]));
	assert.ok(outcome?.ok, JSON.stringify(outcome));
	return outcome;
};

const undo = async (desk: Desk, number: string, {undo: step}: Outcome & {ok: true}) => {
	assert.ok(step);
	return act(desk, number, step.action, step.input);
};

/** The tabs in which an agent finds the ticket. */
const tabsOf = async (desk: Desk, number: string, filter = ''): Promise<readonly TabName[]> => {
	const found: TabName[] = [];
	for (const tab of ['inbox', 'new', 'open', 'completed', 'trash', 'mine', 'archive'] as const) {
		const query = {tab, sort: 'newest', filter} as const;
		const {rows, total} = must(await desk.window({query, from: 0, count: 100}));
		assert.equal(rows.length, total);
		if (rows.some(row => row.number === number)) found.push(tab);
	}
	return found;
};

export const contractFlags = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('personal leaves the default list of the others, stays in mine, and keeps its status', async room => {
		const anna = must(await room.as('anna'));
		const ben = must(await room.as('ben'));
		const number = await take(anna, 'personal');
		assert.deepEqual(await tabsOf(ben, number), ['inbox', 'new', 'archive']);
		const done = await act(anna, number, 'personal', {on: true});
		assert.deepEqual(await tabsOf(ben, number), ['new', 'archive']);
		assert.deepEqual(await tabsOf(anna, number), ['inbox', 'new', 'mine', 'archive']);
		assert.equal(must(await ben.ticket(number)).status, 'new');
		assert.equal(
			must(await ben.window({query: {tab: 'inbox', sort: 'newest', filter: ''}, from: 0, count: 1}))
				.counts.inbox,
			0,
		);
		const back = await undo(anna, number, done);
		assert.deepEqual(await tabsOf(ben, number), ['inbox', 'new', 'archive']);
		await undo(anna, number, back);
		await writeAgain(anna, 'personal');
		assert.equal(must(await anna.ticket(number)).personal, 'anna');
		await act(anna, number, 'personal', {on: false});
		assert.deepEqual(await tabsOf(ben, number), ['inbox', 'new', 'archive']);
	});

	it('priority and its tag are one: set or taken away by either, found by both', async room => {
		const anna = must(await room.as('anna'));
		const number = await take(anna, 'prio');
		const state = async () => {
			const {prio, tags} = must(await anna.ticket(number));
			const byFlag = await tabsOf(anna, number, 'is:prio');
			const byTag = await tabsOf(anna, number, 'tag:prio');
			assert.deepEqual(byFlag, byTag);
			assert.equal(byTag.includes('inbox'), prio);
			const found = must(await anna.search('tag:Prio', 10)).some(row => row.number === number);
			assert.equal(found, prio);
			return [prio, tags];
		};
		assert.deepEqual(await state(), [false, []]);
		const set = await act(anna, number, 'prio', {on: true});
		assert.deepEqual(await state(), [true, ['Prio']]);
		await act(anna, number, 'tags', {add: [], remove: ['prio']});
		assert.deepEqual(await state(), [false, []]);
		const tagged = await act(anna, number, 'tags', {add: ['PRIO', 'Werkstatt'], remove: []});
		assert.deepEqual(await state(), [true, ['Prio', 'Werkstatt']]);
		await act(anna, number, 'prio', {on: false});
		assert.deepEqual(await state(), [false, ['Werkstatt']]);
		// Both were changed since: neither way back may undo somebody else's change.
		const commands = [set, tagged].map(({undo: step}, index) => {
			assert.ok(step);
			return {id: `late${index}`, number, action: step.action, input: step.input};
		});
		const outcomes = must(await anna.perform(commands));
		assert.deepEqual(outcomes.map(problemOf), ['changed-meanwhile', 'changed-meanwhile']);
	});

	it('unread into the archive stays unread, and a new mail brings it back as new', async room => {
		const anna = must(await room.as('anna'));
		const number = await take(anna, 'archive');
		const done = await act(anna, number, 'archiveUnread');
		assert.deepEqual(await tabsOf(anna, number), ['completed', 'archive']);
		assert.deepEqual(await tabsOf(anna, number, 'is:unread'), ['completed', 'archive']);
		await undo(anna, number, done);
		assert.deepEqual(await tabsOf(anna, number), ['inbox', 'new', 'archive']);
		assert.equal(must(await anna.ticket(number)).unread, true);
		await act(anna, number, 'archiveUnread');
		await writeAgain(anna, 'archive');
		assert.deepEqual(await tabsOf(anna, number), ['inbox', 'new', 'archive']);
	});

	it('spam goes to the trash whole, a new mail leaves it there unless the desk says otherwise', async room => {
		const anna = must(await room.as('anna'));
		const number = await take(anna, 'spam');
		const done = await act(anna, number, 'spam');
		assert.deepEqual(await tabsOf(anna, number), ['trash', 'archive']);
		const {messages} = must(await anna.ticket(number));
		const raw = must(await anna.raw(number, messages[0]?.id ?? ''));
		assert.equal(Buffer.from(raw).toString(), letter('spam'));
		await undo(anna, number, done);
		assert.equal(must(await anna.ticket(number)).status, 'new');
		await act(anna, number, 'spam');
		assert.equal(await writeAgain(anna, 'spam'), number);
		assert.deepEqual(await tabsOf(anna, number), ['trash', 'archive']);
		must(await must(await room.as('chef')).saveDesk({reopenTrash: true}));
		await take(anna, 'spam-third', ['In-Reply-To: <spam@example.test>']);
		assert.deepEqual(await tabsOf(anna, number), ['inbox', 'new', 'archive']);
	});

	it('private is set and taken away by who may see it; the others see number, date and queue', async room => {
		const anna = must(await room.as('anna'));
		const ben = must(await room.as('ben'));
		const number = await take(anna, 'private');
		await act(anna, number, 'queue', {queue: 'IT'});
		const done = await act(anna, number, 'private', {on: true});
		const query = {tab: 'inbox', sort: 'newest', filter: ''} as const;
		const row = async () => must(await ben.window({query, from: 0, count: 1})).rows[0];
		const masked = await row();
		assert.deepEqual(
			[masked?.number, masked?.queue, masked?.subject, masked?.requester.address],
			[number, 'IT', '', ''],
		);
		assert.ok(masked?.createdAt && masked.updatedAt);
		await undo(anna, number, done);
		assert.equal((await row())?.subject, 'private');
	});

	it('a mail into a ticket sets it new and keeps queue, assignee, flags and tags', async room => {
		const anna = must(await room.as('anna'));
		const number = await take(anna, 'kept');
		await act(anna, number, 'queue', {queue: 'Vertrieb'});
		await act(anna, number, 'assign', {assignee: 'anna'});
		await act(anna, number, 'prio', {on: true});
		await act(anna, number, 'tags', {add: ['Werkstatt'], remove: []});
		await act(anna, number, 'status', {status: 'waiting_customer'});
		const {status: _before, ...before} = must(await anna.ticket(number));
		await writeAgain(anna, 'kept');
		const {status, ...after} = must(await anna.ticket(number));
		assert.equal(status, 'new');
		for (const field of ['queue', 'assignee', 'prio', 'personal', 'private', 'tags'] as const)
			assert.deepEqual(after[field], before[field], field);
	});

	it('who takes a new ticket or begins to answer it opens it; in a queue of a colleague it is mine then', async room => {
		const anna = must(await room.as('anna'));
		const taken = await take(anna, 'taken');
		await act(anna, taken, 'queue', {queue: 'Vertrieb'});
		await act(anna, taken, 'assign', {assignee: null});
		assert.deepEqual(await tabsOf(anna, taken), ['inbox', 'new', 'archive']);
		await act(anna, taken, 'claim');
		assert.deepEqual(await tabsOf(anna, taken), ['inbox', 'open', 'mine', 'archive']);
		const ben = must(await room.as('ben'));
		const [second] = must(
			await ben.perform([{id: 'c', number: taken, action: 'claim', input: {}}]),
		);
		assert.equal(second && problemOf(second), 'changed-meanwhile');
		const given = await take(anna, 'given');
		await act(anna, given, 'assign', {assignee: 'ben'});
		assert.equal(must(await anna.ticket(given)).status, 'new');
		await act(ben, given, 'read');
		assert.equal(must(await anna.ticket(given)).status, 'new');
		await act(ben, given, 'assign', {assignee: 'ben'});
		assert.deepEqual(await tabsOf(ben, given), ['inbox', 'open', 'mine', 'archive']);
	});
};
