import type {Checkpoint} from '../../../domain/clock.ts';
import type {Stamp} from '../../shelf.ts';
import {type Disk, fileMode} from './disk.ts';

/** A file to be written. `temp` is a name nobody else uses, in the folder of `path`. */
export type DurableFile = {
	readonly temp: string;
	readonly path: string;
	readonly content: string | Uint8Array;
	/** Refuse where there is a file already. */
	readonly create: boolean;
};

export type Tools = {readonly disk: Disk; readonly checkpoint: Checkpoint};

const fill = async (
	{disk, checkpoint}: Tools,
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
 * Writes a file that is afterwards there whole or not at all: temporary file in the same folder,
 * fsync, then rename, or with `create` a hard link, which fails when the name is taken. The folder
 * itself is not synced here. Rejects with the disk's error; then nothing has changed.
 */
export const durableWrite = async (
	tools: Tools,
	{temp, path, content, create}: DurableFile,
): Promise<Stamp> => {
	const {disk, checkpoint} = tools;
	try {
		const stamp = await fill(tools, temp, content);
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
	}
};

/** Makes the names in a folder durable. Rejects with the disk's error. */
export const durableNames = async ({disk, checkpoint}: Tools, folder: string): Promise<void> => {
	const file = await disk.open(folder, 'r');
	try {
		await disk.sync(file);
	} finally {
		disk.close(file);
	}
	checkpoint('store.directory-synced');
};
