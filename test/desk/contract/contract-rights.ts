import assert from 'node:assert/strict';
import {ok} from '../../../source/domain/result.ts';
import {aDraft} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import {putTicket} from '../room.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

export const contractRights = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it(
		'the first login of a fresh folder becomes its admin, the second is a stranger',
		async room => {
			const anna = must(await room.as('anna'));
			const me = must(await anna.me());
			assert.equal(me.agent.role, 'admin');
			assert.ok(me.rights.includes('agents'));
			assert.equal(problemOf(await room.as('ben')), 'not-an-agent');
			assert.deepEqual(
				room.store.agents().agents.map(agent => agent.login),
				['anna'],
			);
		},
		true,
	);

	it('a stranger sees nothing', async room => {
		assert.equal(problemOf(await room.as('mallory')), 'not-an-agent');
	});

	it('who loses his place loses it at once, not at the next sign-in', async room => {
		const anna = must(await room.as('anna'));
		must(await anna.me());
		must(
			await room.store.changeAgents(document =>
				ok({
					...document,
					agents: document.agents.map(agent =>
						agent.login === 'anna' ? {...agent, active: false} : agent,
					),
				}),
			),
		);
		assert.equal(problemOf(await anna.me()), 'not-an-agent');
	});

	it('a viewer reads and changes nothing', async room => {
		const number = await putTicket(room.store);
		const vera = must(await room.as('vera'));
		assert.equal(must(await vera.ticket(number)).number, number);
		const commands = [{id: 'c1', number, action: 'status', input: {status: 'open'}}];
		const [outcome] = must(await vera.perform(commands));
		assert.ok(outcome && !outcome.ok);
		assert.equal(outcome.problem.name, 'not-permitted');
		const draft = aDraft({agent: 'vera'});
		const refused = [
			await vera.send({id: 's', number, draft, status: null, force: false}),
			await vera.upload('a.txt', new Uint8Array(1)),
			await vera.receive({raw: new Uint8Array(1), account: null, queue: null}),
			await vera.importNow(null),
			await vera.saveDesk({undoSeconds: 1}),
			await vera.discardIntake('x'),
		];
		assert.deepEqual(
			refused.map(problemOf),
			refused.map(() => 'not-permitted'),
		);
		assert.equal(must(await vera.ticket(number)).status, 'new');
	});

	it('an agent is refused what only an admin may', async room => {
		const anna = must(await room.as('anna'));
		const {agent} = must(await anna.me());
		const refused = [
			await anna.saveItem('queues', {label: 'Neu', name: 'Neu', responsible: null}),
			await anna.removeItem('rules', 'r1'),
			await anna.saveDesk({undoSeconds: 1}),
			await anna.saveAgent({...agent, role: 'admin'}),
			await anna.saveAgent({...agent, login: 'neu'}),
			await anna.removeAgent('ben'),
			await anna.removeAccount('support'),
			await anna.check(true),
			await anna.snapshot('/tmp/x'),
			await anna.stop(),
		];
		assert.deepEqual(
			refused.map(problemOf),
			refused.map(() => 'not-permitted'),
		);
		must(await anna.saveAgent({...agent, name: 'Anna Weber', signature: 'Gruß'}));
		assert.equal(must(await anna.me()).agent.name, 'Anna Weber');
	});

	it('a private ticket is masked for others, in the list, in search, by filter, opened and changed', async room => {
		const number = await putTicket(room.store, {private: 'ben', subject: 'Abmahnung Meier'});
		const anna = must(await room.as('anna'));
		const query = {tab: 'inbox', sort: 'newest', filter: ''} as const;
		const list = must(await anna.window({query, from: 0, count: 10}));
		const [row] = list.rows;
		assert.deepEqual([row?.number, row?.masked, row?.subject], [number, true, '']);
		const filtered = {...query, filter: 'abmahnung'};
		assert.equal(must(await anna.window({query: filtered, from: 0, count: 10})).total, 0);
		assert.deepEqual(must(await anna.search('Abmahnung', 10)), []);
		assert.deepEqual(must(await anna.search(number, 10)), []);
		const seen = must(await anna.ticket(number));
		assert.deepEqual([seen.subject, seen.messages, seen.requester.address], ['', [], '']);
		assert.equal(problemOf(await anna.raw(number, 'm1')), 'not-permitted');
		const commands = [{id: 'c1', number, action: 'private', input: {on: false}}];
		const [outcome] = must(await anna.perform(commands));
		assert.ok(outcome && !outcome.ok && outcome.problem.name === 'not-permitted');
		const ben = must(await room.as('ben'));
		assert.equal(must(await ben.ticket(number)).subject, 'Abmahnung Meier');
		assert.equal(must(await ben.search('Abmahnung', 10)).length, 1);
	});

	it('after close a client is answered that its connection is gone', async room => {
		const anna = must(await room.as('anna'));
		await anna.close();
		assert.equal(problemOf(await anna.me()), 'connection-lost');
	});
};
