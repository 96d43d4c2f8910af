import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openEmptyFolder} from '../folder.ts';

const child = fileURLToPath(new URL('./word-child.ts', import.meta.url));

/** What a process says that uses a thread of words in this way; it has to come to its end by itself. */
const said = (way: 'close' | 'leave', folder: string): string =>
	execFileSync(process.execPath, [child, way, join(folder, 'words.sqlite')], {
		encoding: 'utf8',
		timeout: 30_000,
	});

test('closing waits for answers that are on their way, and for the thread', t => {
	const {folder, remove} = openEmptyFolder();
	t.after(remove);
	assert.equal(said('close', folder), 'answered\nclosed\n');
});

test('an idle thread keeps no process alive', t => {
	const {folder, remove} = openEmptyFolder();
	t.after(remove);
	assert.equal(said('leave', folder), 'answered\n');
});
