import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {openRoom} from '../program/room.ts';

test('the demo leaves the own settings alone, sends what waits, and takes an empty folder', async t => {
	const room = await openRoom(t, 'en');
	const config = join(room.folder, 'config', 'raute');
	await mkdir(config);
	await writeFile(join(config, 'look.json'), '{"ascii": true}');
	const data = join(room.folder, 'samples');
	const screen = room.screen(100, 30, ['demo', '--data', data]);
	await screen.waitFor('[0 Inbox', 60_000);
	// The own look is in force, and the folder is the named one.
	assert.doesNotMatch(screen.screen(), /─/);
	assert.ok(existsSync(join(data, 'tickets')));
	screen.type('/prio\r');
	await screen.waitFor('Filter: prio');
	screen.type('N+');
	await screen.waitFor('Name of the view');
	screen.type('Urgent\r');
	await screen.waitFor(/Urgent \d/u);
	screen.type('r');
	await screen.waitFor('To ');
	screen.type('Hello\u001B\r');
	await screen.waitFor('Send?');
	screen.type('y');
	await screen.waitFor(/call back/u);
	await screen.typeSlowly(['q', 'q', 'q'], 200);
	assert.equal(await screen.ended, 0);
	assert.deepEqual(await readdir(config), ['look.json']);
	assert.equal(await readFile(join(config, 'look.json'), 'utf8'), '{"ascii": true}');
	assert.deepEqual(await readdir(data), []);
	const outbox = /(\S+raute-demo-\S+outbox)/u.exec(screen.screen())?.[1] ?? '';
	assert.ok(outbox.startsWith(tmpdir()), screen.screen());
	assert.equal((await readdir(outbox)).length, 1);
});

test('the demo refuses a folder with something in it', async t => {
	const room = await openRoom(t, 'de');
	const screen = room.screen(100, 30, ['demo', '--data', room.folder]);
	await screen.waitFor('ist nicht leer');
	assert.equal(await screen.ended, 2);
});
