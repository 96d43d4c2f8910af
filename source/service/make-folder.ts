import {mkdirSync, statSync} from 'node:fs';
import {mkdir, stat} from 'node:fs/promises';
import {dirname} from 'node:path';

const isFolder = async (path: string): Promise<boolean> =>
	(await stat(path).catch(() => null))?.isDirectory() ?? false;

const makeOne = async (path: string, mode: number): Promise<void> => {
	try {
		await mkdir(path, {mode});
	} catch (error) {
		if (!(await isFolder(path))) throw error;
	}
};

/**
 * Makes a folder and those above it where they are missing; one that is there is left as it is.
 * Rejects with the system's error. Not by Node's own `recursive`, which tries for ever where a folder
 * that is there takes no new ones and says ENOENT, as /proc does.
 */
export const makeFolder = async (path: string, mode: number): Promise<void> => {
	try {
		await makeOne(path, mode);
	} catch (error) {
		const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
		if (!isMissing || dirname(path) === path) throw error;
		await makeFolder(dirname(path), mode);
		await makeOne(path, mode);
	}
};

const makeOneNow = (path: string, mode: number): void => {
	try {
		mkdirSync(path, {mode});
	} catch (error) {
		if (!statSync(path, {throwIfNoEntry: false})?.isDirectory()) throw error;
	}
};

/** The same at once, for who may not wait. */
export const makeFolderNow = (path: string, mode: number): void => {
	try {
		makeOneNow(path, mode);
	} catch (error) {
		const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
		if (!isMissing || dirname(path) === path) throw error;
		makeFolderNow(dirname(path), mode);
		makeOneNow(path, mode);
	}
};
