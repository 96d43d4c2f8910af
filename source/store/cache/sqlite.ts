import {rmSync, statfsSync} from 'node:fs';
import {dirname} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';

const load = (): typeof import('node:sqlite') => {
	const {emitWarning} = process;
	// Node 22 warns on stderr that the module is experimental, which would land in the screen.
	process.emitWarning = (() => undefined) as typeof process.emitWarning;
	try {
		return process.getBuiltinModule('node:sqlite');
	} finally {
		process.emitWarning = emitWarning;
	}
};

/** Opens a database of `node:sqlite` without its ExperimentalWarning. Throws what SQLite throws. */
export const openDatabase = (path: string): DatabaseSync => new (load().DatabaseSync)(path);

/** The path of a database that is nowhere but in memory. */
export const memoryPath = ':memory:';

/** Removes a database's file and those that SQLite lays beside it; one in memory has none. */
export const removeDatabase = (path: string): void => {
	if (path === memoryPath) return;
	for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, {force: true});
};

/** SQLITE_CORRUPT and SQLITE_NOTADB: only a new file helps. */
export const isDamage = (error: unknown): boolean =>
	error instanceof Error && 'errcode' in error && (error.errcode === 11 || error.errcode === 26);

/** What SQLite maps to share a database between processes, and a page of its journal. */
const leastRoom = 64 * 1024;

/** SQLITE_FULL; on a disk without room also SQLITE_IOERR: then the file is not to blame. */
export const isForRoom = (error: unknown, path: string): boolean => {
	if (!(error instanceof Error && 'errcode' in error)) return false;
	const code = Number(error.errcode) & 0xff;
	if (code !== 10 || path === memoryPath) return code === 13;
	const {bavail, bsize} = statfsSync(dirname(path));
	return bavail * bsize < leastRoom;
};
