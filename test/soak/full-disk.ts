import {spawnSync} from 'node:child_process';
import {mkdir, open, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {firstTickets, stopService} from './driver.ts';
import {brokenPromises, findAll} from './found.ts';
import {startWorkers} from './run-workers.ts';

export type FullDiskReport = {
	/** Why it could not be tried, null when it was. */
	readonly skipped: string | null;
	readonly broken: readonly string[];
	/** Answers `disk-full` that clients got. */
	readonly refusals: number;
	readonly acknowledged: number;
	/** Comments acknowledged after the disk had room again. */
	readonly acknowledgedAfter: number;
};

const skip = (reason: string): FullDiskReport => ({
	skipped: reason,
	broken: [],
	refusals: 0,
	acknowledged: 0,
	acknowledgedAfter: 0,
});

/** Writes until there is no room left; the file stays. */
const fill = async (path: string): Promise<void> => {
	const file = await open(path, 'w');
	for (const size of [65_536, 4096]) {
		const chunk = Buffer.alloc(size, 1);
		let room = true;
		while (room) {
			room = await file.write(chunk).then(
				() => true,
				() => false,
			);
		}
	}
	await file.close();
};

const work = async (mount: string, seconds: number): Promise<FullDiskReport> => {
	const dataFolder = join(mount, 'data');
	await mkdir(dataFolder);
	const numbers = await firstTickets(dataFolder, 10);
	const workers = startWorkers({dataFolder, clients: 4, updates: 50, numbers});
	try {
		for (let round = 0; round < 3; round++) {
			await sleep(seconds * 500);
			await fill(join(mount, 'filler'));
			await sleep(seconds * 500);
			await rm(join(mount, 'filler'));
		}
		const before = await findAll(dataFolder);
		await sleep(seconds * 1000);
		const reports = await workers.finish();
		const checked = await stopService(dataFolder);
		const found = await findAll(dataFolder);
		return {
			skipped: null,
			broken: [...brokenPromises(found, reports), ...checked],
			refusals: reports.reduce((sum, {problems}) => sum + (problems['disk-full'] ?? 0), 0),
			acknowledged: reports.reduce((sum, report) => sum + report.acknowledged.length, 0),
			acknowledgedAfter: found.comments.size - before.comments.size,
		};
	} finally {
		workers.kill();
	}
};

/**
 * Clients work on a small file system that fills up and is freed, three times. A full disk must be
 * an error and no promise, and afterwards work goes on. Needs root for the mount.
 */
export const fullDisk = async (folder: string, seconds: number): Promise<FullDiskReport> => {
	if (process.getuid?.() !== 0) return skip('mounting a small tmpfs needs root');
	const mount = join(folder, 'small');
	await mkdir(mount);
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', mount]);
	if (mounted.status !== 0) return skip(`mount failed: ${mounted.stderr}`);
	try {
		return await work(mount, seconds);
	} finally {
		spawnSync('umount', ['-l', mount]);
	}
};
