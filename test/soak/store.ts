import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {firstTickets, stopService} from './driver.ts';
import {brokenPromises, findAll} from './found.ts';
import {type FullDiskReport, fullDisk} from './full-disk.ts';
import {killService} from './killer.ts';
import {plainJsonLosses} from './plain-json.ts';
import {ownersInRaces} from './races.ts';
import {startWorkers} from './run-workers.ts';

type StoreSoakOptions = {
	readonly clients?: number;
	/** Updates per client, at least: they go on until all kills are done. */
	readonly updates?: number;
	readonly kills?: number;
	/** Rounds of ten processes that all want to own the folder. */
	readonly races?: number;
	/** A few seconds instead of minutes; the given figures count all the same. */
	readonly short?: boolean;
};

type StoreSoakReport = {
	readonly ok: boolean;
	/** What went wrong, in words. */
	readonly failures: readonly string[];
	readonly acknowledged: number;
	readonly mails: number;
	readonly edits: number;
	readonly tickets: number;
	readonly kills: number;
	readonly races: number;
	/** Answers that were problems, by name. */
	readonly problems: Readonly<Record<string, number>>;
	readonly seconds: number;
	readonly disk: FullDiskReport;
	/** Broken promises of the negative control; none would mean that the check sees nothing. */
	readonly controlLosses: number;
};

const sumProblems = (reports: ReadonlyArray<{problems: Readonly<Record<string, number>>}>) => {
	const sums: Record<string, number> = {};
	for (const {problems} of reports) {
		for (const [name, count] of Object.entries(problems)) sums[name] = (sums[name] ?? 0) + count;
	}
	return sums;
};

/** Working clients against a service that is killed again and again. */
const killedService = async (
	dataFolder: string,
	{clients, updates, kills}: {clients: number; updates: number; kills: number},
) => {
	const started = performance.now();
	const numbers = await firstTickets(dataFolder, 64);
	const workers = startWorkers({dataFolder, clients, updates, numbers});
	try {
		const killed = await killService(dataFolder, {kills, limitMs: 60_000 + kills * 3000});
		const reports = await workers.finish();
		const seconds = (performance.now() - started) / 1000;
		const checked = await stopService(dataFolder);
		const found = await findAll(dataFolder);
		const few = killed < kills ? [`only ${killed} of ${kills} kills came about`] : [];
		return {
			killed,
			reports,
			seconds,
			found,
			broken: [...few, ...brokenPromises(found, reports), ...checked],
		};
	} finally {
		workers.kill();
	}
};

const diskFailures = (disk: FullDiskReport): string[] => {
	if (disk.skipped) return [];
	return [
		...disk.broken.map(text => `full disk: ${text}`),
		...(disk.refusals > 0 ? [] : ['full disk: no client was told']),
		...(disk.acknowledgedAfter > 0 ? [] : ['full disk: no work afterwards']),
	];
};

/**
 * The promises of the store, held against a real service over a real folder: acknowledged means
 * exactly once whatever is killed, one owner, no torn file, no number twice, a full disk is an error
 * and no promise; and that the check would notice, which lowdb's plain JSON file has to show.
 */
export const storeSoak = async ({
	short = false,
	clients = 8,
	updates = short ? 100 : 2000,
	kills = short ? 8 : 100,
	races = short ? 3 : 30,
}: StoreSoakOptions = {}): Promise<StoreSoakReport> => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-soak-'));
	const inside = async (name: string): Promise<string> => {
		await mkdir(join(folder, name));
		return join(folder, name);
	};
	try {
		const killed = await killedService(await inside('data'), {clients, updates, kills});
		const owners = await ownersInRaces(await inside('race'), races);
		const disk = await fullDisk(short ? 1 : 4);
		const losses = await plainJsonLosses(await inside('control'));
		const failures = [
			...killed.broken,
			...owners.filter(count => count !== 1).map(count => `a race had ${count} owners`),
			...diskFailures(disk),
			...(losses.length > 0 ? [] : ['the control lost nothing: the check sees nothing']),
		];
		const sum = (of: (report: (typeof killed.reports)[number]) => number) =>
			killed.reports.reduce((total, report) => total + of(report), 0);
		return {
			ok: failures.length === 0,
			failures,
			acknowledged: sum(report => report.acknowledged.length),
			mails: sum(report => report.mails.length),
			edits: sum(report => report.edits),
			tickets: killed.found.tickets,
			kills: killed.killed,
			races: owners.length,
			problems: sumProblems(killed.reports),
			seconds: killed.seconds,
			disk,
			controlLosses: losses.length,
		};
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
