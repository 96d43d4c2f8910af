import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {openRoom} from '../program/room.ts';
import {receiveOne} from './raw-mail.ts';

test('commands that meet a stopped service name it and what to do, and do nothing', async t => {
	const room = await openRoom(t, 'en');
	const number = await receiveOne(room, 'a');
	const pid = await room.servicePid();
	process.kill(pid, 'SIGSTOP');
	t.after(() => spawnSync('kill', ['-CONT', `${pid}`]));
	const answers = await Promise.all([
		room.raute(['comment', number], 'once'),
		room.raute(['comment', number, '--lang', 'de'], 'einmal'),
		room.raute(['stop']),
		room.raute(['status']),
	]);
	for (const {code, err} of answers) {
		assert.equal(code, 75, err);
		for (const part of [`${pid}`, `kill -CONT ${pid}`, `kill -9 ${pid}`]) {
			assert.ok(err.includes(part), err);
		}
	}
	assert.match(answers[1]?.err ?? '', /Der Dienst \(Prozess \d+\) antwortet nicht\./u);
	process.kill(pid, 'SIGCONT');
	await room.mustRaute(['comment', number], 'again');
	const {comments} = await room.show(number);
	assert.deepEqual(
		comments.map(({text}) => text.trim()),
		['again'],
	);
});

test('when the service is said to have ended, its process is gone', async t => {
	const room = await openRoom(t, 'en');
	await room.mustRaute(['list']);
	const pid = await room.servicePid();
	await room.mustRaute(['stop']);
	assert.throws(() => process.kill(pid, 0), {code: 'ESRCH'});
});
