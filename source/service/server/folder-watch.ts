import {statSync} from 'node:fs';
import {runPaths} from '../run-folder.ts';

/** Milliseconds between two looks. */
const usualPause = 2000;

/** Device and inode of a file, null where there is none. Never by opening it: that could cost the lock. */
const placeOf = (file: string): string | null => {
	const found = statSync(file, {throwIfNoEntry: false});
	return found ? `${found.dev}:${found.ino}` : null;
};

/**
 * Calls `gone` once when the lock of a data folder lies no longer where it was taken: the folder was
 * moved, removed or replaced, and another service could own what is there now. A file system that
 * cannot be asked is no sign of that. Keeps no process alive; the answer ends the watch.
 */
export const watchFolder = (
	dataFolder: string,
	gone: () => void,
	pause = usualPause,
): (() => void) => {
	const {lock} = runPaths(dataFolder);
	const first = placeOf(lock);
	const look = (): void => {
		try {
			if (placeOf(lock) === first) return;
		} catch {
			return;
		}
		clearInterval(timer);
		gone();
	};
	const timer = setInterval(look, pause).unref();
	return () => clearInterval(timer);
};
