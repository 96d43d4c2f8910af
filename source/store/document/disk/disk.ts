import {closeSync, fstatSync, fsync, open, write, writeSync} from 'node:fs';
import {link, rename, unlink} from 'node:fs/promises';
import {promisify} from 'node:util';
import type {Stamp} from '../../shelf.ts';

/**
 * The operations that writing is made of: a seam for tests of a failing disk. Files are descriptors,
 * not Node's FileHandles, which cost more than the system calls.
 */
export type Disk = {
	readonly open: (path: string, flags: 'r' | 'wx', mode?: number) => Promise<number>;
	readonly write: (file: number, content: Uint8Array) => Promise<void>;
	readonly sync: (file: number) => Promise<void>;
	readonly stamp: (file: number) => Stamp;
	readonly close: (file: number) => void;
	readonly rename: (from: string, to: string) => Promise<void>;
	readonly link: (existing: string, path: string) => Promise<void>;
	readonly unlink: (path: string) => Promise<void>;
};

/** So much goes into the page cache faster than another thread can be asked to put it there. */
const smallBytes = 64 * 1024;

const writeSome = promisify(write);

/** The system may take less than it was given. */
const writeAll = async (file: number, content: Uint8Array): Promise<void> => {
	const isSmall = content.length <= smallBytes;
	for (let at = 0; at < content.length; ) {
		const part = content.subarray(at);
		at += isSmall ? writeSync(file, part) : (await writeSome(file, part)).bytesWritten;
	}
};

const stamp = (file: number): Stamp => {
	const {ino, mtimeMs, size} = fstatSync(file);
	return {inode: ino, mtime: mtimeMs, size};
};

export const nodeDisk: Disk = {
	open: promisify(open) as Disk['open'],
	write: writeAll,
	sync: promisify(fsync),
	stamp,
	close: closeSync,
	rename,
	link,
	unlink,
};

/** Modes of new folders and files: one user owns everything, others get in through the service only. */
export const folderMode = 0o700;
export const fileMode = 0o600;
