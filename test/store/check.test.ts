import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {suite, test} from 'node:test';
import {ok} from '../../source/domain/result.ts';
import {filePath} from '../../source/store/layout.ts';
import {must} from '../result.ts';
import {openEmptyFolder} from './folder.ts';
import {ticket} from './sample.ts';

const day = '20261123';

suite('check', () => {
	test('finds a raw mail whose content changed, and leaves it', async () => {
		const data = openEmptyFolder();
		const store = await data.open();
		const sha256 = must(await store.putFile(new TextEncoder().encode('mail')));
		const file = join(data.folder, filePath(sha256));
		writeFileSync(file, 'Mail');
		const {findings} = must(await store.check({repair: true}));
		assert.deepEqual(
			findings.map(({kind, where, repaired}) => [kind, where, repaired]),
			[['raw-wrong', filePath(sha256), false]],
		);
		assert.equal(readFileSync(file, 'utf8'), 'Mail');
		await store.close();
		data.remove();
	});

	test('a raw mail of the wrong length is written again when it is put again', async () => {
		const data = openEmptyFolder();
		const store = await data.open();
		const bytes = new TextEncoder().encode('mail');
		const file = join(data.folder, filePath(must(await store.putFile(bytes))));
		writeFileSync(file, 'ma');
		must(await store.putFile(bytes));
		assert.equal(readFileSync(file, 'utf8'), 'mail');
		await store.close();
		data.remove();
	});

	test('repairs cache rows that say something else than the document', async () => {
		const data = openEmptyFolder();
		const store = await data.open();
		const {number} = must(await store.create(day, each => ticket(each)));
		must(await store.flush());
		const cache = new DatabaseSync(join(data.folder, 'cache/index.sqlite'));
		cache.exec(`UPDATE ticket SET summary = '["x"]'`);
		cache.close();
		const first = must(await store.check({repair: true}));
		assert.deepEqual(
			first.findings.map(({kind, where, repaired}) => [kind, where, repaired]),
			[['cache-differs', number, true]],
		);
		assert.deepEqual(must(await store.check({repair: false})).findings, []);
		await store.close();
		data.remove();
	});

	test('names temporary files, and removes them when asked', async () => {
		const data = openEmptyFolder();
		const store = await data.open();
		must(await store.create(day, each => ticket(each)));
		const stray = join(data.folder, 'tickets/2026-11/.202611230001.json.1.1.tmp');
		writeFileSync(stray, 'half');
		const kinds = async (repair: boolean) =>
			must(await store.check({repair})).findings.map(({kind, repaired}) => [kind, repaired]);
		assert.deepEqual(await kinds(false), [['stray-file', false]]);
		assert.deepEqual(await kinds(true), [['stray-file', true]]);
		assert.ok(!existsSync(stray));
		await store.close();
		data.remove();
	});

	test('finds nothing while 40 changes run beside it', async () => {
		const data = openEmptyFolder();
		const store = await data.open();
		const {number} = must(await store.create(day, each => ticket(each)));
		const changes = Array.from({length: 40}, (_, index) =>
			store.change(number, before => ok({...before, subject: `S${index}`})),
		);
		assert.deepEqual(must(await store.check({repair: false})).findings, []);
		await Promise.all(changes);
		await store.close();
		data.remove();
	});
});
