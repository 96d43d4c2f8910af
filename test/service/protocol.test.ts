import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {served} from './room.ts';
import {greet, hello, reasonOf, stranger} from './stranger.ts';

test('a greeting that is no frame closes the connection with a reason', async t => {
	const {folder} = await served(t);
	const client = stranger(folder);
	client.socket.write('GET / HTTP/1.1\r\n\r\n');
	assert.equal(reasonOf(await client.next('bye')), 'frame-too-large');
	await sleep(20);
	assert.ok(client.closed());
});

test('a greeting above 64 kB is refused, a call of that size is not', async t => {
	const {folder} = await served(t);
	const large = stranger(folder);
	large.send(hello({version: 'x'.repeat(70_000)}));
	assert.equal(reasonOf(await large.next('bye')), 'frame-too-large');
	const client = await greet(folder);
	client.send({kind: 'call', id: 1, call: 'upload', args: ['a']}, new Uint8Array(100_000));
	const answer = await client.next('answer');
	assert.deepEqual(answer?.kind === 'answer' && answer.result, {
		ok: true,
		value: {name: 'a', size: 100_000},
	});
});

test('a call above 48 MB closes the connection before it is read', async t => {
	const {folder} = await served(t);
	const client = await greet(folder);
	const header = Buffer.alloc(8);
	header.writeUInt32BE(49 * 1024 * 1024, 0);
	client.socket.write(header);
	assert.equal(reasonOf(await client.next('bye')), 'frame-too-large');
});

test('broken JSON after the greeting closes the connection and leaves other clients alone', async t => {
	const {folder} = await served(t);
	const other = await greet(folder, 'ben');
	const client = await greet(folder);
	client.socket.write(Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0x7b]));
	assert.equal(reasonOf(await client.next('bye')), 'frame-malformed');
	other.send({kind: 'call', id: 1, call: 'me', args: []});
	assert.ok(await other.next('answer'));
});

test('what is JSON but no message closes the connection', async t => {
	const {folder} = await served(t);
	for (const json of [null, 7, [], {kind: 'call'}, {kind: 'call', id: '1', call: 'me', args: []}]) {
		const client = await greet(folder);
		client.send(json);
		assert.equal(reasonOf(await client.next('bye')), 'frame-malformed', JSON.stringify(json));
	}
});

test('a call before the greeting is over is refused', async t => {
	const {folder, desk} = await served(t);
	const client = stranger(folder);
	client.send(hello());
	await client.next('challenge');
	client.send({kind: 'call', id: 1, call: 'me', args: []});
	assert.equal(reasonOf(await client.next('bye')), 'out-of-turn');
	assert.deepEqual(desk.calls, []);
});

test('an unknown call is a problem and the connection stays', async t => {
	const {folder} = await served(t);
	const client = await greet(folder);
	for (const call of ['nonsense', 'on', 'close', 'constructor', '__proto__']) {
		client.send({kind: 'call', id: 1, call, args: []});
	}
	client.send({kind: 'call', id: 2, call: 'me', args: []});
	for (;;) {
		const answers = client.messages.filter(message => message.kind === 'answer');
		if (answers.some(answer => answer.id === 2)) {
			const refused = answers.filter(answer => answer.id === 1);
			assert.equal(refused.length, 5);
			assert.ok(refused.every(({result}) => !result.ok && result.problem.name === 'input-invalid'));
			return;
		}
		await sleep(5);
	}
});

test('a client that does not read is disconnected and told so', async t => {
	const outletLimits = {slowBytes: 100_000, slowMs: 50, mostBytes: 50_000_000};
	const {folder, desk} = await served(t, {outletLimits});
	const slow = await greet(folder);
	const quick = await greet(folder, 'ben');
	slow.socket.pause();
	for (let count = 0; count < 200; count++) {
		desk.push({kind: 'ticket', number: '1'.repeat(10_000), revision: count});
		await sleep(2);
	}
	slow.socket.resume();
	assert.equal(reasonOf(await slow.next('bye')), 'slow-reader');
	assert.ok(slow.messages.length < 200);
	assert.equal(quick.messages.filter(message => message.kind === 'push').length, 200);
});

test('calls of a client that reads no answers are not read either', async t => {
	const outletLimits = {slowBytes: 100_000, slowMs: 60_000, mostBytes: 1e9};
	const {folder, desk} = await served(t, {outletLimits});
	const client = await greet(folder);
	client.socket.pause();
	for (let id = 0; id < 2000; id++) {
		client.send({kind: 'call', id, call: 'ticket', args: ['202611230001']});
	}
	await sleep(200);
	const taken = desk.calls.length;
	assert.ok(taken < 1500, `${taken} of 2000 calls taken`);
	client.socket.resume();
	while (desk.calls.length < 2000) {
		await sleep(5);
	}
});

test('a greeting that stays away is ended', async t => {
	const {folder} = await served(t, {greetingMs: 50});
	const client = stranger(folder);
	assert.equal(reasonOf(await client.next('bye')), 'greeting-too-slow');
});

test('one connection is one client, however often it greets', async t => {
	const {folder, desk} = await served(t);
	const client = stranger(folder);
	client.send(hello());
	await client.next('challenge');
	client.send(hello());
	assert.equal(reasonOf(await client.next('bye')), 'out-of-turn');
	assert.deepEqual(desk.calls, []);
});
