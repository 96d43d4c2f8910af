import {type Dirent, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {tempEnding} from '../layout.ts';
import type {Found, Room, Stamp} from '../shelf.ts';
import {isMissing} from './failure.ts';

const ending = '.json';

const entries = (folder: string): readonly Dirent[] => {
	try {
		return readdirSync(folder, {withFileTypes: true});
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
};

const subfolders = (folder: string): readonly string[] =>
	entries(folder)
		.filter(entry => entry.isDirectory())
		.map(entry => entry.name);

/** Null when there is no such file. */
export const stampOf = (path: string): Stamp | null => {
	const stat = statSync(path, {throwIfNoEntry: false});
	return stat ? {inode: stat.ino, mtime: stat.mtimeMs, size: stat.size} : null;
};

/**
 * Synchronous on purpose: 100,000 stats take 0.4 s this way, several times as long through promises.
 * What has the name of a document and is no file is met too: reading it tells what is wrong.
 */
const documentsIn = function* (base: string, folder: string): Generator<Found> {
	for (const {name: file} of entries(join(base, folder))) {
		if (!file.endsWith(ending) || file.startsWith('.')) continue;
		const path = `${folder}/${file}`;
		const stamp = stampOf(join(base, path));
		if (stamp) yield {path, name: file.slice(0, -ending.length), stamp};
	}
};

/** All documents of a room. Tickets lie in a folder for each month. */
export const scan = function* (base: string, room: Room): Generator<Found> {
	if (room !== 'tickets') {
		yield* documentsIn(base, room);
		return;
	}
	for (const month of subfolders(join(base, room))) yield* documentsIn(base, `${room}/${month}`);
};

/** Folders that hold documents or files, relative to the data folder. */
export const folders = (base: string): readonly string[] => [
	'',
	'accounts',
	'intake',
	...subfolders(join(base, 'tickets')).map(name => `tickets/${name}`),
	...subfolders(join(base, 'mail')).map(name => `mail/${name}`),
];

/** The sha256 names of the raw files. */
export const rawFiles = function* (base: string): Generator<string> {
	for (const folder of subfolders(join(base, 'mail'))) {
		for (const {name} of entries(join(base, 'mail', folder))) {
			if (/^[0-9a-f]{64}\.eml$/u.test(name)) yield name.slice(0, 64);
		}
	}
};

/** Whether a name is that of a file on its way to its own. */
export const isTemporary = (name: string): boolean =>
	name.startsWith('.') && name.endsWith(tempEnding);

/** What interrupted writes left, as full paths. */
export const temporaryFiles = function* (base: string): Generator<string> {
	for (const folder of folders(base)) {
		for (const {name} of entries(join(base, folder))) {
			if (isTemporary(name)) yield join(base, folder, name);
		}
	}
};
