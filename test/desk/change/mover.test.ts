import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import type {Desk} from '../../../source/desk/desk.ts';
import {openDesk} from '../../../source/desk/open-desk.ts';
import type {Store} from '../../../source/store/store.ts';
import {must} from '../../result.ts';
import {openEmptyFolder} from '../../store/folder.ts';
import {fixedClock} from '../../store/sample.ts';
import {allIds, everything, partsOver, putTwo} from './move-room.ts';

type Work = {readonly number: string; readonly action: string; readonly input: object};

/** Runs the command until the process is killed at the point. */
const killedAt = async (folder: string, [point, times]: readonly [string, number], work: Work) => {
	const {number, action, input} = work;
	const args = [folder, point, String(times), number, action, JSON.stringify(input)];
	const child = spawn(process.execPath, [join(import.meta.dirname, 'move-child.ts'), ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [code, signal] = await once(child, 'close');
	assert.deepEqual([code, signal], [null, 'SIGKILL'], `${point} ${times} was reached`);
};

/** The folder after a kill and a new start: the move is finished or was never begun. */
const afterKill = async (
	point: readonly [string, number],
	work: Work,
	look: (store: Store, desk: Desk) => Promise<void>,
	before: readonly Work[] = [],
): Promise<void> => {
	const data = openEmptyFolder();
	const first = await data.open();
	await putTwo(first);
	const opened = must(await openDesk(partsOver(first, fixedClock())));
	for (const [index, step] of before.entries())
		must(await must(opened.as('anna')).perform([{...step, id: `b${index}`}]));
	await opened.stop();
	await killedAt(data.folder, point, work);
	const store = await data.open();
	const desk = must(await openDesk(partsOver(store, fixedClock())));
	assert.deepEqual(await allIds(store), everything, 'each mail and comment stands once');
	assert.ok([...store.summaries().values()].every(({isMoving}) => isMoving === undefined));
	await look(store, must(desk.as('anna')));
	const {findings} = must(await store.check({repair: true}));
	assert.deepEqual(
		findings.filter(({kind}) => kind !== 'stray-file'),
		[],
	);
	await desk.stop();
	data.remove();
};

const one = '202611230001';
const two = '202611230002';
const merge = {number: one, action: 'merge', input: {into: two}};

suite('a process killed in the middle of a move loses and doubles nothing', () => {
	const mergePoints = [
		['store.renamed', 1],
		['store.renamed', 2],
		['move.taken', 1],
		['store.renamed', 3],
		['move.emptied', 1],
	] as const;
	for (const point of mergePoints) {
		test(`a merge killed at ${point.join(' ')} is finished at the next start`, () =>
			afterKill(point, merge, async store => {
				const [from, into] = [must(await store.ticket(one)), must(await store.ticket(two))];
				assert.deepEqual([from.messages.length, into.messages.length], [0, 5]);
				assert.equal(into.drafts[0]?.text, 'Hallo Herr Übelacker,');
				assert.equal(into.history.filter(({what}) => what === 'merge-from').length, 1);
				assert.equal(into.links.length, 1);
			}));
	}

	const unmergePoints = [
		['store.renamed', 1],
		['move.copied', 1],
		['move.given', 1],
		['move.ended', 1],
	] as const;
	for (const point of unmergePoints) {
		test(`a merge taken apart, killed at ${point.join(' ')}, is apart at the next start`, () =>
			afterKill(
				point,
				{number: one, action: 'unmerge', input: {}},
				async store => {
					const [from, into] = [must(await store.ticket(one)), must(await store.ticket(two))];
					assert.deepEqual([from.messages.length, into.messages.length], [3, 2]);
					assert.deepEqual([from.status, into.status], ['new', 'waiting_customer']);
					assert.deepEqual([from.links, into.links], [[], []]);
				},
				[merge],
			));
	}

	const splitPoints = [
		['store.renamed', 1],
		['move.parted', 1],
		['move.given', 1],
		['move.ended', 1],
	] as const;
	const split = {number: one, action: 'split', input: {messages: ['anke12'], comments: []}};
	for (const point of splitPoints) {
		test(`a split killed at ${point.join(' ')} is whole at the next start`, () =>
			afterKill(point, split, async (store, desk) => {
				const parted = must(await store.ticket('202611230003'));
				assert.deepEqual(
					parted.messages.map(({id}) => id),
					['anke12'],
				);
				const again = must(await desk.perform([{...split, id: 'c1'}]));
				assert.ok(again[0]?.ok && again[0].number === parted.number, 'not split twice');
			}));
	}
});
