import assert from 'node:assert/strict';
import {anAccount, anAgent} from '../../domain/sample.ts';
import {must, problemOf} from '../../result.ts';
import type {OpenRoom} from './contract.ts';
import {inRoom} from './in-room.ts';

export const contractSettings = (where: string, open: OpenRoom): void => {
	const it = inRoom(where, open);

	it('an account names queues that exist, and keeps its marks while it is the same mailbox', async room => {
		const chef = must(await room.as('chef'));
		const imap = {host: 'a', port: 993, tls: 'tls' as const, user: 'u', allowSelfSigned: false};
		const account = anAccount({id: 'neu', imap, defaultQueue: 'IT'});
		assert.equal(
			problemOf(await chef.saveAccount({...account, defaultQueue: 'Mars'})),
			'queue-unknown',
		);
		assert.equal(problemOf(await chef.saveAccount({...account, id: '../x'})), 'input-invalid');
		must(await chef.saveAccount(account));
		const state = {marks: {INBOX: {uidValidity: '1', uid: 9}}, lastPass: null};
		must(await room.store.changeAccount('neu', () => ({ok: true, value: {v: 1, account, state}})));
		const stored = () => room.store.accounts().find(one => one.account.id === 'neu')?.state.marks;
		must(await chef.saveAccount({...account, name: 'Neu'}));
		assert.deepEqual(stored(), state.marks);
		must(await chef.saveAccount({...account, imap: {...imap, host: 'b'}}));
		assert.deepEqual(stored(), {});
		must(await chef.saveDesk({defaultAccount: 'neu'}));
		must(await chef.removeAccount('neu'));
		assert.equal(must(await chef.me()).desk.defaultAccount, null);
		assert.equal(problemOf(await chef.removeAccount('neu')), 'account-unknown');
	});

	it('agents see the accounts meant for them, without where the password comes from', async room => {
		const chef = must(await room.as('chef'));
		const password = {kind: 'command', command: 'pass show mail'} as const;
		must(await chef.saveAccount(anAccount({id: 'geheim', visibleTo: ['ben'], password})));
		const seen = async (login: string) =>
			must(await must(await room.as(login)).me()).accounts.map(account => [
				account.id,
				account.password.kind,
			]);
		assert.deepEqual(await seen('anna'), [['support', 'none']]);
		assert.deepEqual(await seen('ben'), [
			['geheim', 'none'],
			['support', 'none'],
		]);
		assert.ok((await seen('chef')).some(([, kind]) => kind === 'command'));
	});

	it('the last admin stays, and a queue loses a responsible who goes', async room => {
		const chef = must(await room.as('chef'));
		const self = anAgent('chef', 'admin');
		assert.equal(problemOf(await chef.removeAgent('chef')), 'action-unavailable');
		assert.equal(problemOf(await chef.saveAgent({...self, role: 'agent'})), 'action-unavailable');
		assert.equal(problemOf(await chef.saveAgent({...self, active: false})), 'action-unavailable');
		assert.equal(problemOf(await chef.saveAgent(anAgent('a b'))), 'input-invalid');
		must(await chef.removeAgent('ben'));
		const {desk, agents} = must(await chef.me());
		assert.ok(!agents.some(agent => agent.login === 'ben'));
		assert.equal(desk.queues.find(queue => queue.label === 'Vertrieb')?.responsible, null);
		assert.equal(problemOf(await chef.removeAgent('ben')), 'agent-unknown');
	});

	it('single values are checked and kept', async room => {
		const chef = must(await room.as('chef'));
		const save = async (values: unknown) =>
			problemOf(await chef.saveDesk(values as Parameters<typeof chef.saveDesk>[0]));
		assert.equal(await save({undoSeconds: -1}), 'input-invalid');
		assert.equal(await save({nonsense: 1}), 'input-invalid');
		assert.equal(await save({queues: []}), 'input-invalid');
		assert.equal(await save({defaultAccount: 'mars'}), 'account-unknown');
		assert.equal(await save({undoSeconds: 20, name: 'Hilfe'}), 'none');
		const {desk} = must(await chef.me());
		assert.deepEqual([desk.undoSeconds, desk.name], [20, 'Hilfe']);
	});

	it('a silence is shown and ended by those who keep the accounts', async room => {
		const chef = must(await room.as('chef'));
		const anna = must(await room.as('anna'));
		const until = '2026-12-01T00:00:00.000Z';
		const silenced = [
			{address: 'kim@example.de', until, reason: 'bounce' as const},
			{address: 'jo@example.de', until: '2026-11-01T00:00:00.000Z', reason: 'loop' as const},
		];
		must(await room.store.changeDesk(document => ({ok: true, value: {...document, silenced}})));
		assert.deepEqual(must(await chef.status()).silenced, silenced.slice(0, 1));
		assert.equal(problemOf(await anna.unsilence('kim@example.de')), 'not-permitted');
		assert.equal(problemOf(await chef.unsilence('nobody@example.de')), 'input-invalid');
		must(await chef.unsilence('KIM@example.de'));
		assert.deepEqual(must(await chef.status()).silenced, []);
	});
};
