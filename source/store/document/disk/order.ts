import type {Stamp} from '../../shelf.ts';
import {type DurableFile, durableNames, durableWrite, type Tools} from './durable-write.ts';

/** What is to be made durable, in a form that another thread can be given. */
export type DiskOrder =
	| ({readonly kind: 'file'} & DurableFile)
	| {readonly kind: 'names'; readonly folder: string};

/** The stamp of a file; null for the names in a folder. Rejects with the disk's error. */
export const carryOut = (tools: Tools, order: DiskOrder): Promise<Stamp | null> =>
	order.kind === 'file'
		? durableWrite(tools, order)
		: durableNames(tools, order.folder).then(() => null);

/** An Error would lose its code on the way between threads. */
export type DiskReply =
	| {readonly ok: true; readonly stamp: Stamp | null}
	| {readonly ok: false; readonly message: string; readonly code: string | undefined};
