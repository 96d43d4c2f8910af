import assert from 'node:assert/strict';
import {existsSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {suite, test} from 'node:test';
import {must} from '../../result.ts';
import {openEmptyFolder} from '../folder.ts';
import {ticket} from '../sample.ts';

const day = '20261123';
const [one, two, three] = ['202611230001', '202611230002', '202611230003'];

/** A closed store with three tickets, and the file of its words. */
const filled = async () => {
	const data = openEmptyFolder();
	const store = await data.open();
	for (const subject of ['Waage', 'Netzteil', 'Logger']) {
		must(await store.create(day, each => ticket(each, {subject})));
	}
	await store.close();
	return {data, file: join(data.folder, 'cache', 'words.sqlite')};
};

/** What three questions find in the store opened again. */
const found = async ({open}: ReturnType<typeof openEmptyFolder>) => {
	const store = await open();
	const search = async (word: string) => must(await store.search(word, 5));
	const all = [await search('waage'), await search('netzteil'), await search('logger')];
	await store.close();
	return all;
};

const whole = [[one], [two], [three]];

suite('the words of a store opened again', () => {
	const spoilt: Readonly<Record<string, (file: string) => void>> = {
		missing: file => rmSync(file),
		'no database': file => writeFileSync(file, 'words'),
		'cut off': file => truncateSync(file, 8192),
		'of another version': file => {
			const database = new DatabaseSync(file);
			database.exec('PRAGMA user_version = 9999');
			database.close();
		},
		'behind what was written': file => {
			const database = new DatabaseSync(file);
			database.exec('DELETE FROM words WHERE rowid > 0; UPDATE indexed SET token = token + 1');
			database.close();
		},
	};
	for (const [name, spoil] of Object.entries(spoilt)) {
		test(`are indexed anew when the file is ${name}`, async () => {
			const {data, file} = await filled();
			assert.ok(existsSync(file));
			spoil(file);
			assert.deepEqual(await found(data), whole);
			assert.deepEqual(await found(data), whole);
			data.remove();
		});
	}

	test('do not hold what was taken away, also when the rest of the cache is built anew', async () => {
		const {data} = await filled();
		rmSync(join(data.folder, 'tickets/2026-11', `${two}.json`));
		rmSync(join(data.folder, 'cache', 'index.sqlite'));
		assert.deepEqual(await found(data), [[one], [], [three]]);
		data.remove();
	});
});
