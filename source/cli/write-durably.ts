import {
	closeSync,
	fsyncSync,
	openSync,
	realpathSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {makeFolderNow} from '../service/make-folder.ts';

/** Where a file really lies: settings are often links into a folder that is kept elsewhere. */
const targetOf = (file: string): string => {
	try {
		return realpathSync(file);
	} catch {
		return file;
	}
};

/** A new name outlives a power cut only when its folder is synced; some file systems know no such thing. */
const syncFolder = (folder: string): void => {
	const descriptor = openSync(folder, 'r');
	try {
		fsyncSync(descriptor);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
	} finally {
		closeSync(descriptor);
	}
};

/**
 * Writes a file whole, for its owner alone: synced, renamed, its folder made and synced. A link stays
 * one. Throws as `fs` does; then the file is as it was, unless it was the folder that could not be synced.
 */
export const writeDurably = (file: string, content: string | Uint8Array): void => {
	makeFolderNow(path.dirname(file), 0o700);
	const target = targetOf(file);
	const temporary = `${target}.${process.pid}.tmp`;
	try {
		writeFileSync(temporary, content, {mode: 0o600, flush: true});
		renameSync(temporary, target);
	} catch (error) {
		rmSync(temporary, {force: true});
		throw error;
	}
	syncFolder(path.dirname(target));
};
