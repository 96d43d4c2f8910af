import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {messageSigner} from '../../source/cli/message-key.ts';
import {must, problemOf} from '../result.ts';

const newFolder = async (t: TestContext): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-key-'));
	t.after(() => rm(folder, {recursive: true}));
	return folder;
};

test('the secret of the Message-IDs is made once and for its owner alone', async t => {
	const folder = await newFolder(t);
	const first = must(await messageSigner(folder));
	const again = must(await messageSigner(folder));
	assert.equal(first('a'), again('a'));
	assert.equal((await stat(join(folder, 'message-id.key'))).mode & 0o777, 0o600);
});

test('a secret that was cut off by a crash is made anew: anybody could sign with none', async t => {
	const folder = await newFolder(t);
	const file = join(folder, 'message-id.key');
	await writeFile(file, '');
	const sign = must(await messageSigner(folder));
	assert.equal((await readFile(file)).length, 32);
	assert.equal(sign('a'), must(await messageSigner(folder))('a'));
});

test('a folder that cannot be written to is a problem', async t => {
	const folder = await newFolder(t);
	await writeFile(join(folder, 'file'), '');
	assert.equal(problemOf(await messageSigner(join(folder, 'file'))), 'data-unwritable');
});
