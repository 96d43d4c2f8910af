import assert from 'node:assert/strict';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {connectDesk} from '../../source/service/client/client.ts';
import {clientOptions, isConnection, newFolder, pushesOf, taken} from './room.ts';

const problem = {name: 'disk-full', details: {path: '/srv/raute', reason: 'start', disk: '/srv'}};

/** A service that cannot start while a file says so. */
const startCommand = (folder: string) => {
	const child = new URL('./fake-service-child.ts', import.meta.url);
	const program = `
		import {existsSync} from 'node:fs';
		if (existsSync(${JSON.stringify(join(folder, 'full'))})) {
			process.send(${JSON.stringify(problem)});
		} else {
			process.argv.splice(1, 0, 'eval');
			await import(${JSON.stringify(child.href)});
		}`;
	const args = ['--input-type=module', '--eval', program, folder];
	return {file: process.execPath, args, env: process.env};
};

test('a client whose service dies and cannot start again is told why, and back when it can', async t => {
	const folder = await newFolder(t);
	const options = {...clientOptions(folder), login: 'anna', start: true, waitMs: 3000};
	const desk = taken(await connectDesk({...options, startCommand: startCommand(folder)}));
	t.after(() => desk.close());
	const pushes = pushesOf(desk);
	await writeFile(join(folder, 'full'), '');
	process.kill(taken(await desk.status()).pid, 'SIGKILL');
	const told = await pushes.until(
		push => push.kind === 'connection' && push.problem?.name === 'disk-full',
	);
	assert.deepEqual(told, {kind: 'connection', state: 'lost', problem});
	assert.deepEqual(await desk.me(), {ok: false, problem});
	await rm(join(folder, 'full'));
	await pushes.until(isConnection('back'));
	assert.ok((await desk.me()).ok);
	const lost = pushes.all.filter(push => push.kind === 'connection' && push.state === 'lost');
	assert.equal(lost.length, 2);
	await desk.stop();
});
