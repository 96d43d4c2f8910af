import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Push} from '../../source/desk/desk.ts';
import {openDesk} from '../../source/desk/open-desk.ts';
import {fail} from '../../source/domain/result.ts';
import {aDraft, anAccount} from '../domain/sample.ts';
import {must} from '../result.ts';
import {until} from '../until.ts';
import {pretendServer} from './pretend-server.ts';
import {addAccount, openParts, putTicket} from './room.ts';

const imap = {host: 'mail.test', port: 993, tls: 'tls' as const, user: 'u', allowSelfSigned: false};

test('what became of a mail of a private ticket is told to those who may see it alone', async () => {
	const {parts, store, pass} = await openParts(false);
	const submit = async () => fail('smtp-permanent', {text: '550 no such user kim'});
	const open = must(await openDesk({...parts, server: {...pretendServer(), submit}}));
	try {
		const number = await putTicket(store, {private: 'ben'});
		const told = new Map<string, Push[]>(['anna', 'ben', 'chef'].map(login => [login, []]));
		for (const [login, pushes] of told)
			must(open.as(login)).on(push => {
				if (push.kind === 'outbox') pushes.push(push);
			});
		const ben = must(open.as('ben'));
		must(await must(open.as('chef')).saveDesk({undoSeconds: 0}));
		const draft = aDraft({agent: 'ben'});
		must(await ben.send({id: 's1', number, draft, status: null, force: true}));
		pass(60_000);
		open.start();
		await until(
			() =>
				told.get('ben')?.at(-1)?.kind === 'outbox' &&
				JSON.stringify(told.get('ben')).includes('kim'),
		);
		assert.ok((told.get('chef') ?? []).length > 0);
		assert.deepEqual(told.get('anna'), []);
	} finally {
		await open.stop();
	}
});

test('an import is told to those who may see its account', async () => {
	const {parts, store} = await openParts(false);
	const server = pretendServer();
	await addAccount(store, anAccount({id: 'geheim', imap, visibleTo: ['ben']}));
	const open = must(await openDesk({...parts, server}));
	try {
		const told: string[] = [];
		for (const login of ['anna', 'ben', 'chef'])
			must(open.as(login)).on(push => {
				if (push.kind === 'import' && push.report !== null) told.push(login);
			});
		must(await must(open.as('chef')).importNow('geheim'));
		assert.deepEqual(told.sort(), ['ben', 'chef']);
	} finally {
		await open.stop();
	}
});

test('settings that somebody edited by hand are told to everybody when they are met', async () => {
	const {parts, store} = await openParts(false);
	let edited = (): void => undefined;
	const onSettingsEdited: typeof store.onSettingsEdited = listener => {
		edited = listener;
		return () => undefined;
	};
	const open = must(await openDesk({...parts, store: {...store, onSettingsEdited}}));
	const kinds: string[] = [];
	must(open.as('anna')).on(push => kinds.push(push.kind));
	edited();
	assert.deepEqual(kinds, ['settings']);
	await open.stop();
});
