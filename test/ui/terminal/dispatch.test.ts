import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {mock, test} from 'node:test';
import {createDispatch} from '../../../source/ui/terminal/dispatch.ts';
import {keyName} from '../../../source/ui/terminal/key.ts';

const begin = (options: {kitty?: boolean} = {}) => {
	const raw: boolean[] = [];
	const written: string[] = [];
	const keys: string[] = [];
	let hangups = 0;
	const stdin = Object.assign(new PassThrough(), {
		setRawMode: (isRaw: boolean) => raw.push(isRaw),
	});
	const dispatch = createDispatch({
		...options,
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
	const desk = begin();
	desk.stdin.write('jjk\u001B[B');
	await turn();
	assert.deepEqual(desk.keys, ['j', 'j', 'k', 'down']);
	desk.dispatch.close();
});

test('raw mode and bracketed paste are set, and restored by close', () => {
	const desk = begin();
	desk.dispatch.close();
	desk.dispatch.close();
	assert.deepEqual(desk.raw, [true, false]);
	assert.deepEqual(desk.written, ['\u001B[?2004h', '\u001B[?2004l']);
});

test('the kitty protocol is asked for only on wish', () => {
	const desk = begin({kitty: true});
	desk.dispatch.close();
	assert.deepEqual(desk.written, ['\u001B[?2004h\u001B[>1u', '\u001B[<u\u001B[?2004l']);
});

test('a lone Escape comes after its hold without further input', async () => {
	mock.timers.enable({apis: ['setTimeout', 'Date']});
	const desk = begin();
	desk.stdin.write('\u001B');
	await turn();
	mock.timers.tick(99);
	await turn();
	assert.deepEqual(desk.keys, []);
	mock.timers.tick(1);
	await turn();
	assert.deepEqual(desk.keys, ['escape']);
	desk.dispatch.close();
	mock.timers.reset();
});

test('while paused keys are left alone, and resume takes the terminal back', async () => {
	const desk = begin();
	desk.dispatch.pause();
	assert.equal(desk.stdin.isPaused(), true);
	assert.equal(desk.stdin.listenerCount('data'), 0);
	desk.dispatch.resume();
	desk.stdin.write('x');
	await turn();
	assert.deepEqual(desk.keys, ['x']);
	assert.deepEqual(desk.raw, [true, false, true]);
	desk.dispatch.close();
});

test('the end of the stream is one hang-up', async () => {
	const desk = begin();
	desk.stdin.end();
	await turn();
	await turn();
	desk.stdin.destroy(new Error('EIO'));
	await turn();
	assert.equal(desk.hangups(), 1);
	desk.dispatch.close();
});

test('an error of the stream is a hang-up and does not throw', async () => {
	const desk = begin();
	desk.stdin.destroy(new Error('read EIO'));
	await turn();
	assert.equal(desk.hangups(), 1);
	desk.dispatch.close();
});

test('closing is no hang-up', async () => {
	const desk = begin();
	desk.dispatch.close();
	desk.stdin.destroy();
	await turn();
	assert.equal(desk.hangups(), 0);
});
