import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openDesk} from '../../source/desk/open-desk.ts';
import {fail} from '../../source/domain/result.ts';
import {must, problemOf} from '../result.ts';
import {openParts, openRoom, putTicket} from './room.ts';

test('of two logins that come to a fresh folder at the same time one gets in', async () => {
	const {open} = await openRoom(true);
	const first = open.as('anna');
	const second = open.as('ben');
	assert.deepEqual([problemOf(first), problemOf(second)], ['none', 'not-an-agent']);
	assert.equal(must(await must(first).me()).agent.role, 'admin');
	await open.stop();
});

test('a first agent that could not be written down gets in at the next try', async () => {
	const {parts, store} = await openParts(true);
	let isFull = true;
	const changeAgents: typeof store.changeAgents = async change =>
		isFull ? fail('disk-full') : store.changeAgents(change);
	const open = must(await openDesk({...parts, store: {...store, changeAgents}}));
	assert.equal(problemOf(await must(open.as('anna')).me()), 'disk-full');
	isFull = false;
	assert.equal(must(await must(open.as('anna')).me()).agent.role, 'admin');
	await open.stop();
});

test('stopping waits for what runs, answers later calls, and can be done twice', async () => {
	const {open, store} = await openRoom();
	const number = await putTicket(store);
	const anna = must(open.as('anna'));
	const command = {id: 'c', number, action: 'comment', input: {text: 'noch eben'}};
	const running = anna.perform([command]);
	await Promise.resolve();
	await Promise.all([open.stop(), open.stop()]);
	const [outcome] = must(await running);
	assert.ok(outcome?.ok);
	assert.equal(problemOf(await anna.me()), 'connection-lost');
});

test('a client that has gone is told nothing more', async () => {
	const {open, store} = await openRoom();
	const anna = must(open.as('anna'));
	let pushes = 0;
	anna.on(() => pushes++);
	await anna.close();
	await anna.close();
	await putTicket(store);
	await new Promise(resolve => setTimeout(resolve, 20));
	assert.equal(pushes, 0);
	await open.stop();
});
