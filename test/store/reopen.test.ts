import assert from 'node:assert/strict';
import {
	copyFileSync,
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {suite, test} from 'node:test';
import {ok} from '../../source/domain/result.ts';
import type {Store} from '../../source/store/store.ts';
import {must, problemOf} from '../result.ts';
import {openEmptyFolder} from './folder.ts';
import {account, intake, message, origin, ticket} from './sample.ts';

const day = '20261123';
const month = 'tickets/2026-11';
const cacheFile = 'cache/index.sqlite';

/** Three tickets (one removed), an intake, an account. */
const filled = async () => {
	const data = openEmptyFolder();
	const store = await data.open();
	for (const uid of [1, 2, 3]) {
		const messages = [message({messageId: `<${uid}@x>`, origin: origin(uid)})];
		must(await store.create(day, each => ticket(each, {messages}), {defer: true}));
	}
	must(await store.flush());
	must(await store.remove('202611230003'));
	must(await store.putIntake(intake('a')));
	must(await store.changeAccount('support', () => ok(account('support'))));
	must(await store.changeDesk(desk => ok({...desk, name: 'Werkstatt'})));
	await store.close();
	return data;
};

/** Everything a store answers, for comparing two of them. */
const answers = async (store: Store) => ({
	summaries: [...store.summaries()].sort(),
	desk: store.desk(),
	accounts: store.accounts(),
	intakes: must(await store.intakes()),
	ids: [...store.byMessageId(['<1@x>', '<2@x>', '<3@x>'])],
	uids: [
		...store.byUid({
			account: 'support',
			folder: 'INBOX',
			uidValidity: '7',
			uids: [1, 2, 3, 4, 900],
		}),
	],
	identity: store.byIdentity('support', 'identity-3'),
	found: must(await store.search('waage', 10)),
});

suite('a store opened again', () => {
	test('answers as before, with the cache and without it', async () => {
		const data = await filled();
		const store = await data.open();
		const before = await answers(store);
		assert.equal(before.summaries.length, 2);
		assert.equal(before.uids.length, 4);
		await store.close();
		rmSync(join(data.folder, 'cache'), {recursive: true});
		const rebuilt = await data.open();
		assert.deepEqual(await answers(rebuilt), before);
		const next = must(await rebuilt.create(day, each => ticket(each)));
		assert.equal(next.number, '202611230004', 'the removed number does not come back');
		await rebuilt.close();
		data.remove();
	});

	const spoilt: Readonly<Record<string, (file: string) => void>> = {
		'no database': file => writeFileSync(file, 'not a database at all'),
		'cut off': file => truncateSync(file, 8192),
		'of another version': file => {
			const database = new DatabaseSync(file);
			database.exec('DROP TABLE intake; PRAGMA user_version = 9999');
			database.close();
		},
		'overwritten in the middle': file => {
			const bytes = readFileSync(file);
			bytes.fill(0xa5, 4096);
			writeFileSync(file, bytes);
		},
	};
	for (const [name, spoil] of Object.entries(spoilt)) {
		test(`builds a cache anew that is ${name}`, async () => {
			const data = await filled();
			const store = await data.open();
			const before = await answers(store);
			await store.close();
			spoil(join(data.folder, cacheFile));
			const again = await data.open();
			assert.deepEqual(await answers(again), before);
			await again.close();
			data.remove();
		});
	}

	test('picks up documents that were edited, copied in or taken away by hand', async () => {
		const data = await filled();
		const path = (number: string) => join(data.folder, month, `${number}.json`);
		const edited = {...ticket('202611230001'), subject: 'Von Hand'};
		writeFileSync(path('202611230001'), JSON.stringify(edited));
		writeFileSync(path('202611230009'), JSON.stringify(ticket('202611230009')));
		rmSync(path('202611230002'));
		const store = await data.open();
		assert.deepEqual([...store.summaries().keys()].sort(), ['202611230001', '202611230009']);
		assert.deepEqual(must(await store.search('hand', 5)), ['202611230001']);
		assert.equal(store.byMessageId(['<1@x>', '<2@x>']).size, 0);
		const next = must(await store.create(day, each => ticket(each)));
		assert.equal(next.number, '202611230010');
		await store.close();
		data.remove();
	});

	test('copies a document it cannot read to quarantine, keeps it, and says so', async () => {
		const data = await filled();
		const file = join(data.folder, month, '202611230001.json');
		writeFileSync(file, '{"v":1,"subject":"geheim');
		for (const _start of [1, 2]) {
			const store = await data.open();
			assert.equal(problemOf(await store.ticket('202611230001')), 'document-unreadable');
			const {findings} = must(await store.check({repair: true}));
			assert.deepEqual(
				findings.map(({kind, repaired}) => [kind, repaired]),
				[['unreadable', false]],
			);
			await store.close();
		}
		assert.equal(readdirSync(join(data.folder, 'quarantine')).length, 1);
		assert.ok(existsSync(file));
		assert.ok(data.lines.some(line => line.includes('202611230001')));
		assert.ok(!data.lines.some(line => line.includes('geheim')), 'no mail text in the log');
		data.remove();
	});

	test('a document under another number, or of a wrong form, is not taken', async () => {
		const data = await filled();
		const path = (number: string) => join(data.folder, month, `${number}.json`);
		copyFileSync(path('202611230001'), path('202611230007'));
		writeFileSync(path('202611230008'), '{"v":1,"number":"202611230008"}');
		const store = await data.open();
		assert.equal(store.summaries().size, 2);
		const {findings} = must(await store.check({repair: false}));
		assert.deepEqual(
			findings.map(({kind}) => kind),
			['schema', 'schema'],
		);
		await store.close();
		data.remove();
	});

	test('data of a newer program is refused, documents and settings alike', async () => {
		const data = await filled();
		const newer = JSON.stringify({...ticket('202611230001'), v: 2});
		writeFileSync(join(data.folder, month, '202611230001.json'), newer);
		assert.equal(problemOf(await data.tryOpen()), 'data-newer');
		const old = JSON.stringify(ticket('202611230001'));
		writeFileSync(join(data.folder, month, '202611230001.json'), old);
		writeFileSync(join(data.folder, 'desk.json'), '{"v":99}');
		assert.equal(problemOf(await data.tryOpen()), 'data-newer');
		data.remove();
	});

	test('settings that cannot be read stop the start with their name', async () => {
		const data = await filled();
		writeFileSync(join(data.folder, 'agents.json'), '{');
		const result = await data.tryOpen();
		assert.ok(!result.ok);
		assert.deepEqual(
			[result.problem.name, result.problem.details['path']],
			['document-unreadable', 'agents.json'],
		);
		data.remove();
	});

	test('files and folders are for their owner alone', async () => {
		const data = await filled();
		const modeOf = (path: string): number => statSync(join(data.folder, path)).mode & 0o777;
		assert.equal(modeOf(month), 0o700);
		assert.equal(modeOf('cache'), 0o700);
		assert.equal(modeOf(`${month}/202611230001.json`), 0o600);
		assert.equal(modeOf('desk.json'), 0o600);
		data.remove();
	});
});
