import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openRoom} from '../program/room.ts';
import {receiveOne} from './raw-mail.ts';

const secret = 'Zwiebelfisch';

test('no command shows a word of a private ticket to an agent who may not see it', async t => {
	const room = await openRoom(t, 'en');
	const {raute} = room;
	for (const login of ['anna', 'ben']) await raute(['agent', 'add', login]);
	const number = await receiveOne(room, 'one', {subject: secret});
	await raute(['comment', number, '--login', 'ben'], secret);
	assert.equal((await raute(['set', number, '--private', 'on', '--login', 'ben'])).code, 0);
	const mine = await raute(['show', number, '--json', '--login', 'ben']);
	assert.ok(mine.out.includes(secret));
	const calls: readonly (readonly string[])[] = [
		['list'],
		['list', '--json'],
		['list', '--query', 'Zwiebelf'],
		['show', number],
		['show', number, '--json'],
		['show', number, '--raw', '1'],
		['search', 'Zwiebelf', '--json'],
		['outbox', '--json'],
		['quarantine', '--json'],
		['status', '--json'],
		['report', '--json'],
		['rule', 'test', '--json'],
		['set', number, '--status', 'open'],
		['export', '--address', 'kim@example.test'],
	];
	for (const args of calls) {
		const {out, err} = await raute([...args, '--login', 'anna']);
		assert.ok(!`${out}${err}`.includes(secret), `${args.join(' ')}: ${out}${err}`);
	}
	assert.equal((await raute(['set', number, '--status', 'open', '--login', 'anna'])).code, 77);
	const list = JSON.parse((await raute(['list', '--json', '--login', 'anna'])).out);
	assert.equal(list[0]?.number, number);
});

test('a login that is no agent gets exit 77 and sees nothing, whatever the command', async t => {
	const room = await openRoom(t, 'en');
	const {raute} = room;
	const number = await receiveOne(room, 'one', {subject: secret});
	const calls: readonly (readonly string[])[] = [
		['list'],
		['show', number],
		['search', secret.slice(0, 8)],
		['queue', 'list'],
		['agent', 'list'],
		['job', 'list'],
		['outbox'],
		['import'],
		['comment', number],
		['agent', 'add', 'mallory'],
	];
	for (const args of calls) {
		const {code, out, err} = await raute([...args, '--login', 'mallory'], 'x');
		assert.equal(code, 77, args.join(' '));
		assert.equal(out, '', args.join(' '));
		assert.ok(!err.includes(secret));
	}
});
