import assert from 'node:assert/strict';
import {mkdir, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {fail} from '../../../source/domain/result.ts';
import {connectDesk} from '../../../source/service/client/client.ts';
import {runPaths} from '../../../source/service/run-folder.ts';
import {clientOptions, isConnection, newFolder, pushesOf, served, taken} from '../room.ts';

const number = '202611230001';

const nameOf = (result: {ok: boolean; problem?: {name: string}}): string =>
	result.ok ? 'ok' : (result.problem?.name ?? '');

test('calls, bytes both ways and pushes go through the socket', async t => {
	const {desk, connect} = await served(t);
	const client = taken(await connect());
	const {until} = pushesOf(client);
	const outcomes = await client.perform([{id: 'c1', number: '1', action: 'star', input: {a: [1]}}]);
	assert.deepEqual(taken(outcomes), [{ok: true, number: '1', revision: 1, undo: null}]);
	assert.deepEqual(desk.calls[0], [
		'anna',
		'perform',
		[{id: 'c1', number: '1', action: 'star', input: {a: [1]}}],
	]);
	assert.equal(taken(await client.raw(number, 'm')).length, 3_000_000);
	assert.deepEqual(taken(await client.raw(number, 'empty')), new Uint8Array());
	const raw = new Uint8Array(5_000_000);
	const received: unknown = await client.receive({raw, account: null, queue: 'S'});
	assert.deepEqual(received, {ok: true, value: {size: 5_000_000}});
	desk.push({kind: 'settings'});
	await until(push => push.kind === 'settings');
});

test('a bug in the desk reaches the caller as an error', async t => {
	const {connect} = await served(t);
	const client = taken(await connect());
	await assert.rejects(client.html(number, 'm'), /a bug in the desk/u);
	assert.equal(nameOf(await client.me()), 'ok');
});

test('a mail that no frame can hold is refused before it is sent', async t => {
	const {connect} = await served(t);
	const client = taken(await connect());
	const raw = new Uint8Array(48 * 1024 * 1024);
	const received = await client.receive({raw, account: null, queue: null});
	assert.equal(nameOf(received), 'mail-too-large');
});

test('a text that no frame can hold is refused, and the connection stays', async t => {
	const {connect, desk} = await served(t);
	const client = taken(await connect());
	const text = '\u0000'.repeat(10 * 1024 * 1024);
	assert.equal(nameOf(await client.ticket(text)), 'mail-too-large');
	assert.equal(nameOf(await client.me()), 'ok');
	assert.deepEqual(desk.calls, [['anna', 'me']]);
});

test('arguments of the wrong form are refused by the service', async t => {
	const {connect, desk} = await served(t);
	const client = taken(await connect());
	for (const wrong of [7, null, ['1'], {}, 'x'.repeat(5000)]) {
		assert.equal(nameOf(await client.ticket(wrong as never)), 'input-invalid');
		assert.equal(nameOf(await client.perform([wrong, [7]] as never)), 'input-invalid');
	}
	assert.equal(nameOf(await client.saveAccount([] as never)), 'input-invalid');
	assert.equal(nameOf(await client.raw('202611230001', '')), 'input-invalid');
	assert.deepEqual(desk.calls, []);
});

test('without a service and without leave to start one, that is the problem', async t => {
	assert.equal(nameOf(await connectDesk(clientOptions(await newFolder(t)))), 'service-missing');
});

test('a login that is no agent is refused', async t => {
	const {connect} = await served(t);
	assert.equal(nameOf(await connect({login: 'mallory'})), 'not-an-agent');
});

test('another version is refused with both versions, but may ask the status and stop', async t => {
	const {connect, service} = await served(t);
	const refused = await connect({version: '2'});
	assert.deepEqual(refused, {
		ok: false,
		problem: {name: 'service-version', details: {version: '1', client: '2'}},
	});
	const client = taken(await connect({version: '2', anyVersion: true}));
	assert.equal(nameOf(await client.me()), 'service-version');
	assert.equal(nameOf(await client.status()), 'ok');
	assert.equal(nameOf(await client.stop()), 'ok');
	await service.ended;
});

test('stop finishes running calls, tells the clients and removes the socket', async t => {
	const {folder, connect, desk, service} = await served(t);
	const client = taken(await connect());
	const pushes = pushesOf(client);
	const release = desk.hold();
	const running = client.me();
	while (desk.calls.length === 0) {
		await sleep(5);
	}
	const stopped = service.stop();
	await sleep(20);
	release();
	assert.equal(nameOf(await running), 'ok');
	await stopped;
	assert.ok(desk.stopped());
	const lost = await pushes.until(isConnection('lost'));
	assert.equal(lost.kind === 'connection' && lost.problem?.details['reason'], 'stopped');
	await assert.rejects(stat(runPaths(folder).socket), {code: 'ENOENT'});
});

test('the socket is for the group, the folder of proofs for everybody', async t => {
	const {folder} = await served(t);
	assert.equal((await stat(runPaths(folder).socket)).mode & 0o7777, 0o660);
	assert.equal((await stat(runPaths(folder).who)).mode & 0o7777, 0o1733);
});

test('a client waits for the return of a service that was stopped, and says who is present', async t => {
	const first = await served(t);
	const client = taken(await first.connect());
	const pushes = pushesOf(client);
	await client.present(number, true);
	await first.service.stop();
	const waiting = client.me();
	const second = await served(t, {dataFolder: first.folder});
	assert.equal(nameOf(await waiting), 'ok');
	await pushes.until(isConnection('back'));
	assert.deepEqual(
		second.desk.calls.filter(([, name]) => name === 'present'),
		[['anna', 'present', number, true]],
	);
});

test('a service that comes back in another version ends the connection for good', async t => {
	const first = await served(t);
	const client = taken(await first.connect());
	const pushes = pushesOf(client);
	await first.service.stop();
	await served(t, {dataFolder: first.folder, version: '2'});
	const ended = await pushes.until(isConnection('ended'));
	assert.equal(ended.kind === 'connection' && ended.problem?.name, 'service-version');
	assert.equal(nameOf(await client.me()), 'service-version');
});

test('a call gives up when the service stays away, and what may be done once is not kept', async t => {
	const {connect, service, desk} = await served(t, {drainMs: 50});
	const client = taken(await connect({waitMs: 100}));
	const pass = client.importNow(null);
	while (desk.calls.length === 0) {
		await sleep(5);
	}
	// The import never answers: the end waits for it for a while, then goes on.
	void service.stop();
	assert.deepEqual(await pass, fail('connection-lost', {reason: 'uncertain'}));
	assert.equal(nameOf(await client.me()), 'connection-lost');
});

test('close ends at once, also while the service is away', async t => {
	const {connect, service} = await served(t);
	const client = taken(await connect());
	await service.stop();
	const waiting = client.me();
	await client.close();
	assert.equal(nameOf(await waiting), 'connection-lost');
	assert.equal(nameOf(await client.me()), 'connection-lost');
});

test('a stale socket is replaced', async t => {
	const folder = await newFolder(t);
	const first = await served(t, {dataFolder: folder});
	await first.service.stop();
	await writeFile(runPaths(folder).socket, '');
	const second = await served(t, {dataFolder: folder});
	assert.equal(nameOf(await second.connect()), 'ok');
});

test('a data folder with a path too long for a socket address works', async t => {
	const folder = join(await newFolder(t), 'long-'.repeat(30));
	await mkdir(folder);
	const {connect} = await served(t, {dataFolder: folder});
	assert.equal(nameOf(await taken(await connect()).me()), 'ok');
});

test('the service ends with its last client, or when idle without accounts', async t => {
	const demo = await served(t, {endWithLastClient: true});
	const client = taken(await demo.connect());
	const other = taken(await demo.connect({login: 'ben'}));
	await client.close();
	await sleep(30);
	assert.deepEqual(demo.service.clients(), ['ben']);
	await other.close();
	await demo.service.ended;

	const idle = await served(t, {idleExitMs: 20});
	await idle.service.ended;

	let accounts = true;
	const awake = await served(t, {idleExitMs: 20, stayAwake: () => accounts});
	await sleep(100);
	assert.equal(awake.desk.stopped(), false);
	accounts = false;
	await awake.service.ended;
});
