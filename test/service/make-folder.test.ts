import assert from 'node:assert/strict';
import {stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {connectDesk} from '../../source/service/client/client.ts';
import {makeFolder, makeFolderNow} from '../../source/service/make-folder.ts';
import {takeOwnerLock} from '../../source/service/server/owner-lock.ts';
import {clientOptions, newFolder} from './room.ts';

/** What a service and a client that would start one say of this data folder. */
const problemsOf = async (dataFolder: string): Promise<readonly string[]> => {
	const lock = await takeOwnerLock({dataFolder, waitMs: 0});
	const client = await connectDesk({...clientOptions(dataFolder), start: true});
	return [lock, client].map(result => (result.ok ? 'ok' : result.problem.name));
};

const refused = async (dataFolder: string): Promise<void> => {
	assert.deepEqual(await problemsOf(dataFolder), ['data-unwritable', 'data-unwritable']);
};

test('missing folders are made, each with the mode, and made again without harm', async t => {
	const base = await newFolder(t);
	const path = join(base, 'a', 'b', 'c');
	await Promise.all([makeFolder(path, 0o710), makeFolder(path, 0o710), makeFolder(path, 0o710)]);
	const modes = await Promise.all(['a', 'a/b', 'a/b/c'].map(name => stat(join(base, name))));
	assert.deepEqual(
		modes.map(({mode}) => mode & 0o777),
		[0o710, 0o710, 0o710],
	);
});

const onLinux = {skip: process.platform !== 'linux' && 'needs /proc and /sys'};

test('a data folder below /proc is refused at once', onLinux, () => refused('/proc/raute/data'));

test('a data folder below /sys is refused at once', onLinux, async () => {
	// A user other than root may not even try.
	const [lock, client] = await problemsOf('/sys/raute/data');
	assert.equal(lock, 'data-unwritable');
	assert.ok(client === 'data-unwritable' || client === 'service-missing', client);
});

const fileInTheWay = async (t: TestContext): Promise<string> => {
	const file = join(await newFolder(t), 'file');
	await writeFile(file, '');
	return file;
};

test('a file in the way of the data folder is refused and stays', async t => {
	const file = await fileInTheWay(t);
	await refused(file);
	await refused(join(file, 'below'));
	assert.ok((await stat(file)).isFile());
});

test('a link to nowhere is refused', async t => {
	const link = join(await newFolder(t), 'link');
	await symlink('/nowhere/at/all', link);
	await assert.rejects(makeFolder(link, 0o700), {code: 'EEXIST'});
});

test('folders are made at once the same way', async t => {
	const path = join(await newFolder(t), 'a', 'b');
	makeFolderNow(path, 0o700);
	makeFolderNow(path, 0o700);
	assert.equal((await stat(path)).mode & 0o777, 0o700);
	const file = await fileInTheWay(t);
	assert.throws(() => makeFolderNow(join(file, 'below'), 0o700), {code: 'ENOTDIR'});
});

test('a folder below /proc is refused at once by what may not wait', onLinux, () => {
	assert.throws(() => makeFolderNow('/proc/raute/config', 0o700), {code: 'ENOENT'});
});
