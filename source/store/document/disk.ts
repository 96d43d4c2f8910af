import {link, mkdir, open, rename, unlink} from 'node:fs/promises';
import type {Checkpoint} from '../../domain/clock.ts';

/** The operations that writing is made of: a seam for tests of a failing disk. */
export type Disk = {
	readonly open: typeof open;
	readonly rename: typeof rename;
	readonly link: typeof link;
	readonly unlink: typeof unlink;
	readonly mkdir: typeof mkdir;
};

export const nodeDisk: Disk = {open, rename, link, unlink, mkdir};

/** Modes of new folders and files. */
export type Modes = {readonly folder: number; readonly file: number};

/** For one account that owns everything; others get in through the service only. */
export const privateModes: Modes = {folder: 0o700, file: 0o600};

/** What every write needs to know. */
export type Workshop = {
	readonly disk: Disk;
	readonly modes: Modes;
	readonly checkpoint: Checkpoint;
	/** Temporary files of running writes, so that `check` does not take them for strays. */
	readonly running: Set<string>;
};
