import {randomBytes} from 'node:crypto';
import {basename, dirname, join} from 'node:path';
import type {Checkpoint} from '../../../domain/clock.ts';
import {tempEnding} from '../../layout.ts';
import type {Stamp} from '../../shelf.ts';
import {type Disk, nodeDisk} from './disk.ts';
import {diskThread} from './disk-thread.ts';
import type {DurableFile} from './durable-write.ts';
import {carryOut, type DiskOrder} from './order.ts';

/**
 * From so many writes at once on, a thread makes them durable together. With it the service's own
 * thread spends 0.62 ms on an imported mail instead of 0.82: each of Node's promises of the disk wakes
 * a thread and is woken by it.
 */
const crowd = 8;

/** A larger file is not copied for the thread. Bytes, or characters of a text. */
const largestCopy = 256 * 1024;

const fits = (order: DiskOrder): boolean =>
	order.kind !== 'file' || order.content.length <= largestCopy;

let count = 0;

/** In a container every start has the same process id: what a killed one left must not be met again. */
const run = `${process.pid}-${randomBytes(4).toString('hex')}`;

const tempPath = (path: string): string => {
	count += 1;
	return join(dirname(path), `.${basename(path)}.${run}.${count}${tempEnding}`);
};

/**
 * Where files are made durable: a few here, with Node's promises; a crowd in a thread. `disk` is for
 * tests of a disk that fails: with it everything is done here.
 */
export const openWorkshop = ({
	checkpoint,
	disk,
}: {
	readonly checkpoint: Checkpoint;
	readonly disk: Disk | undefined;
}) => {
	const thread = disk === undefined ? diskThread() : null;
	const tools = {disk: disk ?? nodeDisk, checkpoint};
	/** Temporary files of running writes, so that `check` does not take them for strays. */
	const running = new Set<string>();
	let here = 0;

	const make = async (order: DiskOrder): Promise<Stamp | null> => {
		if (thread && fits(order) && (here >= crowd || thread.isBusy())) {
			const stamp = await thread.carryOut(order);
			checkpoint(order.kind === 'file' ? 'store.renamed' : 'store.directory-synced');
			return stamp;
		}
		here += 1;
		return carryOut(tools, order).finally(() => {
			here -= 1;
		});
	};
	return {
		/** See `durableWrite`. */
		write: async (path: string, file: Pick<DurableFile, 'content' | 'create'>): Promise<Stamp> => {
			const temp = tempPath(path);
			running.add(temp);
			const stamp = await make({kind: 'file', temp, path, ...file}).finally(() =>
				running.delete(temp),
			);
			return stamp as Stamp;
		},
		syncNames: async (folder: string): Promise<void> => {
			await make({kind: 'names', folder});
		},
		unlink: tools.disk.unlink,
		isRunning: (temp: string): boolean => running.has(temp),
		/** After everything asked for is done. */
		close: async (): Promise<void> => thread?.close(),
	};
};

export type Workshop = ReturnType<typeof openWorkshop>;
