import {randomInt} from 'node:crypto';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Account} from '../../source/domain/account/account.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../server/dovecot.ts';
import {findMails} from './import-found.ts';
import {createDeliveries, startOtherClient} from './import-mails.ts';
import {type ImportRunOptions, startImport} from './import-run.ts';

type ImportSoakOptions = {
	/** Mails in all; half are flagged after the import, half deleted. */
	readonly mails?: number;
	/** Random kills, beside one or more at every named checkpoint. */
	readonly kills?: number;
	readonly short?: boolean;
};

type ImportSoakReport = {
	readonly ok: boolean;
	/** What went wrong, in words. */
	readonly failures: readonly string[];
	/** Why nothing was tried, or null. */
	readonly skipped: string | null;
	readonly mails: number;
	readonly tickets: number;
	readonly kills: number;
	readonly checkpoints: readonly string[];
	/** Mails that another client read before they were imported, moves included. */
	readonly readByOthers: number;
	readonly lost: number;
	readonly doubled: number;
	/** Mails that the deliberately wrong order lost; none would mean that the soak sees nothing. */
	readonly controlLosses: number;
	readonly controlKills: number;
	/** Mails of the undisturbed last pass, and its speed. */
	readonly mailsPerSecond: number;
};

type Round = ImportRunOptions & {readonly afterMs?: number};

/** One life of the importing process, ended by its checkpoint or after a random time. */
const live = async ({afterMs, ...options}: Round): Promise<boolean> => {
	const run = startImport(options);
	await run.ready;
	const timer = setTimeout(run.kill, afterMs ?? 5000);
	const killed = await run.ended;
	clearTimeout(timer);
	if (!killed) throw new Error(`the importing process failed: ${run.errors()}`);
	return killed;
};

/** Passes until nothing is new. */
const finish = async (options: ImportRunOptions) => {
	const run = startImport({...options, toTheEnd: true});
	const timer = setTimeout(run.kill, 120_000);
	const killed = await run.ended;
	clearTimeout(timer);
	if (killed || run.reports.length === 0) throw new Error(`no end of passes: ${run.errors()}`);
	return run;
};

type Stage = {
	readonly dovecot: Dovecot;
	readonly folder: string;
	readonly deliveries: ReturnType<typeof createDeliveries>;
};

/** What happens to the server itself between lives: it restarts, and once its UIDs are all new. */
const shake = async ({dovecot}: Stage, kind: 'restart' | 'new-uids') => {
	await dovecot.stop();
	if (kind === 'new-uids') await dovecot.drop.changeUidValidity();
	await dovecot.start();
};

type Plan = {
	readonly mails: number;
	readonly kills: number;
	readonly names: readonly string[];
	/** How often the importer dies at each name: the first time it comes by, and later. */
	readonly crashesEach: 1 | 2;
};

/** Lives of the importer with one way of settling, each with mails of its own to take in. */
const disturbedLives = async (stage: Stage, account: Account, plan: Plan): Promise<number> => {
	const {folder, deliveries} = stage;
	const crashes = plan.names.flatMap(name =>
		[`${name}:1`, `${name}:${2 + randomInt(40)}`].slice(0, plan.crashesEach),
	);
	const rounds = plan.kills + crashes.length;
	let kills = 0;
	for (let round = 0; round < rounds; round += 1) {
		await deliveries.deliver(Math.ceil(plan.mails / rounds));
		if (round === Math.floor(rounds / 2)) await shake(stage, 'new-uids');
		const crash = crashes[round];
		const restarting = round % 7 === 3 ? sleep(300).then(() => shake(stage, 'restart')) : null;
		const killed = await live({
			folder,
			account,
			...(crash
				? {environment: {RAUTE_CRASH_AT: crash}, afterMs: 1500}
				: {afterMs: randomInt(500)}),
		});
		await restarting;
		kills += Number(killed);
	}
	return kills;
};

const namesOf = async (stage: Stage, account: Account): Promise<readonly string[]> => {
	const {folder, deliveries} = stage;
	await finish({folder, account});
	await deliveries.deliver(3);
	const named = await finish({folder, account, environment: {RAUTE_NAMES: '1'}});
	return [...new Set(named.names)].sort();
};

