import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {rename, rm} from 'node:fs/promises';
import {test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {connectDesk} from '../../../source/service/client/client.ts';
import {clientOptions, newFolder, pushesOf, served, taken} from '../room.ts';

test('a service whose folder was moved away ends, and its clients start none in its place', async t => {
	const lines: string[] = [];
	const options = {log: (line: string) => lines.push(line), folderPauseMs: 20};
	const {folder, service} = await served(t, options);
	const desk = taken(await connectDesk({...clientOptions(folder), start: true, login: 'anna'}));
	t.after(() => desk.close());
	const {until} = pushesOf(desk);
	await rename(folder, `${folder}.moved`);
	t.after(() => rm(`${folder}.moved`, {recursive: true, force: true}));
	await service.ended;
	const push = await until(one => one.kind === 'connection');
	assert.equal(push.kind === 'connection' && push.problem?.details['reason'], 'folder-gone');
	assert.ok(lines.some(line => line.includes(`no longer at ${folder}`)));
	await sleep(200);
	assert.equal(existsSync(folder), false);
});

test('a service whose lock was removed ends: another one could own the folder', async t => {
	const dataFolder = await newFolder(t);
	const {service} = await served(t, {dataFolder, folderPauseMs: 20});
	await rm(`${dataFolder}/run`, {recursive: true});
	await service.ended;
});
