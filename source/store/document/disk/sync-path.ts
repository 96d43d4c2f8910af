import {open} from 'node:fs/promises';

/** Syncs a file, or a folder and so the names in it. Rejects with the system's error. */
export const syncPath = async (path: string): Promise<void> => {
	const handle = await open(path, 'r');
	await handle.sync().finally(() => handle.close());
};
