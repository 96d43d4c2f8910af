import {copyFile, link, lstat, mkdir, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {fail, ok, type Result} from '../../domain/result.ts';
import {agentsPath, deskPath, messageKeyPath, tempEnding} from '../layout.ts';
import {syncPath} from './disk/sync-path.ts';
import {failureOf, isMissing} from './failure.ts';
import {folders} from './scan.ts';

const linksAtOnce = 32;

const ignoreMissing = (error: unknown): null => {
	if (!isMissing(error)) throw error;
	return null;
};

/** A hard link costs no space; on another file system, or where links are refused, a copy. */
const linkOrCopy = async (from: string, to: string): Promise<void> => {
	try {
		await link(from, to);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? '';
		if (code === 'ENOENT') return;
		if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].includes(code)) throw error;
		await copyFile(from, to);
	}
};

/** What a symbolic link leads to: a backup holds plain files alone. What is no file is left out. */
const copyLinked = async (from: string, to: string): Promise<void> => {
	const found = await stat(from).catch(ignoreMissing);
	if (found?.isFile()) await copyFile(from, to);
};

const copyFolder = async (from: string, to: string): Promise<void> => {
	const entries = await readdir(from, {withFileTypes: true});
	const files = entries.filter(
		entry => (entry.isFile() || entry.isSymbolicLink()) && !entry.name.endsWith(tempEnding),
	);
	await mkdir(to, {recursive: true, mode: 0o700});
	for (let start = 0; start < files.length; start += linksAtOnce) {
		const chunk = files.slice(start, start + linksAtOnce);
		await Promise.all(
			chunk.map(entry => {
				const copy = entry.isFile() ? linkOrCopy : copyLinked;
				return copy(join(from, entry.name), join(to, entry.name));
			}),
		);
	}
	await syncPath(to);
};

const copyDocuments = async (base: string, target: string): Promise<void> => {
	for (const name of [deskPath, agentsPath, messageKeyPath]) {
		const found = await lstat(join(base, name)).catch(ignoreMissing);
		const copy = found?.isSymbolicLink() ? copyLinked : linkOrCopy;
		await copy(join(base, name), join(target, name));
	}
	for (const folder of folders(base)) {
		if (folder === '' || folder.startsWith('mail/')) continue;
		await copyFolder(join(base, folder), join(target, folder)).catch(ignoreMissing);
	}
};

/**
 * Copies the data into a new or empty folder. Documents are replaced, never changed in place, so
 * hard links keep this moment. `alone` holds writes back while the documents are linked; the raw
 * files, which never change, follow while writing goes on, and hold at least what the documents
 * name. Passwords, cache and quarantine are left out.
 */
export const snapshot = async (
	base: string,
	target: string,
	alone: (work: () => Promise<void>) => Promise<void>,
): Promise<Result<void>> => {
	try {
		await mkdir(target, {recursive: true, mode: 0o700});
		if ((await readdir(target)).length > 0) {
			return fail('input-invalid', {field: 'folder', value: target, reason: 'not-empty'});
		}
		await alone(() => copyDocuments(base, target));
		for (const folder of folders(base)) {
			if (folder.startsWith('mail/')) await copyFolder(join(base, folder), join(target, folder));
		}
		await syncPath(target);
		return ok(undefined);
	} catch (error) {
		return failureOf(error, target);
	}
};
