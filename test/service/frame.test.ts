import assert from 'node:assert/strict';
import {test} from 'node:test';
import {encodeFrame, type Frame, FrameReader} from '../../source/service/frame.ts';

const limit = 1_000_000;

/** Feeds the bytes in pieces of these lengths and gives back the frames. */
const readIn = (bytes: Uint8Array, lengths: () => number): Frame[] => {
	const frames: Frame[] = [];
	const reader = new FrameReader(limit, frame => frames.push(frame));
	for (let at = 0; at < bytes.length; ) {
		const end = at + Math.max(1, lengths());
		assert.equal(reader.feed(bytes.subarray(at, end)), null);
		at = end;
	}
	return frames;
};

const samples: readonly Frame[] = [
	{json: {kind: 'call', text: 'Grüße 🌍\n'}, bytes: null},
	{json: [], bytes: new Uint8Array()},
	{json: null, bytes: Uint8Array.of(0, 255, 10)},
	{json: {long: 'x'.repeat(70_000)}, bytes: new Uint8Array(100_000).fill(9)},
	{json: 1, bytes: null},
];

const stream = Buffer.concat(samples.map(({json, bytes}) => encodeFrame(json, bytes)));

test('frames come out whole, however the stream is cut', () => {
	for (let round = 0; round < 200; round++) {
		const most = 2 ** Math.floor(Math.random() * 18);
		const frames = readIn(stream, () => Math.ceil(Math.random() * most));
		assert.deepEqual(frames, samples, `pieces of up to ${most} bytes`);
	}
});

test('frames come out of single bytes and of one piece', () => {
	const short = encodeFrame({a: 1}, Uint8Array.of(1));
	assert.equal(readIn(short, () => 1).length, 1);
	assert.deepEqual(
		readIn(stream, () => stream.length),
		samples,
	);
});

test('no bytes and empty bytes are told apart', () => {
	const [none, empty] = readIn(
		Buffer.concat([encodeFrame(1), encodeFrame(1, new Uint8Array())]),
		() => 5,
	);
	assert.equal(none?.bytes, null);
	assert.deepEqual(empty?.bytes, new Uint8Array());
});

test('a frame above the limit is refused by its header alone', () => {
	const reader = new FrameReader(100, () => assert.fail('no frame expected'));
	const header = encodeFrame('x'.repeat(99)).subarray(0, 8);
	assert.equal(reader.feed(header), 'frame-too-large');
});

test('bytes count for the limit too', () => {
	const reader = new FrameReader(100, () => assert.fail('no frame expected'));
	assert.equal(reader.feed(encodeFrame(1, new Uint8Array(100))), 'frame-too-large');
});

test('what is no JSON is malformed', () => {
	const reader = new FrameReader(limit, () => assert.fail('no frame expected'));
	const frame = Buffer.from(encodeFrame({a: 1}));
	frame[8] = 0x7d;
	assert.equal(reader.feed(frame), 'frame-malformed');
});

test('random bytes are a fault or wait for more, and never throw', () => {
	for (let round = 0; round < 500; round++) {
		const reader = new FrameReader(limit, () => undefined);
		const noise = Uint8Array.from({length: 64}, () => Math.floor(Math.random() * 256));
		assert.doesNotThrow(() => reader.feed(noise));
	}
});

test('bytes of a frame do not change with the network buffer', () => {
	const frames: Frame[] = [];
	const reader = new FrameReader(limit, frame => frames.push(frame));
	const chunk = Buffer.from(encodeFrame(1, Uint8Array.of(1, 2, 3)));
	reader.feed(chunk);
	chunk.fill(0);
	assert.deepEqual(frames[0]?.bytes, Uint8Array.of(1, 2, 3));
});
