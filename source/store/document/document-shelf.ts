import {unlink} from 'node:fs/promises';
import {dirname, join, relative} from 'node:path';
import {Low} from 'lowdb';
import {fail, ok, type Result} from '../../domain/result.ts';
import {filePath} from '../layout.ts';
import type {Shelf} from '../shelf.ts';
import {directories as newDirectories} from './disk/directories.ts';
import type {Workshop} from './disk/workshop.ts';
import {documentCache, noDocument} from './document-cache.ts';
import {durableFile, NotJson} from './durable-file.ts';
import {failureOf, isMissing, UncertainWrite} from './failure.ts';
import {newGate} from './gate.ts';
import {copyToQuarantine} from './quarantine.ts';
import {putRawFile, readRawFile} from './raw-files.ts';
import {NotAFile} from './read-whole.ts';
import {rawFiles, scan, stampOf, temporaryFiles} from './scan.ts';
import {snapshot} from './snapshot.ts';

type ShelfOptions = {
	readonly folder: string;
	readonly workshop: Workshop;
	/** Bytes of documents kept parsed in memory, counted as text. */
	readonly cacheBytes: number;
	readonly log: (line: string) => void;
};

/** Why a document cannot be read. */
const faultOf = (error: unknown): string => {
	if (error instanceof NotJson) return 'no JSON';
	return error instanceof NotAFile ? 'not a file' : String(error);
};

/** Lets writes through until one is uncertain; after that none, until the store is opened again. */
const writer = (folder: string, log: (line: string) => void) => {
	const gate = newGate();
	let uncertain = false;
	const write = async <T>(path: string, work: () => Promise<T>): Promise<Result<T>> => {
		if (uncertain) return fail('write-uncertain', {path});
		try {
			return ok(await gate.pass(work));
		} catch (error) {
			if (error instanceof UncertainWrite) {
				uncertain = true;
				log(`${join(folder, path)}: the folder cannot be synced, nothing more is written`);
			}
			return failureOf(error, join(folder, path));
		}
	};
	return {gate, write};
};

/** The shelf on disk: one lowdb document a file, raw mails beside them. */
export const documentShelf = ({folder, workshop, cacheBytes, log}: ShelfOptions): Shelf => {
	const directories = newDirectories(workshop);
	const parts = {workshop, directories};
	const cache = documentCache(cacheBytes);
	const {gate, write} = writer(folder, log);

	const fileOf = (path: string, options = {create: false, defer: false}) =>
		durableFile({path: join(folder, path), workshop, folders: directories, ...options});

	const unlinked = async (path: string): Promise<void> => {
		await workshop.unlink(join(folder, path)).catch(error => {
			if (!isMissing(error)) throw error;
		});
		await directories.sync(dirname(join(folder, path)));
	};

	const read = async (path: string): Promise<Result<unknown>> => {
		try {
			const open = () => {
				const file = fileOf(path);
				return {low: new Low<object>(file, noDocument), bytes: () => file.stamp().size};
			};
			return ok(await cache.read(path, open));
		} catch (error) {
			return fail('document-unreadable', {path, text: faultOf(error), reason: 'file'});
		}
	};
	return {
		read,
		write: (path, document, options) =>
			write(path, async () => {
				const file = fileOf(path, options);
				// A new Low for the new version: the one in memory stays valid if this write fails.
				const low = new Low(file, document);
				await low.write();
				cache.keep(path, low, file.stamp().size);
				return file.stamp();
			}),
		remove: path =>
			write(path, async () => {
				// After it: what a read brings back that began before must not be kept.
				await unlinked(path).finally(() => cache.forget(path));
			}),
		scan: room => scan(folder, room),
		forget: cache.forget,
		stamp: path => stampOf(join(folder, path)),
		putFile: (sha256, bytes, defer) =>
			write(sha256, () => putRawFile(folder, parts, {sha256, bytes, defer})),
		file: sha256 => readRawFile(folder, sha256),
		removeFile: sha256 => write(sha256, () => unlinked(filePath(sha256))),
		files: () => rawFiles(folder),
		quarantine: path =>
			copyToQuarantine(folder, path, parts).catch((error: unknown) =>
				log(`${path} cannot be copied to quarantine: ${String(error)}`),
			),
		*strays() {
			for (const path of temporaryFiles(folder)) {
				if (!workshop.isRunning(path)) yield relative(folder, path);
			}
		},
		removeStray: path => unlink(join(folder, path)),
		flush: () => write('', () => directories.flush()),
		snapshot: target => snapshot(folder, target, gate.alone),
	};
};
