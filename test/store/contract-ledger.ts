import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {ok} from '../../source/domain/result.ts';
import {must} from '../result.ts';
import type {OpenEmpty} from './contract.ts';
import {intake, message, origin, ticket} from './sample.ts';

const day = '20261123';
const inbox = {account: 'support', folder: 'INBOX', uidValidity: '7'};

const ofTickets = (open: OpenEmpty): void => {
	test('a message is found by its Message-ID, UID and identity', async () => {
		const {store, close} = await open();
		const mail = message({messageId: '<a@x>', origin: origin(5)});
		const {number} = must(
			await store.create(day, each => ticket(each, {messages: [mail]}), {defer: true}),
		);
		assert.deepEqual([...store.byMessageId(['<a@x>', '<b@x>'])], [['<a@x>', number]]);
		const known = store.byUid({...inbox, uids: [4, 5, 6]});
		assert.deepEqual([...known], [[5, {kind: 'ticket', number}]]);
		assert.equal(store.byUid({...inbox, uidValidity: '8', uids: [5]}).size, 0);
		assert.deepEqual(store.byIdentity('support', 'identity-5'), {kind: 'ticket', number});
		assert.equal(store.byIdentity('other', 'identity-5'), null);
		must(await store.flush());
		await close();
	});

	test('a message added later is in the ledger, and a moved one follows', async () => {
		const {store, close} = await open();
		const create = () => store.create(day, each => ticket(each));
		const [one, two] = [must(await create()).number, must(await create()).number];
		const mail = message({messageId: '<a@x>', origin: origin(5)});
		const put = (number: string, messages: readonly (typeof mail)[]) =>
			store.change(number, before => ok({...before, messages}));
		await put(one, [mail]);
		assert.equal(store.byMessageId(['<a@x>']).get('<a@x>'), one);
		await put(two, [mail]);
		await put(one, []);
		assert.equal(store.byMessageId(['<a@x>']).get('<a@x>'), two);
		assert.deepEqual(store.byUid({...inbox, uids: [5]}).get(5), {kind: 'ticket', number: two});
		await close();
	});

	test('mails of a removed ticket stay known, their Message-IDs do not', async () => {
		const {store, close} = await open();
		const mail = message({messageId: '<a@x>', origin: origin(5)});
		const {number} = must(await store.create(day, each => ticket(each, {messages: [mail]})));
		await store.remove(number);
		assert.equal(store.byMessageId(['<a@x>']).size, 0);
		assert.equal(store.byUid({...inbox, uids: [5]}).size, 1);
		assert.notEqual(store.byIdentity('support', 'identity-5'), null);
		await close();
	});
};

const ofIntakes = (open: OpenEmpty): void => {
	test('skipped and quarantined mails are listed, oldest first, and known', async () => {
		const {store, close} = await open();
		const late = intake('b', {kind: 'quarantined', at: '2026-11-23T09', origin: origin(8)});
		must(await store.putIntake(late, {defer: true}));
		must(await store.putIntake(intake('a', {origin: origin(9)})));
		const ids = must(await store.intakes()).map(({id}) => id);
		assert.deepEqual(ids, ['a', 'b']);
		const known = store.byUid({...inbox, uids: [8, 9]});
		assert.deepEqual(known.get(8), {kind: 'quarantined', intake: 'b'});
		assert.deepEqual(known.get(9), {kind: 'skipped', intake: 'a'});
		await close();
	});

	test('a removed intake takes its aliases with it', async () => {
		const {store, close} = await open();
		must(await store.putIntake(intake('a', {origin: origin(9)})));
		store.alias(origin(10, 'identity-9'), {kind: 'skipped', intake: 'a'});
		assert.equal(store.byUid({...inbox, uids: [9, 10]}).size, 2);
		must(await store.removeIntake('a'));
		assert.equal(store.byUid({...inbox, uids: [9, 10]}).size, 0);
		assert.deepEqual(must(await store.intakes()), []);
		await close();
	});

	test('a ticket wins over an intake of the same mail', async () => {
		const {store, close} = await open();
		must(await store.putIntake(intake('a', {origin: origin(9)})));
		const mail = message({origin: origin(9)});
		const {number} = must(await store.create(day, each => ticket(each, {messages: [mail]})));
		assert.deepEqual(store.byUid({...inbox, uids: [9]}).get(9), {kind: 'ticket', number});
		await close();
	});

	test('an alias makes a further UID known and survives changes of the ticket', async () => {
		const {store, close} = await open();
		const mail = message({origin: origin(5)});
		const {number} = must(await store.create(day, each => ticket(each, {messages: [mail]})));
		store.alias(origin(77, 'identity-5'), {kind: 'ticket', number});
		await store.change(number, before => ok({...before, messages: [...before.messages]}));
		assert.deepEqual(store.byUid({...inbox, uids: [77]}).get(77), {kind: 'ticket', number});
		await close();
	});

	test('an intake id that is no file name is refused', async () => {
		const {store, close} = await open();
		assert.equal((await store.putIntake(intake('../desk'))).ok, false);
		await close();
	});
};

export const contractOfLedger = (name: string, open: OpenEmpty): void => {
	suite(`${name}: ledger`, () => {
		ofTickets(open);
		ofIntakes(open);
	});
};
