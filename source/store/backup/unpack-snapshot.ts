import {link, mkdir, mkdtemp, readdir, readFile, rename, rm} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {extract, type ReadEntry} from 'tar';
import * as v from 'valibot';
import type {Clock} from '../../domain/clock.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {syncPath} from '../document/disk/sync-path.ts';
import {failureOf, isMissing} from '../document/failure.ts';
import {openDocumentStore} from '../document/open-document-store.ts';
import {messageKeyPath} from '../layout.ts';
import type {CheckReport} from '../store.ts';
import {countFiles, manifestName, manifestSchema} from './manifest.ts';

export type Restored = {
	readonly report: CheckReport;
	/** Where the data that was there before lies now; null when there was none. */
	readonly previous: string | null;
};

export type UnpackOptions = {
	/** Move data that is there aside instead of refusing. */
	readonly replace: boolean;
	readonly clock: Clock;
	readonly log: (line: string) => void;
};

/** Made at every start, so no data that a restore could overwrite. */
const passing: ReadonlySet<string> = new Set(['cache', 'run']);

const holdsData = async (folder: string): Promise<boolean> => {
	try {
		return (await readdir(folder)).some(name => !passing.has(name));
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
};

const syncAll = async (folder: string): Promise<void> => {
	const entries = await readdir(folder, {withFileTypes: true, recursive: true});
	for (const path of [...entries.map(entry => join(entry.parentPath, entry.name)), folder]) {
		await syncPath(path);
	}
};

const unreadable = (file: string, text: string): Result<never> =>
	fail('document-unreadable', {path: file, text});

/** Unpacks and compares with the manifest. Nothing but plain files and folders is taken. */
const unpack = async (file: string, folder: string): Promise<Result<void>> => {
	try {
		await extract({
			file,
			cwd: folder,
			strict: true,
			preserveOwner: false,
			filter: (_path, entry) => ['File', 'Directory'].includes((entry as ReadEntry).type),
		});
		const text = await readFile(join(folder, manifestName), 'utf8');
		const expected = v.safeParse(manifestSchema, JSON.parse(text));
		const found = await countFiles(folder);
		await rm(join(folder, manifestName));
		if (!expected.success) return unreadable(file, `${manifestName} cannot be read`);
		const {files, bytes} = expected.output;
		return files === found.files && bytes === found.bytes
			? ok(undefined)
			: unreadable(file, `${found.files} of ${files} files`);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'].includes(code)) return failureOf(error, file);
		return unreadable(file, error instanceof Error ? error.message : String(error));
	}
};

/** Opens the unpacked data as a store: this program must know its version, and the cache is made. */
const verify = async (folder: string, options: UnpackOptions): Promise<Result<CheckReport>> => {
	const {clock, log} = options;
	const store = await openDocumentStore({folder, clock, log, checkpoint: () => undefined});
	if (!store.ok) return store;
	const report = await store.value.check({repair: false});
	await store.value.close();
	return report;
};

/**
 * Passwords are not in a backup: those of the data that is replaced go on being used. So does its key
 * of the Message-IDs where the backup holds none: it was made before the key was first used.
 */
const keepSecrets = async (previous: string, folder: string): Promise<void> => {
	for (const name of ['secrets.json', messageKeyPath]) {
		await link(join(previous, name), join(folder, name)).catch((error: NodeJS.ErrnoException) => {
			if (!isMissing(error) && error.code !== 'EEXIST') throw error;
		});
	}
};

const swapIn = async (fresh: string, folder: string, clock: Clock): Promise<string | null> => {
	if (!(await holdsData(folder))) {
		await rm(folder, {recursive: true, force: true});
		await rename(fresh, folder);
		return null;
	}
	const stamp = new Date(clock.now()).toISOString().replace(/[-:]|\..*$/gu, '');
	const previous = `${folder}.before-${stamp}`;
	await keepSecrets(folder, fresh);
	await rename(folder, previous);
	try {
		await rename(fresh, folder);
	} catch (error) {
		await rename(previous, folder);
		throw error;
	}
	return previous;
};

/**
 * Restores a packed snapshot into a data folder that no service owns. It is unpacked beside the
 * folder, counted, opened and checked; only then it takes the folder's place. Findings of the check
 * do not stop it: a backup with a flaw is better than none, and the report names them. Problems:
 * `input-invalid` (reason `not-empty`), `document-unreadable` (a damaged file), `data-newer`.
 */
export const unpackSnapshot = async (
	file: string,
	folder: string,
	options: UnpackOptions,
): Promise<Result<Restored>> => {
	let fresh: string | null = null;
	try {
		if (!options.replace && (await holdsData(folder))) {
			return fail('input-invalid', {field: 'folder', value: folder, reason: 'not-empty'});
		}
		await mkdir(dirname(folder), {recursive: true, mode: 0o700});
		fresh = await mkdtemp(join(dirname(folder), `.${basename(folder)}.restore-`));
		const unpacked = await unpack(file, fresh);
		const report = unpacked.ok ? await verify(fresh, options) : unpacked;
		if (!report.ok) return report;
		await syncAll(fresh);
		const previous = await swapIn(fresh, folder, options.clock);
		await syncPath(dirname(folder));
		return ok({report: report.value, previous});
	} catch (error) {
		return failureOf(error, folder);
	} finally {
		// After an error some writes of the unpacking still come in.
		const patience = {recursive: true, force: true, maxRetries: 10, retryDelay: 50};
		if (fresh !== null) await rm(fresh, patience);
	}
};
