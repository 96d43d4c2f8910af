import assert from 'node:assert/strict';
import {
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {writeDurably} from '../../source/cli/write-durably.ts';

const newFolder = (t: TestContext): string => {
	const folder = mkdtempSync(join(tmpdir(), 'raute-write-'));
	t.after(() => rmSync(folder, {recursive: true}));
	return folder;
};

test('a file is written into a folder that was missing, and over what was there', t => {
	const file = join(newFolder(t), 'a', 'b', 'look.json');
	writeDurably(file, 'one');
	writeDurably(file, 'two');
	assert.equal(readFileSync(file, 'utf8'), 'two');
	assert.equal(lstatSync(file).mode & 0o777, 0o600);
});

test('what cannot be written leaves nothing behind', t => {
	const folder = newFolder(t);
	mkdirSync(join(folder, 'look.json', 'full'), {recursive: true});
	assert.throws(() => writeDurably(join(folder, 'look.json'), 'x'));
	assert.deepEqual(readdirSync(folder), ['look.json']);
});

test('a link to a file that is kept elsewhere stays one', t => {
	const folder = newFolder(t);
	const kept = join(folder, 'kept.json');
	const link = join(folder, 'look.json');
	writeDurably(kept, 'one');
	symlinkSync('kept.json', link);
	writeDurably(link, 'two');
	assert.ok(lstatSync(link).isSymbolicLink());
	assert.equal(readFileSync(kept, 'utf8'), 'two');
});
