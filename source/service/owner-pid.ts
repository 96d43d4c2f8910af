import {chmodSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import type {Problem} from '../domain/problem.ts';
import {runPaths} from './run-folder.ts';

/**
 * Writes down which process owns a data folder, for those who find that it does not answer. Only for
 * words: the lock decides. On a full disk nothing stands there rather than a process of before.
 */
export const tellOwner = (dataFolder: string): void => {
	const {pid} = runPaths(dataFolder);
	rmSync(pid, {force: true});
	try {
		writeFileSync(pid, String(process.pid));
		// For every agent, whatever is masked out of new files here.
		chmodSync(pid, 0o644);
	} catch {
		rmSync(pid, {force: true});
	}
};

/** The owner has gone. */
export const forgetOwner = (dataFolder: string): void => {
	rmSync(runPaths(dataFolder).pid, {force: true});
};

const ownerPid = (dataFolder: string): string => {
	try {
		return /^\d+$/u.exec(readFileSync(runPaths(dataFolder).pid, 'utf8'))?.[0] ?? '';
	} catch {
		return '';
	}
};

/**
 * The owner of a data folder lives and gives no sign. `silent`: it was asked nothing; `unanswered`: it
 * was, and may have done it; `owned`: it holds the folder and takes no connection.
 */
export const silentOwner = (
	dataFolder: string,
	reason: 'silent' | 'unanswered' | 'owned',
): Problem => ({
	name: 'service-busy',
	details: {path: dataFolder, reason, pid: ownerPid(dataFolder)},
});
