import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {ok} from '../../source/domain/result.ts';
import type {Summary} from '../../source/domain/summary.ts';
import {must, problemOf} from '../result.ts';
import {openEmptyFolder} from './folder.ts';
import {account, ticket} from './sample.ts';

const number = '202611230001';
const path = `tickets/2026-11/${number}.json`;

/** A store over a folder, and an editor of its documents. */
const opened = async () => {
	const data = openEmptyFolder();
	const store = await data.open();
	must(await store.create('20261123', each => ticket(each)));
	const edit = (name: string, part: object) => {
		const file = join(data.folder, name);
		writeFileSync(file, JSON.stringify({...JSON.parse(readFileSync(file, 'utf8')), ...part}));
	};
	const close = async () => {
		await store.close();
		data.remove();
	};
	return {...data, store, edit, close};
};

suite('a document that somebody edits while the store is open', () => {
	test('a change of a ticket builds on it, and lists and search follow', async () => {
		const {store, edit, close} = await opened();
		const heard: Array<string | undefined> = [];
		store.onSummary((_before, after) => heard.push(after?.subject));
		edit(path, {subject: 'Zahnradpumpe'});
		const {after} = must(await store.change(number, one => ok({...one, tags: ['eilig']})));
		assert.deepEqual([after.subject, after.tags], ['Zahnradpumpe', ['eilig']]);
		assert.deepEqual(heard, ['Zahnradpumpe', 'Zahnradpumpe']);
		assert.deepEqual(must(await store.search('zahnradpumpe', 5)), [number]);
		assert.deepEqual(
			must(await store.check({repair: false})).findings.map(({kind}) => kind),
			[],
		);
		await close();
	});

	test('one that cannot be read is refused and left alone, and taken in when it is mended', async () => {
		const {store, folder, close} = await opened();
		const file = join(folder, path);
		const before = readFileSync(file, 'utf8');
		writeFileSync(file, before.slice(0, 100));
		const change = () => store.change(number, one => ok({...one, prio: true}));
		assert.equal(problemOf(await change()), 'document-unreadable');
		assert.equal(problemOf(await store.remove(number)), 'document-unreadable');
		assert.equal(readFileSync(file, 'utf8'), before.slice(0, 100));
		writeFileSync(file, before);
		assert.equal(must(await change()).after.prio, true);
		await close();
	});

	test('check looks at what lies on the disk', async () => {
		const {store, edit, close} = await opened();
		edit(path, {subject: 'Von Hand'});
		const {findings} = must(await store.check({repair: true}));
		assert.deepEqual(
			findings.map(({kind, repaired}) => [kind, repaired]),
			[['cache-differs', true]],
		);
		const known = store.summaries().get(number) as Summary;
		assert.equal(known.subject, 'Von Hand');
		assert.equal(must(await store.ticket(number)).subject, 'Von Hand');
		await close();
	});

	test('settings and accounts are taken in by the next change of them', async () => {
		const {store, folder, edit, close} = await opened();
		must(await store.changeDesk(desk => ok({...desk, name: 'Werkstatt'})));
		must(await store.changeAccount('a', () => ok(account('a'))));
		let told = 0;
		store.onSettingsEdited(() => (told += 1));
		edit('desk.json', {undoSeconds: 42});
		edit('accounts/a.json', {account: {...account('a').account, name: 'Von Hand'}});
		const desk = must(await store.changeDesk(one => ok({...one, reopenTrash: true})));
		assert.deepEqual([desk.name, desk.undoSeconds, desk.reopenTrash], ['Werkstatt', 42, true]);
		must(await store.changeAccount('a', one => ok(one && {...one, state: {...one.state}})));
		assert.equal(store.accounts()[0]?.account.name, 'Von Hand');
		assert.equal(told, 2);
		writeFileSync(join(folder, 'agents.json'), '{');
		assert.equal(
			problemOf(await store.changeAgents(one => ok({...one, agents: []}))),
			'document-unreadable',
		);
		await close();
	});
});
