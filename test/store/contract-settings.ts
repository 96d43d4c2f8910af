import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {newDeskDocument} from '../../source/domain/desk-document.ts';
import {fail, ok} from '../../source/domain/result.ts';
import {must, problemOf} from '../result.ts';
import type {OpenEmpty} from './contract.ts';
import {account} from './sample.ts';

export const contractOfSettings = (name: string, open: OpenEmpty): void => {
	suite(`${name}: settings`, () => {
		test('a new store has the default desk, no agents and no accounts', async () => {
			const {store, close} = await open();
			assert.deepEqual(store.desk(), newDeskDocument);
			assert.deepEqual(store.agents(), {v: 1, agents: []});
			assert.deepEqual(store.accounts(), []);
			await close();
		});

		test('changes of the desk are applied one after the other', async () => {
			const {store, close} = await open();
			await Promise.all(
				Array.from({length: 20}, () =>
					store.changeDesk(desk => ok({...desk, undoSeconds: desk.undoSeconds + 1})),
				),
			);
			assert.equal(store.desk().undoSeconds, newDeskDocument.undoSeconds + 20);
			await close();
		});

		test('a refused change of desk or agents changes nothing', async () => {
			const {store, close} = await open();
			assert.equal(problemOf(await store.changeDesk(() => fail('label-taken'))), 'label-taken');
			assert.equal(
				problemOf(await store.changeAgents(() => fail('agent-unknown'))),
				'agent-unknown',
			);
			assert.deepEqual(store.desk(), newDeskDocument);
			await close();
		});

		test('an account is created, changed and removed', async () => {
			const {store, close} = await open();
			must(await store.changeAccount('b', before => ok(before ?? account('b'))));
			must(await store.changeAccount('a', () => ok(account('a'))));
			assert.deepEqual(
				store.accounts().map(each => each.account.id),
				['a', 'b'],
			);
			const mark = {INBOX: {uidValidity: '7', uid: 12}};
			must(
				await store.changeAccount('a', before =>
					before ? ok({...before, state: {...before.state, marks: mark}}) : ok(null),
				),
			);
			assert.deepEqual(store.accounts()[0]?.state.marks, mark);
			must(await store.changeAccount('a', () => ok(null)));
			assert.equal(store.accounts().length, 1);
			await close();
		});

		test('an account id that is no file name is refused', async () => {
			const {store, close} = await open();
			const result = await store.changeAccount('../x', () => ok(account('x')));
			assert.equal(problemOf(result), 'input-invalid');
			await close();
		});

		test('agents are kept', async () => {
			const {store, close} = await open();
			const anna = {login: 'anna', name: 'Anna', role: 'admin', active: true} as const;
			must(
				await store.changeAgents(before => ok({...before, agents: [{...anna, signature: 'Gruß'}]})),
			);
			assert.equal(store.agents().agents[0]?.signature, 'Gruß');
			await close();
		});
	});
};
