import {lstat, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import * as v from 'valibot';

export const manifestName = 'backup.json';

/** What a packed snapshot holds, to be counted again after unpacking. */
export type Manifest = {readonly v: 1; readonly files: number; readonly bytes: number};

export const manifestSchema = v.object({v: v.literal(1), files: v.number(), bytes: v.number()});

/** Counts the files of a folder with everything below; links and the manifest itself do not count. */
export const countFiles = async (folder: string): Promise<Manifest> => {
	let files = 0;
	let bytes = 0;
	for (const entry of await readdir(folder, {withFileTypes: true, recursive: true})) {
		if (!entry.isFile() || entry.name === manifestName) continue;
		files += 1;
		bytes += (await lstat(join(entry.parentPath, entry.name))).size;
	}
	return {v: 1, files, bytes};
};
