import {dirname} from 'node:path';
import type {Adapter} from 'lowdb';
import type {Stamp} from '../shelf.ts';
import type {Directories} from './disk/directories.ts';
import type {Workshop} from './disk/workshop.ts';
import {isMissing} from './failure.ts';
import {readWhole} from './read-whole.ts';

/** The document is no JSON. Its text is not repeated: it may be somebody's mail. */
export class NotJson extends Error {}

const parse = (text: string): object => {
	try {
		const document: unknown = JSON.parse(text);
		if (typeof document === 'object' && document !== null) return document;
	} catch {
		// The parser's message quotes the text.
	}
	throw new NotJson();
};

/**
 * lowdb's adapter for one JSON document that survives a power cut. lowdb's own writer never syncs
 * and uses one fixed temporary name. `stamp` tells the version that was read or written last.
 */
export const durableFile = (options: {
	readonly path: string;
	readonly workshop: Workshop;
	readonly folders: Directories;
	readonly create: boolean;
	readonly defer: boolean;
}): Adapter<object> & {readonly stamp: () => Stamp} => {
	const {path, workshop, folders, create, defer} = options;
	let stamp: Stamp = {inode: 0, mtime: 0, size: 0};
	return {
		read: async () => {
			try {
				const bytes = await readWhole(path);
				stamp = {...stamp, size: bytes.length};
				return parse(bytes.toString('utf8'));
			} catch (error) {
				if (isMissing(error)) return null;
				throw error;
			}
		},
		write: async document => {
			const folder = dirname(path);
			await folders.ensure(folder);
			stamp = await workshop.write(path, {content: JSON.stringify(document), create});
			if (defer) folders.later(folder);
			else await folders.sync(folder);
		},
		stamp: () => stamp,
	};
};
