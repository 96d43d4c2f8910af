import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openDesk} from '../../../source/desk/open-desk.ts';
import {fail} from '../../../source/domain/result.ts';
import type {Store} from '../../../source/store/store.ts';
import {must, problemOf} from '../../result.ts';
import {openParts, putTicket} from '../room.ts';

/** A desk whose disk is full after so many changed tickets. */
const openOn = async (changes: number) => {
	const {parts, store} = await openParts(false);
	let left = changes;
	const change: Store['change'] = async (...asked) => {
		left -= 1;
		return left < 0 ? fail('disk-full') : store.change(...asked);
	};
	const open = must(await openDesk({...parts, store: {...store, change}}));
	return {
		open,
		store,
		chef: must(open.as('chef')),
		makeRoom: () => {
			left = Number.POSITIVE_INFINITY;
		},
	};
};

test('a queue whose tickets cannot all be moved stays, and the next try moves the rest once', async () => {
	const {open, store, chef, makeRoom} = await openOn(3);
	try {
		const numbers: string[] = [];
		for (let count = 0; count < 7; count += 1) numbers.push(await putTicket(store, {queue: 'IT'}));
		const first = await chef.removeItem('queues', 'IT', {moveTo: 'Vertrieb'});
		assert.equal(problemOf(first), 'disk-full');
		const labels = () => store.desk().queues.map(queue => queue.label);
		assert.deepEqual(labels(), ['IT', 'Vertrieb']);
		makeRoom();
		const {moved} = must(await chef.removeItem('queues', 'IT', {moveTo: 'Vertrieb'}));
		assert.equal(moved.length, 4);
		assert.deepEqual(labels(), ['Vertrieb']);
		for (const number of numbers) {
			const {queue, assignee, history} = must(await store.ticket(number));
			assert.deepEqual([queue, assignee], ['Vertrieb', 'ben']);
			assert.deepEqual(history.map(({what}) => what).sort(), ['assignee', 'queue']);
		}
	} finally {
		await open.stop();
	}
});

test('tickets that get the label while it is being removed move as well', async () => {
	const {parts, store} = await openParts(false);
	let isLate = false;
	const change: Store['change'] = async (...asked) => {
		const changed = await store.change(...asked);
		if (!isLate) {
			isLate = true;
			await putTicket(store, {queue: 'IT'});
		}
		return changed;
	};
	const open = must(await openDesk({...parts, store: {...store, change}}));
	try {
		await putTicket(store, {queue: 'IT'});
		const chef = must(open.as('chef'));
		const {moved} = must(await chef.removeItem('queues', 'IT', {moveTo: null}));
		assert.equal(moved.length, 2);
		assert.ok([...store.summaries().values()].every(({queue}) => queue === null));
	} finally {
		await open.stop();
	}
});
