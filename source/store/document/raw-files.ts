import {statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fail, ok, type Result} from '../../domain/result.ts';
import {filePath} from '../layout.ts';
import type {Directories} from './disk/directories.ts';
import type {Workshop} from './disk/workshop.ts';
import {failureOf, isMissing} from './failure.ts';
import {NotAFile, readWhole} from './read-whole.ts';

/** Synchronous: a name is looked up in microseconds, and most are not there, of which Node makes an error otherwise. */
const sizeOf = (path: string): number => statSync(path, {throwIfNoEntry: false})?.size ?? -1;

/**
 * Puts bytes under the name of their sha256. What is there with the right length is left alone, but
 * its folder is synced: the process that wrote it may have died before doing so. Rejects with the
 * disk's error.
 */
export const putRawFile = async (
	base: string,
	{workshop, directories}: {readonly workshop: Workshop; readonly directories: Directories},
	put: {readonly sha256: string; readonly bytes: Uint8Array; readonly defer: boolean},
): Promise<void> => {
	const path = join(base, filePath(put.sha256));
	const folder = dirname(path);
	await directories.ensure(folder);
	if (sizeOf(path) !== put.bytes.length) {
		await workshop.write(path, {content: put.bytes, create: false});
	}
	if (put.defer) directories.later(folder);
	else await directories.sync(folder);
};

/**
 * The bytes of a raw file. Problems: `attachment-missing`, `document-unreadable` for what is no file,
 * `data-unwritable` for a disk that fails.
 */
export const readRawFile = async (base: string, sha256: string): Promise<Result<Uint8Array>> => {
	const path = filePath(sha256);
	try {
		return ok(await readWhole(join(base, path)));
	} catch (error) {
		if (error instanceof NotAFile) return fail('document-unreadable', {path, text: 'not a file'});
		return isMissing(error) ? fail('attachment-missing', {path}) : failureOf(error, path);
	}
};
