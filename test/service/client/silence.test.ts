import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Desk} from '../../../source/desk/desk.ts';
import {connectDesk} from '../../../source/service/client/client.ts';
import {openLink} from '../../../source/service/client/link.ts';
import {appliedOnDisk} from '../fake-desk.ts';
import {clientOptions, isConnection, newFolder, pushesOf, served, taken} from '../room.ts';

/** A client of a service process that may be stopped and continued by signals. */
const withProcess = async (t: TestContext, waitMs: number) => {
	const folder = await newFolder(t);
	const options = {...clientOptions(folder), login: 'anna', start: true, waitMs};
	const desk = taken(await connectDesk(options));
	const {pid} = taken(await desk.status());
	t.after(async () => {
		process.kill(pid, 'SIGCONT');
		await desk.close();
		process.kill(pid, 'SIGTERM');
	});
	/** What is said while it is stopped. */
	const busy = (reason: string) => {
		const details = {path: folder, reason, pid: String(pid)};
		return {ok: false, problem: {name: 'service-busy', details}};
	};
	return {folder, desk, busy, signal: (name: NodeJS.Signals) => process.kill(pid, name)};
};

test('a stopped service is told of, and back when it goes on', async t => {
	const {desk, busy, signal} = await withProcess(t, 60_000);
	const pushes = pushesOf(desk);
	signal('SIGSTOP');
	const status = desk.status();
	const lost = await pushes.until(isConnection('lost'));
	assert.deepEqual(lost.kind === 'connection' && lost.problem, busy('silent').problem);
	signal('SIGCONT');
	await pushes.until(isConnection('back'));
	assert.ok((await status).ok);
	assert.equal(pushes.all.length, 2);
});

test('calls of a stopped service end with a problem after the bound', async t => {
	const {desk, busy, signal} = await withProcess(t, 2000);
	signal('SIGSTOP');
	const answers = await Promise.all([desk.status(), desk.importNow(null)]);
	assert.deepEqual(answers, [busy('unanswered'), busy('unanswered')]);
	signal('SIGCONT');
	assert.ok((await desk.status()).ok);
});

test('a client that comes to a stopped service is told that it is busy', async t => {
	const {folder, busy, signal} = await withProcess(t, 2000);
	signal('SIGSTOP');
	const link = await openLink({dataFolder: folder, version: '1', login: 'anna', greetingMs: 300});
	assert.deepEqual(link, busy('silent'));
});

const star = async (desk: Desk, id: string): Promise<string> => {
	const done = await desk.perform([{id, number: '1', action: 'star', input: null}]);
	return done.ok ? 'done' : done.problem.name;
};

test('what was given up is not done when the service goes on, and may be repeated', async t => {
	const {folder, desk, signal} = await withProcess(t, 4000);
	const leaving = taken(
		await connectDesk({...clientOptions(folder), login: 'ben', waitMs: 60_000}),
	);
	assert.equal(await star(desk, 'before'), 'done');
	signal('SIGSTOP');
	const left = star(leaving, 'left');
	assert.equal(await star(desk, 'given-up'), 'service-busy');
	await leaving.close();
	assert.equal(await left, 'connection-lost');
	await sleep(1000);
	signal('SIGCONT');
	assert.equal(await star(desk, 'again'), 'done');
	await sleep(200);
	assert.deepEqual(appliedOnDisk(folder), ['before', 'again']);
});

test('what is still waited for is done when the service goes on', async t => {
	const {folder, desk, signal} = await withProcess(t, 60_000);
	signal('SIGSTOP');
	const done = star(desk, 'waited');
	await sleep(5000);
	signal('SIGCONT');
	assert.equal(await done, 'done');
	assert.deepEqual(appliedOnDisk(folder), ['waited']);
});

test('a call that takes longer than the bound is waited for while the service lives', async t => {
	const {desk, connect} = await served(t);
	const client = taken(await connect({waitMs: 2000}));
	const pushes = pushesOf(client);
	const release = desk.hold();
	const me = client.me();
	await sleep(4000);
	release();
	assert.ok((await me).ok);
	assert.deepEqual(pushes.all, []);
});

test('a connection that ends before anybody listens to it is told as ended', async t => {
	const {folder, service} = await served(t);
	const link = taken(await openLink({dataFolder: folder, version: '1', login: 'anna'}));
	await service.stop();
	await sleep(50);
	const ended = Promise.withResolvers<unknown>();
	link.listen({onSign: () => undefined, onMessage: () => undefined, onEnd: ended.resolve});
	assert.deepEqual(await ended.promise, {name: 'connection-lost', details: {reason: 'stopped'}});
});

test('what a service says before anybody listens is not lost', async t => {
	const {folder, desk} = await served(t);
	const link = taken(await openLink({dataFolder: folder, version: '1', login: 'anna'}));
	t.after(() => link.close());
	desk.push({kind: 'settings'});
	await sleep(50);
	const messages: unknown[] = [];
	link.listen({
		onSign: () => undefined,
		onMessage: message => messages.push(message),
		onEnd: () => undefined,
	});
	assert.deepEqual(messages, [{kind: 'push', push: {kind: 'settings'}}]);
});
