import assert from 'node:assert/strict';
import {test} from 'node:test';
import {copyText} from '../../../source/ui/terminal/clipboard.ts';
import {createGoodbye} from '../../../source/ui/terminal/goodbye.ts';
import {createScrollWriter} from '../../../source/ui/terminal/scroll-writer.ts';
import {setTitle} from '../../../source/ui/terminal/title.ts';
import {createPretendTerminal} from './pretend-terminal.ts';

const sink = () => {
	const written: string[] = [];
	return {written, write: (text: string) => written.push(text)};
};

test('entering and leaving are one write each, however often they are called', () => {
	const stdout = sink();
	const goodbye = createGoodbye({stdout});
	goodbye.leave();
	goodbye.enter();
	goodbye.enter();
	goodbye.leave();
	goodbye.leave();
	assert.equal(stdout.written.length, 2);
	for (const mode of ['?2026l', '?2004l', '?25h', '?1049l', '?7h', 'r', 'm', '23;0t']) {
		assert.ok(stdout.written[1]?.includes(`\u001B[${mode}`), mode);
	}
});

test('leaving a terminal that is gone does not throw', () => {
	let isGone = false;
	const goodbye = createGoodbye({
		stdout: {
			write() {
				if (isGone) throw new Error('write EIO');
			},
		},
	});
	goodbye.enter();
	isGone = true;
	assert.doesNotThrow(() => goodbye.leave());
});

test('after the goodbye the shell is as it was, even when a late frame follows', async () => {
	const terminal = createPretendTerminal(40, 6);
	terminal.stdout.write('$ raute');
	const writer = createScrollWriter(terminal.stdout);
	const goodbye = createGoodbye({stdout: terminal.stdout, mute: () => writer.mute()});
	goodbye.enter();
	const frame = ['\u001B[?2026h', 'a\nb\nc\nd\ne\nf', '\u001B[?2026l'];
	for (const part of frame) writer.write(part);
	goodbye.leave();
	for (const part of frame) writer.write(part);
	terminal.stdout.write('!');
	await terminal.settled();
	assert.deepEqual(terminal.text(), ['$ raute!', '', '', '', '', '']);
});

test('a title cannot break out of its sequence', () => {
	const stdout = sink();
	setTitle(stdout, '(3) raute\u0007\u001B]52;c;eA==\u0007');
	assert.deepEqual(stdout.written, ['\u001B]2;(3) raute  ]52;c;eA== \u0007']);
});

test('copied text travels as base64, and too much of it does not', () => {
	const stdout = sink();
	assert.equal(copyText(stdout, 'Übelacker'), true);
	assert.equal(copyText(stdout, 'x'.repeat(80_000)), false);
	assert.deepEqual(stdout.written, ['\u001B]52;c;w5xiZWxhY2tlcg==\u0007']);
});
