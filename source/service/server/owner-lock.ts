import {chmodSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import {setTimeout as sleep} from 'node:timers/promises';
import {fail, ok, type Result} from '../../domain/result.ts';
import {forgetOwner, tellOwner} from '../owner-pid.ts';
import {makeRunFolder, runPaths} from '../run-folder.ts';
import {networkFileSystem} from './network-file-system.ts';

export type OwnerLock = {release(): void};

type OwnerLockOptions = {
	readonly dataFolder: string;
	/** How long to try while another process holds it, in milliseconds. */
	readonly waitMs?: number;
	readonly allowNetworkFileSystem?: boolean;
	/** For tests: `f_type` of a folder. */
	readonly fileSystemType?: (folder: string) => Promise<number>;
};

const sqliteBusy = 5;
const sqliteFull = 13;

/** SQLite's primary result code; what it was about stands above it. */
const errorNumber = (error: unknown): number =>
	typeof error === 'object' && error !== null && 'errcode' in error
		? Number(error.errcode) & 0xff
		: 0;

/** No room, or a folder that may not be written: by the system's code, else in SQLite's words. */
const lockProblem = (error: unknown, path: string): Result<never> => {
	const {code, message} = error as NodeJS.ErrnoException;
	const isFull = code === 'ENOSPC' || code === 'EDQUOT' || errorNumber(error) === sqliteFull;
	if (isFull) return fail('disk-full', {path});
	return fail('data-unwritable', {
		path,
		code: errorNumber(error) > 0 ? message : (code ?? message),
	});
};

/** One try: the open connection that holds the lock, or null while another process has it. */
const tryLock = (file: string): DatabaseSync | null => {
	const database = new DatabaseSync(file, {timeout: 0});
	try {
		// Nothing is written: without a journal file the lock can be taken on a full disk too.
		database.exec('PRAGMA journal_mode=MEMORY; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
		return database;
	} catch (error) {
		database.close();
		if (errorNumber(error) === sqliteBusy) return null;
		throw error;
	}
};

/**
 * SQLite's way from shared to exclusive can turn every one of several starters away at the same
 * moment; a second try at a random time decides it.
 */
const lockWithin = async (file: string, waitMs: number): Promise<DatabaseSync | null> => {
	const until = performance.now() + waitMs;
	for (;;) {
		const database = tryLock(file);
		if (database || performance.now() >= until) return database;
		await sleep(10 + Math.random() * 40);
	}
};

/**
 * Makes this process the only owner of a data folder. The lock is the kernel's (fcntl through
 * SQLite), so it ends with the process however that ends. The process must never open
 * `run/owner.lock` otherwise: closing any descriptor of it would give the lock up (POSIX).
 * Problems: `service-busy` (another process is the owner), `network-file-system`, `disk-full`,
 * `data-unwritable`.
 */
export const takeOwnerLock = async ({
	dataFolder,
	waitMs = 2000,
	allowNetworkFileSystem = false,
	fileSystemType,
}: OwnerLockOptions): Promise<Result<OwnerLock>> => {
	const {lock} = runPaths(dataFolder);
	try {
		await makeRunFolder(dataFolder);
		const network = allowNetworkFileSystem
			? null
			: await networkFileSystem(dataFolder, fileSystemType);
		if (network) return fail('network-file-system', {path: dataFolder, type: network});
		const database = await lockWithin(lock, waitMs);
		if (!database) return fail('service-busy', {path: dataFolder});
		chmodSync(lock, 0o600);
		tellOwner(dataFolder);
		const release = () => {
			forgetOwner(dataFolder);
			database.close();
		};
		return ok({release});
	} catch (error) {
		return lockProblem(error, dataFolder);
	}
};
