import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openDesk} from '../../../source/desk/open-desk.ts';
import {markMerged} from '../../../source/domain/move/merge.ts';
import {ok} from '../../../source/domain/result.ts';
import {openMemoryStore} from '../../../source/store/memory/open-memory-store.ts';
import type {Store} from '../../../source/store/store.ts';
import {aTicket} from '../../domain/sample.ts';
import {must} from '../../result.ts';
import {fixedClock} from '../../store/sample.ts';
import {mails, partsOver, putTwo} from './move-room.ts';

const one = '202611230001';
const two = '202611230002';
const moment = {now: '2026-11-23T12:00:00.000Z', by: 'anna'};

/** A store as an interrupted move left it, and what a start makes of it. */
const resumed = async (
	leave: (store: Store) => Promise<unknown>,
	look: (store: Store) => Promise<void>,
): Promise<void> => {
	const clock = fixedClock();
	const store = must(await openMemoryStore({clock, log: () => undefined}));
	await putTwo(store);
	await leave(store);
	const desk = must(await openDesk(partsOver(store, clock)));
	await look(store);
	await desk.stop();
};

test('a full ticket that does not point to its continuation yet does so after a start', () =>
	resumed(
		store =>
			store.create('20261123', number =>
				aTicket({
					number,
					messages: mails('anke', [13]),
					links: [{kind: 'continues', number: one}],
					taking: {kind: 'continue', from: one, messages: [], comments: [], drafts: []},
				}),
			),
		async store => {
			const [full, further] = [
				must(await store.ticket(one)),
				must(await store.ticket('202611230003')),
			];
			assert.deepEqual(full.links, [{kind: 'continued-by', number: further.number}]);
			assert.equal(full.messages.length, 3);
			assert.deepEqual([further.taking, further.messages.length], [undefined, 1]);
		},
	));

test('a merge whose other ticket is gone is withdrawn: nothing of the ticket is lost', () =>
	resumed(
		async store => {
			must(await store.change(one, ticket => markMerged(ticket, two, moment)));
			must(await store.remove(two));
		},
		async store => {
			const ticket = must(await store.ticket(one));
			assert.deepEqual([ticket.links, ticket.status, ticket.messages.length], [[], 'new', 3]);
			assert.equal(store.summaries().get(one)?.isMoving, undefined);
		},
	));

test('a ticket that takes mails from one that is gone keeps what it has', () =>
	resumed(
		async store => {
			const taking = {kind: 'split', from: two, messages: ['anke8'], comments: [], drafts: []};
			must(await store.change(one, ticket => ok({...ticket, taking: {...taking, kind: 'split'}})));
			must(await store.remove(two));
		},
		async store => {
			const ticket = must(await store.ticket(one));
			assert.deepEqual([ticket.taking, ticket.messages.length], [undefined, 3]);
		},
	));
