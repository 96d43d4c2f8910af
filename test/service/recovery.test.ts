import assert from 'node:assert/strict';
import {mkdir, readdir, utimes, writeFile} from 'node:fs/promises';
import {type TestContext, test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Desk} from '../../source/desk/desk.ts';
import {connectDesk} from '../../source/service/client/client.ts';
import {makeRunFolder, runPaths} from '../../source/service/run-folder.ts';
import {appliedOnDisk} from './fake-desk.ts';
import {clientOptions, isConnection, newFolder, pushesOf, taken} from './room.ts';

const connected = async (t: TestContext, folder: string): Promise<Desk> => {
	const desk = taken(await connectDesk({...clientOptions(folder), login: 'anna', start: true}));
	t.after(() => desk.close());
	return desk;
};

const pidOf = async (desk: Desk): Promise<number> => taken(await desk.status()).pid;

const stopService = async (desk: Desk): Promise<void> => {
	await desk.stop();
};

const perform = async (desk: Desk, id: string): Promise<void> => {
	const [outcome] = taken(await desk.perform([{id, number: '1', action: 'star', input: null}]));
	assert.ok(outcome?.ok);
};

test('a client starts the service, which outlives it, and another one finds it', async t => {
	const folder = await newFolder(t);
	const first = await connected(t, folder);
	const pid = await pidOf(first);
	await first.close();
	const second = await connected(t, folder);
	assert.equal(await pidOf(second), pid);
	await stopService(second);
});

test('eight clients at once start one service', async t => {
	const folder = await newFolder(t);
	const clients = await Promise.all(Array.from({length: 8}, () => connected(t, folder)));
	const pids = await Promise.all(clients.map(pidOf));
	assert.equal(new Set(pids).size, 1);
	await stopService(clients[0] as Desk);
});

test('a service that cannot start says why', async t => {
	const folder = await newFolder(t);
	const started = await connectDesk({
		...clientOptions(folder),
		start: true,
		startCommand: {
			file: process.execPath,
			args: ['--eval', 'console.error("no such folder"); process.exit(1)'],
			env: process.env,
		},
	});
	assert.deepEqual(started, {
		ok: false,
		problem: {name: 'service-start-failed', details: {text: 'no such folder'}},
	});
});

/** What a client says of a service whose program is this. */
const startedAs = async (t: TestContext, program: string): Promise<unknown> => {
	const startCommand = {file: process.execPath, args: ['--eval', program], env: process.env};
	return connectDesk({...clientOptions(await newFolder(t)), start: true, startCommand});
};

test('a service tells its starter in so many words why it cannot start', async t => {
	const problem = {name: 'disk-full', details: {path: '/srv/raute'}};
	const program = `process.send(${JSON.stringify(problem)}); process.exitCode = 75`;
	assert.deepEqual(await startedAs(t, program), {ok: false, problem});
});

test('a service that signals end again and again is not started for ever', async t => {
	const ended = await startedAs(t, 'process.kill(process.pid, "SIGKILL")');
	const problem = {name: 'service-start-failed', details: {text: 'SIGKILL'}};
	assert.deepEqual(ended, {ok: false, problem});
});

test('the claim of a starter that died does not hold others up for long', async t => {
	const folder = await newFolder(t);
	await makeRunFolder(folder);
	await writeFile(`${runPaths(folder).folder}/starting`, '');
	const client = await connected(t, folder);
	assert.ok(!(await readdir(runPaths(folder).folder)).includes('starting'));
	await stopService(client);
});

test('a killed service is restarted, unanswered commands are repeated, each is applied once', async t => {
	const folder = await newFolder(t);
	const clients = [await connected(t, folder), await connected(t, folder)];
	const pushes = pushesOf(clients[0] as Desk);
	const sent: string[] = [];
	let working = true;
	const work = clients.map(async (desk, client) => {
		for (let count = 0; working; count++) {
			const ids = [0, 1, 2].map(part => `${client}-${count}-${part}`);
			sent.push(...ids);
			await Promise.all(ids.map(id => perform(desk, id)));
		}
	});
	for (let kill = 0; kill < 5; kill++) {
		await sleep(50 + Math.random() * 100);
		const pid = await pidOf(clients[0] as Desk);
		process.kill(pid, 'SIGKILL');
	}
	await sleep(100);
	working = false;
	await Promise.all(work);
	assert.deepEqual(appliedOnDisk(folder).sort(), sent.sort());
	await pushes.until(isConnection('back'));
	const states = pushes.all.flatMap(push => (push.kind === 'connection' ? [push.state] : []));
	assert.deepEqual(states, Array.from({length: 5}, () => ['lost', 'back']).flat());
	await stopService(clients[0] as Desk);
});

test('SIGTERM ends a service cleanly', async t => {
	const folder = await newFolder(t);
	const client = await connected(t, folder);
	const pushes = pushesOf(client);
	process.kill(await pidOf(client), 'SIGTERM');
	const lost = await pushes.until(isConnection('lost'));
	assert.equal(lost.kind === 'connection' && lost.problem?.details['reason'], 'stopped');
	const left = await readdir(runPaths(folder).folder);
	assert.ok(!left.includes('desk.sock'), left.join(' '));
});

test('a claim to start that cannot be removed keeps nobody from starting', async t => {
	const folder = await newFolder(t);
	const claim = `${runPaths(folder).folder}/starting`;
	await mkdir(claim, {recursive: true});
	await utimes(claim, 1, 1);
	await stopService(await connected(t, folder));
});
