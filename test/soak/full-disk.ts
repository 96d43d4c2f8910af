import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {mountSmallDisk, type SmallDisk, smallDiskMissing} from '../server/small-disk.ts';
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

const work = async (disk: SmallDisk, seconds: number): Promise<FullDiskReport> => {
	const dataFolder = join(disk.path, 'data');
	await mkdir(dataFolder);
	const numbers = await firstTickets(dataFolder, 10);
	const workers = startWorkers({dataFolder, clients: 4, updates: 50, numbers});
	try {
		for (let round = 0; round < 3; round++) {
			await sleep(seconds * 500);
			await disk.fill();
			await sleep(seconds * 500);
			await disk.free();
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
export const fullDisk = async (seconds: number): Promise<FullDiskReport> => {
	const missing = smallDiskMissing();
	if (missing !== null) return skip(missing);
	// The two caches alone hold 16 MB of log each before they write it back.
	const disk = await mountSmallDisk(64).catch(String);
	if (typeof disk === 'string') return skip(disk);
	try {
		return await work(disk, seconds);
	} finally {
		await disk.dispose();
	}
};
