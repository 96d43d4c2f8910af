import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {mock, test} from 'node:test';
import {createDispatch} from '../../../source/ui/terminal/dispatch.ts';
import {keyName} from '../../../source/ui/terminal/key.ts';

const begin = () => {
	const raw: boolean[] = [];
	const written: string[] = [];
	const keys: string[] = [];
	let hangups = 0;
	const stdin = Object.assign(new PassThrough(), {
		setRawMode: (isRaw: boolean) => raw.push(isRaw),
	});
	const dispatch = createDispatch({
		stdin,
		stdout: {write: text => written.push(text)},
		onKey: key => keys.push(keyName(key)),
		onHangup: () => {
			hangups++;
		},
	});
	return {stdin, raw, written, keys, dispatch, hangups: () => hangups};
};

const turn = () => new Promise(resolve => setImmediate(resolve));

test('keys of one packet reach the listener one by one', async () => {
	const terminal = begin();
	terminal.stdin.write('jjk\u001B[B');
	await turn();
	assert.deepEqual(terminal.keys, ['j', 'j', 'k', 'down']);
	terminal.dispatch.close();
});

test('raw mode and bracketed paste are set, and restored by close', () => {
	const terminal = begin();
	terminal.dispatch.close();
	terminal.dispatch.close();
	assert.deepEqual(terminal.raw, [true, false]);
	assert.deepEqual(terminal.written, ['\u001B[?2004h', '\u001B[?2004l']);
});

test('a lone Escape comes after its hold without further input', async () => {
	mock.timers.enable({apis: ['setTimeout', 'Date']});
	const terminal = begin();
	terminal.stdin.write('\u001B');
	await turn();
	mock.timers.tick(99);
	await turn();
	assert.deepEqual(terminal.keys, []);
	mock.timers.tick(1);
	await turn();
	assert.deepEqual(terminal.keys, ['escape']);
	terminal.dispatch.close();
	mock.timers.reset();
});

test('while paused keys are left alone, and resume takes the terminal back', async () => {
	const terminal = begin();
	terminal.dispatch.pause();
	assert.equal(terminal.stdin.isPaused(), true);
	assert.equal(terminal.stdin.listenerCount('data'), 0);
	terminal.dispatch.resume();
	terminal.stdin.write('x');
	await turn();
	assert.deepEqual(terminal.keys, ['x']);
	assert.deepEqual(terminal.raw, [true, false, true]);
	terminal.dispatch.close();
});

test('the end of the stream is one hang-up', async () => {
	const terminal = begin();
	terminal.stdin.end();
	await turn();
	await turn();
	terminal.stdin.destroy(new Error('EIO'));
	await turn();
	assert.equal(terminal.hangups(), 1);
	terminal.dispatch.close();
});

test('an error of the stream is a hang-up and does not throw', async () => {
	const terminal = begin();
	terminal.stdin.destroy(new Error('read EIO'));
	await turn();
	assert.equal(terminal.hangups(), 1);
	terminal.dispatch.close();
});

test('closing is no hang-up', async () => {
	const terminal = begin();
	terminal.dispatch.close();
	terminal.stdin.destroy();
	await turn();
	assert.equal(terminal.hangups(), 0);
});
