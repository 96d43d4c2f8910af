import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {closeSync, existsSync, openSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Call} from '../../source/cli/command.ts';
import {printJson} from '../../source/cli/output/json.ts';
import {writeBytes} from '../../source/cli/output/write-bytes.ts';

const launcher = fileURLToPath(new URL('../../source/cli/raute', import.meta.url));

test('output that the disk had no room for is no success', {skip: !existsSync('/dev/full')}, t => {
	const full = openSync('/dev/full', 'w');
	t.after(() => closeSync(full));
	const {status, stderr} = spawnSync(launcher, ['--lang', 'en', 'where'], {
		stdio: ['ignore', full, 'pipe'],
		encoding: 'utf8',
	});
	assert.equal(status, 75);
	assert.match(stderr, /^raute: The disk is full/u);
});

/** An output that is a terminal or not, and all that was written to it. */
const outputTo = (isTTY: boolean) => {
	const written: Uint8Array[] = [];
	const write = (part: string | Uint8Array, done?: () => void) => {
		written.push(Buffer.from(part));
		done?.();
	};
	const print = (line: string) => write(line);
	const call = {stdout: {isTTY, write}, print} as unknown as Call;
	return {call, bytes: () => Buffer.concat(written)};
};

test('a mail as it came moves no cursor where a terminal shows it, and keeps its bytes elsewhere', async () => {
	const mail = Buffer.from('Subject: a\r\n\r\n\u001B]0;title\u0007 \u009B2J grün');
	const piped = outputTo(false);
	await writeBytes(piped.call, mail);
	assert.deepEqual(piped.bytes(), mail);
	const shown = outputTo(true);
	await writeBytes(shown.call, mail);
	assert.equal(shown.bytes().toString(), 'Subject: a\n\n]0;title 2J grün');
});

test('JSON says what no terminal obeys', () => {
	const subject = 'a\u001B[2J\u009B2J\u202Eb\u007F grün 👩‍🚀';
	const {call, bytes} = outputTo(true);
	printJson(call, {subject});
	assert.doesNotMatch(bytes().toString(), /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202E]/u);
	assert.deepEqual(JSON.parse(bytes().toString()), {subject});
});
