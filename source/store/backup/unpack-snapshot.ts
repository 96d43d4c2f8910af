import {readdirSync, rmSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {extract, type ReadEntry} from 'tar';
import * as v from 'valibot';
import type {Clock} from '../../domain/clock.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {syncPath} from '../document/disk/sync-path.ts';
import {failureOf, isMissing} from '../document/failure.ts';
import {openDocumentStore} from '../document/open-document-store.ts';
import type {CheckReport} from '../store.ts';
import {countFiles, manifestName, manifestSchema} from './manifest.ts';
import {readPlan} from './restore-plan.ts';
import {finishRestore, previousName, staysInPlace, swapIn} from './swap-in.ts';

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

/** Where backups are unpacked, in `run`: on the disk of the data, and closed to others. */
const freshPrefix = 'restore-';

/** A cache is made at every start, so it is no data that a restore could lose. */
const holdsData = async (folder: string): Promise<boolean> => {
	try {
		return (await readdir(folder)).some(name => name !== 'cache' && !staysInPlace(name));
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
};

/**
 * Removes what was unpacked by a restore that has not begun to exchange the data. Works at once, so
 * that it can be called when a signal ends the program.
 */
export const clearUnpacked = (folder: string): void => {
	const run = join(folder, 'run');
	const names = readdirSync(run);
	if (names.includes('restore.json')) return;
	for (const name of names.filter(one => one.startsWith(freshPrefix))) {
		rmSync(join(run, name), {recursive: true, force: true, maxRetries: 5, retryDelay: 20});
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

/** Unpacks, opens and checks; only then the data is exchanged. */
const restoreInto = async (
	fresh: string,
	{file, folder, options}: {file: string; folder: string; options: UnpackOptions},
): Promise<Result<Restored>> => {
	const unpacked = await unpack(file, fresh);
	const report = unpacked.ok ? await verify(fresh, options) : unpacked;
	if (!report.ok) return report;
	await syncAll(fresh);
	const previous = (await holdsData(folder)) ? previousName(folder, options.clock.now()) : null;
	await swapIn(folder, {fresh: join('run', basename(fresh)), previous});
	return ok({report: report.value, previous: previous === null ? null : join(folder, previous)});
};

/**
 * Restores a packed snapshot into a data folder that the caller owns and no service. It is unpacked in
 * the folder, counted, opened and checked; only then it takes the place of the data, which moves into a
 * folder of its own. Findings of the check do not stop it: a backup with a flaw is better than none,
 * and the report names them. Problems: `input-invalid` (reason `not-empty`), `document-unreadable` (a
 * damaged file), `data-newer`.
 */
export const unpackSnapshot = async (
	file: string,
	folder: string,
	options: UnpackOptions,
): Promise<Result<Restored>> => {
	let fresh: string | null = null;
	try {
		const finished = await finishRestore(folder);
		if (!finished.ok) return finished;
		if (!options.replace && (await holdsData(folder))) {
			return fail('input-invalid', {field: 'folder', value: folder, reason: 'not-empty'});
		}
		const run = join(folder, 'run');
		await mkdir(run, {recursive: true, mode: 0o700});
		clearUnpacked(folder);
		fresh = await mkdtemp(join(run, freshPrefix));
		return await restoreInto(fresh, {file, folder, options});
	} catch (error) {
		return failureOf(error, folder);
	} finally {
		// After an error some writes of the unpacking still come in.
		const patience = {recursive: true, force: true, maxRetries: 10, retryDelay: 50};
		const isPlanned = fresh !== null && (await isUnderWay(folder));
		if (fresh !== null && !isPlanned) await rm(fresh, patience);
	}
};

/** What could neither be finished nor taken back is needed by the next start. */
const isUnderWay = async (folder: string): Promise<boolean> => {
	const plan = await readPlan(folder);
	return !plan.ok || plan.value !== null;
};
