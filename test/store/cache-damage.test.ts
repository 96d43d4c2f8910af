import assert from 'node:assert/strict';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test} from 'node:test';
import {must} from '../result.ts';
import {openEmptyFolder} from './folder.ts';
import {message, ticket} from './sample.ts';

const day = '20261123';

/** Makes the tables unreadable for whoever has the file open. */
const spoil = (folder: string): void => {
	const database = new DatabaseSync(join(folder, 'cache/index.sqlite'), {defensive: false});
	database.exec('PRAGMA writable_schema = ON');
	database.exec("UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = 'message_id'");
	database.exec('PRAGMA schema_version = 999');
	database.close();
};

test('a cache that breaks while it is used is told, fails no change, and is whole at the next start', async () => {
	const data = openEmptyFolder();
	let damages = 0;
	const store = await data.open({onDamage: () => (damages += 1)});
	must(await store.create(day, number => ticket(number)));
	must(await store.flush());
	spoil(data.folder);
	const second = message({messageId: '<second@x>'});
	must(await store.create(day, number => ticket(number, {messages: [second]})));
	assert.equal(damages, 1);
	await store.close();
	const again = await data.open();
	assert.equal(again.summaries().size, 2);
	assert.equal(again.byMessageId(['<second@x>']).size, 1);
	await again.close();
	data.remove();
});
