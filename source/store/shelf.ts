import type {Result} from '../domain/result.ts';

/** What tells one version of a file from another without reading it. */
export type Stamp = {readonly inode: number; readonly mtime: number; readonly size: number};

export const sameStamp = (a: Stamp, b: Stamp): boolean =>
	a.inode === b.inode && a.mtime === b.mtime && a.size === b.size;

export type Room = 'tickets' | 'accounts' | 'intake';

/** A document met by `scan`: `name` is its file name without `.json`. */
export type Found = {readonly path: string; readonly name: string; readonly stamp: Stamp};

export type ShelfWrite = {
	/** Refuse with `number-taken` when there is a document already. */
	readonly create: boolean;
	/** Leave the directory fsync to the next `flush`. */
	readonly defer: boolean;
};

/**
 * The place where documents and raw files are kept: a folder on disk, or memory. The store's rules
 * (queues, numbers, cache) stand above it and are the same for both.
 */
export interface Shelf {
	/** Parsed JSON; null when there is none; `document-unreadable` (reason `file`) when it is no JSON. */
	read(path: string): Promise<Result<unknown>>;
	write(path: string, document: object, options: ShelfWrite): Promise<Result<Stamp>>;
	remove(path: string): Promise<Result<void>>;
	scan(room: Room): Iterable<Found>;
	/** Drops what is remembered of a document: the next read is of what lies there then. */
	forget(path: string): void;
	/** The stamp of a document as it is now; null when there is none. */
	stamp(path: string): Stamp | null;
	putFile(sha256: string, bytes: Uint8Array, defer: boolean): Promise<Result<void>>;
	/** `attachment-missing` when there is none. */
	file(sha256: string): Promise<Result<Uint8Array>>;
	/** Removing what is not there is no failure. */
	removeFile(sha256: string): Promise<Result<void>>;
	/** The sha256 names of all raw files. */
	files(): Iterable<string>;
	/** Copies an unreadable document aside; the original stays. Repeating it is harmless. */
	quarantine(path: string): Promise<void>;
	/** Temporary files that no running write owns. */
	strays(): Iterable<string>;
	removeStray(path: string): Promise<void>;
	flush(): Promise<Result<void>>;
	snapshot(folder: string): Promise<Result<void>>;
}
