import {randomBytes} from 'node:crypto';
import {basename, dirname, join} from 'node:path';
import type {Checkpoint} from '../../../domain/clock.ts';
import {tempEnding} from '../../layout.ts';
import type {Stamp} from '../../shelf.ts';
import {type Disk, nodeDisk} from './disk.ts';
import {type DurableFile, durableNames, durableWrite} from './durable-write.ts';

let count = 0;

/** In a container every start has the same process id: what a killed one left must not be met again. */
const run = `${process.pid}-${randomBytes(4).toString('hex')}`;

const tempPath = (path: string): string => {
	count += 1;
	return join(dirname(path), `.${basename(path)}.${run}.${count}${tempEnding}`);
};

/** Where files are made durable. `disk` is another than Node's for tests of one that fails. */
export const openWorkshop = ({
	checkpoint,
	disk = nodeDisk,
}: {
	readonly checkpoint: Checkpoint;
	readonly disk?: Disk | undefined;
}) => {
	const tools = {disk, checkpoint};
	/** Temporary files of running writes, so that `check` does not take them for strays. */
	const running = new Set<string>();
	return {
		/** See `durableWrite`. */
		write: async (path: string, file: Pick<DurableFile, 'content' | 'create'>): Promise<Stamp> => {
			const temp = tempPath(path);
			running.add(temp);
			return durableWrite(tools, {temp, path, ...file}).finally(() => running.delete(temp));
		},
		syncNames: (folder: string): Promise<void> => durableNames(tools, folder),
		unlink: disk.unlink,
		isRunning: (temp: string): boolean => running.has(temp),
	};
};

export type Workshop = ReturnType<typeof openWorkshop>;