/** The same with the order broken on purpose: mails go from the server before they are committed. */
const control = async (stage: Stage, account: Account) => {
	const {folder, deliveries} = stage;
	await finish({folder, account});
	const points = ['receive.stored', 'store.renamed', 'import.received', 'receive.committed'];
	let kills = 0;
	for (const point of points) {
		await deliveries.deliver(50);
		const environment = {RAUTE_BROKEN: '1', RAUTE_CRASH_AT: `${point}:1`};
		kills += Number(await live({folder, account, environment}));
	}
	await finish({folder, account, environment: {RAUTE_BROKEN: '1'}});
	return {kills, found: await findMails(folder, deliveries.ids())};
};

const withServer = async <T>(
	name: string,
	root: string,
	work: (stage: Stage) => Promise<T>,
): Promise<T> => {
	const dovecot = await startDovecot();
	const folder = join(root, name);
	await mkdir(folder);
	try {
		return await work({dovecot, folder, deliveries: createDeliveries(dovecot)});
	} finally {
		await dovecot.dispose();
	}
};

/** The undisturbed speed: one pass over so many mails, the start of the process left out. */
const measure = async (stage: Stage, account: Account, mails: number): Promise<number> => {
	await stage.deliveries.deliver(mails);
	const run = await finish({folder: stage.folder, account});
	const [report] = run.reports;
	if (!report) return 0;
	const seconds = (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000;
	return Math.round((report.imported + report.followUps) / seconds);
};

const disturbed = async (
	stage: Stage,
	{mails, kills, crashesEach}: Pick<Plan, 'mails' | 'kills' | 'crashesEach'>,
) => {
	const {dovecot, folder, deliveries} = stage;
	const flagging = dovecot.account('a', 'tls');
	const deleting = {...flagging, deleteOnServer: true};
	const names = await namesOf(stage, flagging);
	const other = startOtherClient(dovecot.account('other', 'none'));
	let killed = 0;
	try {
		for (const account of [flagging, deleting]) {
			const plan = {mails: mails / 2, kills: Math.ceil(kills / 2), names, crashesEach};
			killed += await disturbedLives(stage, account, plan);
		}
	} finally {
		await other.end();
	}
	await finish({folder, account: deleting});
	const mailsPerSecond = await measure(stage, flagging, mails);
	const found = await findMails(folder, deliveries.ids());
	await shake(stage, 'new-uids');
	await finish({folder, account: flagging});
	const again = await findMails(folder, deliveries.ids());
	return {
		killed,
		names,
		found,
		again,
		mailsPerSecond,
		mails: deliveries.count(),
		readByOthers: other.touched(),
	};
};

const skippedReport = (skipped: string): ImportSoakReport => ({
	ok: true,
	failures: [],
	skipped,
	mails: 0,
	tickets: 0,
	kills: 0,
	checkpoints: [],
	readByOthers: 0,
	lost: 0,
	doubled: 0,
	controlLosses: 0,
	controlKills: 0,
	mailsPerSecond: 0,
});

/**
 * The promise of the import, held against a real server and real documents: every mail once, though
 * the process is killed at random and at every named checkpoint, other clients read and move mails,
 * the server restarts and renumbers; and that the soak would notice, which a wrong order has to show.
 */
export const importSoak = async ({
	short = false,
	mails = short ? 200 : 4000,
	kills = short ? 8 : 100,
}: ImportSoakOptions = {}): Promise<ImportSoakReport> => {
	const missing = dovecotMissing();
	if (missing !== null) return skippedReport(missing);
	const root = await mkdtemp(join(tmpdir(), 'raute-import-'));
	try {
		const run = await withServer('data', root, stage =>
			disturbed(stage, {mails, kills, crashesEach: short ? 1 : 2}),
		);
		const broken = await withServer('control', root, stage =>
			control(stage, stage.dovecot.account('a', 'tls')),
		);
		const {found, again} = run;
		const failures = [
			...found.lost.map(id => `lost: ${id}`),
			...found.doubled.map(id => `doubled: ${id}`),
			...found.findings,
			...(again.messages === found.messages ? [] : ['new UIDs brought mails a second time']),
			...(broken.found.lost.length > 0 ? [] : ['the wrong order lost nothing: the soak is blind']),
		];
		return {
			ok: failures.length === 0,
			failures,
			skipped: null,
			mails: run.mails,
			tickets: found.tickets,
			kills: run.killed,
			checkpoints: run.names,
			readByOthers: run.readByOthers,
			lost: found.lost.length,
			doubled: found.doubled.length,
			controlLosses: broken.found.lost.length,
			controlKills: broken.kills,
			mailsPerSecond: run.mailsPerSecond,
		};
	} finally {
		await rm(root, {recursive: true, force: true});
	}
};
