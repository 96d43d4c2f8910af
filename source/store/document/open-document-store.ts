import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Checkpoint, Clock} from '../../domain/clock.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {isForRoom} from '../cache/sqlite.ts';
import {openStore} from '../core/open-store.ts';
import type {Store} from '../store.ts';
import {clearStrays} from './clear-strays.ts';
import {type Disk, folderMode} from './disk/disk.ts';
import {openWorkshop} from './disk/workshop.ts';
import {documentShelf} from './document-shelf.ts';
import {failureOf} from './failure.ts';

export type DocumentStoreOptions = {
	/** The data folder; made when it is not there. */
	readonly folder: string;
	readonly clock: Clock;
	readonly checkpoint: Checkpoint;
	readonly log: (line: string) => void;
	/** The cache broke while it was used: changes go on, questions fail until the store is opened again. */
	readonly onDamage?: () => void;
	/** Bytes of documents kept parsed in memory; 16 MB when left out. */
	readonly cacheBytes?: number;
	/** For tests of a disk that fails. */
	readonly disk?: Disk;
};

const defaultCacheBytes = 16 * 1024 * 1024;

/** Whatever else than room keeps the cache from being opened is a matter of permissions. */
const cacheFailure = (error: unknown, path: string): Result<never> => {
	if (!(error instanceof Error && 'errcode' in error)) return failureOf(error, path);
	if (isForRoom(error, join(path, 'cache', 'index.sqlite'))) return fail('disk-full', {path});
	return fail('data-unwritable', {path, code: error.message});
};

/**
 * Opens the store of a data folder: lowdb documents on disk, with the throw-away cache beside them.
 * The caller owns the folder (one process at a time). Problems: `data-newer`, `document-unreadable`
 * for the settings, `data-unwritable`, `disk-full`.
 */
export const openDocumentStore = async (options: DocumentStoreOptions): Promise<Result<Store>> => {
	const {folder, clock, checkpoint, log, onDamage = () => undefined} = options;
	const cachePath = join(folder, 'cache', 'index.sqlite');
	const workshop = openWorkshop({checkpoint, disk: options.disk});
	const shelf = documentShelf({
		folder,
		workshop,
		cacheBytes: options.cacheBytes ?? defaultCacheBytes,
		log,
	});
	try {
		mkdirSync(join(folder, 'cache'), {recursive: true, mode: folderMode});
		const opened = await openStore({shelf, cachePath, clock, log, onDamage});
		if (!opened.ok) return opened;
		const clearing = clearStrays(folder, {isRunning: workshop.isRunning, log});
		const close = async (): Promise<void> => {
			await clearing.stop();
			await opened.value.close();
		};
		const check: Store['check'] = async asked => {
			await clearing.done;
			return opened.value.check(asked);
		};
		return ok({...opened.value, check, close});
	} catch (error) {
		return cacheFailure(error, folder);
	}
};
