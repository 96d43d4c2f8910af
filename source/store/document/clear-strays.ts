import {readdir, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {folders, isTemporary} from './scan.ts';

type Clearing = {
	readonly done: Promise<void>;
	/** Ends it after the folder it is at; resolves when nothing more is removed. */
	stop(): Promise<void>;
};

const clearFolder = async (
	folder: string,
	isRunning: (path: string) => boolean,
): Promise<number> => {
	let cleared = 0;
	for (const name of (await readdir(folder).catch(() => [])).filter(isTemporary)) {
		const path = join(folder, name);
		// What has just been finished is gone by itself.
		if (!isRunning(path))
			cleared += await unlink(path).then(
				() => 1,
				() => 0,
			);
	}
	return cleared;
};

/**
 * Removes what the writes of a process left that died, beside everything else: whoever owns the folder
 * knows its own. Half of them may hold a mail that was never acknowledged, or an address that is to be
 * erased.
 */
export const clearStrays = (
	base: string,
	{
		isRunning,
		log,
	}: {readonly isRunning: (path: string) => boolean; readonly log: (line: string) => void},
): Clearing => {
	let stopped = false;
	const work = async (): Promise<void> => {
		let cleared = 0;
		for (const folder of folders(base)) {
			if (stopped) break;
			cleared += await clearFolder(join(base, folder), isRunning);
		}
		if (cleared > 0) log(`${cleared} files of interrupted writes were removed`);
	};
	const done = work().catch((error: unknown) =>
		log(`files of interrupted writes: ${String(error)}`),
	);
	return {
		done,
		stop: () => {
			stopped = true;
			return done;
		},
	};
};
