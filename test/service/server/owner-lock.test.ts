import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {takeOwnerLock} from '../../../source/service/server/owner-lock.ts';
import {newFolder, taken} from '../room.ts';

const child = fileURLToPath(new URL('../lock-child.ts', import.meta.url));

/** A process that tries to become the owner; resolves with what it says first. */
const starter = async (folder: string, waitMs: number): Promise<[ChildProcess, string]> => {
	const process_ = spawn(process.execPath, [child, folder, String(waitMs)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [line] = await once(process_.stdout, 'data');
	return [process_, String(line).trim()];
};

const end = async (process_: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
	if (process_.exitCode === null && process_.signalCode === null) {
		process_.kill(signal);
		await once(process_, 'exit');
	}
};

test('a second owner is refused until the first one lets go', async t => {
	const dataFolder = await newFolder(t);
	const first = taken(await takeOwnerLock({dataFolder, waitMs: 0}));
	const second = await takeOwnerLock({dataFolder, waitMs: 50});
	assert.equal(second.ok ? '' : second.problem.name, 'service-busy');
	first.release();
	taken(await takeOwnerLock({dataFolder, waitMs: 0})).release();
});

test('of ten starters exactly one becomes the owner, in five rounds', async t => {
	const dataFolder = await newFolder(t);
	for (let round = 0; round < 5; round++) {
		const starters = await Promise.all(Array.from({length: 10}, () => starter(dataFolder, 300)));
		const words = starters.map(([, word]) => word).sort();
		assert.deepEqual(words, ['owner', ...Array.from({length: 9}, () => 'service-busy')]);
		await Promise.all(starters.map(([process_]) => end(process_, 'SIGKILL')));
	}
});

test('the lock of a killed owner is free at once', async t => {
	const dataFolder = await newFolder(t);
	const [owner, word] = await starter(dataFolder, 0);
	assert.equal(word, 'owner');
	await end(owner, 'SIGKILL');
	taken(await takeOwnerLock({dataFolder, waitMs: 0})).release();
});

test('a stopped owner keeps the lock', async t => {
	const dataFolder = await newFolder(t);
	const [owner] = await starter(dataFolder, 0);
	owner.kill('SIGSTOP');
	const second = await takeOwnerLock({dataFolder, waitMs: 100});
	assert.equal(second.ok ? '' : second.problem.name, 'service-busy');
	await end(owner, 'SIGKILL');
});

test('a network file system is refused unless allowed', async t => {
	const dataFolder = await newFolder(t);
	const fileSystemType = async () => 0x6969;
	const refused = await takeOwnerLock({dataFolder, fileSystemType});
	assert.deepEqual(refused, {
		ok: false,
		problem: {name: 'network-file-system', details: {path: dataFolder, type: 'NFS'}},
	});
	const options = {dataFolder, fileSystemType, allowNetworkFileSystem: true};
	taken(await takeOwnerLock(options)).release();
});

test('a lock file that cannot be opened says where', async t => {
	const dataFolder = await newFolder(t);
	await mkdir(join(dataFolder, 'run/owner.lock'), {recursive: true});
	const refused = await takeOwnerLock({dataFolder, waitMs: 0});
	assert.equal(refused.ok ? '' : refused.problem.name, 'data-unwritable');
});

test('the lock file is for its owner alone and its folder for the group', async t => {
	const dataFolder = await newFolder(t);
	const lock = taken(await takeOwnerLock({dataFolder}));
	assert.equal((await stat(join(dataFolder, 'run/owner.lock'))).mode & 0o777, 0o600);
	assert.equal((await stat(join(dataFolder, 'run'))).mode & 0o777, 0o710);
	// No journal beside it, which a full disk would refuse.
	assert.deepEqual(await readdir(join(dataFolder, 'run')), ['owner.lock', 'service.pid']);
	lock.release();
});
