import {basename, dirname, join} from 'node:path';
import {tempEnding} from '../layout.ts';
import type {Stamp} from '../shelf.ts';
import {fileMode, type Workshop} from './disk.ts';

let count = 0;

const tempPath = (path: string): string => {
	count += 1;
	return join(dirname(path), `.${basename(path)}.${process.pid}.${count}${tempEnding}`);
};

const fill = async (
	{disk, checkpoint}: Workshop,
	temp: string,
	content: string | Uint8Array,
): Promise<Stamp> => {
	const file = await disk.open(temp, 'wx', fileMode);
	try {
		checkpoint('store.temp-created');
		await disk.write(file, typeof content === 'string' ? Buffer.from(content) : content);
		checkpoint('store.temp-written');
		await disk.sync(file);
		checkpoint('store.temp-synced');
		return disk.stamp(file);
	} finally {
		disk.close(file);
	}
};

/**
 * Writes a file that is afterwards there whole or not at all: unique temporary file in the same
 * folder, fsync, then rename, or with `create` a hard link, which fails when the name is taken.
 * The folder itself is not synced here. Rejects with the disk's error; then nothing has changed.
 */
export const durableWrite = async (
	workshop: Workshop,
	path: string,
	{content, create}: {readonly content: string | Uint8Array; readonly create: boolean},
): Promise<Stamp> => {
	const {disk, checkpoint, running} = workshop;
	const temp = tempPath(path);
	running.add(temp);
	try {
		const stamp = await fill(workshop, temp, content);
		if (create) await disk.link(temp, path);
		else await disk.rename(temp, path);
		checkpoint('store.renamed');
		return stamp;
	} catch (error) {
		if (!create) await disk.unlink(temp).catch(() => undefined);
		throw error;
	} finally {
		// A temporary file that cannot be removed after the link is a stray, not a failed write.
		if (create) await disk.unlink(temp).catch(() => undefined);
		running.delete(temp);
	}
};
