import {existsSync} from 'node:fs';
import {open, readFile, rename, rm, stat, utimes} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {Problem} from '../../domain/problem.ts';
import {ok, type Result} from '../../domain/result.ts';
import {makeRunFolder, runPaths} from '../run-folder.ts';
import {readReport, startProblem} from '../start-report.ts';

/** How the service of a data folder is started: normally `raute serve --data …`. */
export type StartCommand = {
	readonly file: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
};

export type StartedService = {
	/** Undefined while the process runs and may still say why it ends; null when a signal ended it. */
	readonly exit: number | null | undefined;
	readonly signal: NodeJS.Signals | null;
	/** Why it could not start, null when it did not say. */
	readonly problem: Problem | null;
	/** Hears nothing more of it; it goes on. */
	leave(): void;
};

/** Exit code of a service that found another owner (EX_TEMPFAIL of sysexits.h, see cli.md). */
export const ownedElsewhere = 75;

const mostLogBytes = 1_000_000;

/** A claim not renewed for so long belongs to a client that died. */
const claimMs = 3000;

const openServiceLog = async (dataFolder: string) => {
	const {log} = runPaths(dataFolder);
	const size = await stat(log).then(
		found => found.size,
		() => 0,
	);
	if (size > mostLogBytes) await rename(log, `${log}.1`);
	return open(log, 'a', 0o600);
};

/** Without the right to write, the folder is a service account's; otherwise it is no place for data. */
const problemOf = (error: unknown, path: string): Problem => {
	const code = (error as NodeJS.ErrnoException).code ?? String(error);
	if (code === 'EACCES') return {name: 'service-missing', details: {path, reason: 'closed'}};
	if (code === 'ENOSPC' || code === 'EDQUOT') return {name: 'disk-full', details: {path}};
	return {name: 'data-unwritable', details: {path, code}};
};

/**
 * Starts the service in a session of its own, so that neither Ctrl-C nor the end of this program
 * reaches it. Its output goes to `run/service.log`. Problem `service-missing` when this user may not
 * write there: then the folder belongs to a service account, and its administrator starts it.
 */
export const startService = async (
	dataFolder: string,
	command: StartCommand,
): Promise<Result<StartedService>> => {
	try {
		await makeRunFolder(dataFolder);
		const log = await openServiceLog(dataFolder);
		try {
			return ok(await spawnService(command, log.fd));
		} finally {
			await log.close();
		}
	} catch (error) {
		return {ok: false, problem: await startProblem(problemOf(error, dataFolder), dataFolder)};
	}
};

const spawnService = async (
	{file, args, env}: StartCommand,
	output: number,
): Promise<StartedService> => {
	// Loaded only here: most clients find a running service.
	const {spawn} = await import('node:child_process');
	const child = spawn(file, args, {detached: true, stdio: ['ignore', output, output, 'ipc'], env});
	let exit: number | null | undefined;
	let problem: Problem | null = null;
	child.on('message', message => {
		problem = readReport(message) ?? problem;
	});
	child.once('error', () => {
		exit = 127;
	});
	// What it said before its end comes in until the channel is closed.
	child.once('exit', code => {
		if (!child.connected) exit = code;
		else child.once('disconnect', () => (exit = code));
	});
	child.unref();
	child.channel?.unref();
	return {
		get exit() {
			return exit;
		},
		get signal() {
			return child.signalCode;
		},
		get problem() {
			return problem;
		},
		leave: () => {
			if (child.connected) child.disconnect();
		},
	};
};

/** The last line of the service's log: why it could not start. */
export const lastLogLine = async (dataFolder: string): Promise<string> => {
	const text = await readFile(runPaths(dataFolder).log, 'utf8').catch(() => '');
	return text.trimEnd().split('\n').at(-1)?.slice(0, 300) ?? '';
};

export type StartClaim = {renew(): Promise<void>; release(): Promise<void>};

const noClaim: StartClaim = {renew: async () => undefined, release: async () => undefined};

/**
 * Says "I am starting it", so that twenty clients of a dead service do not start twenty processes.
 * Null while another client is at it. It only saves work: who owns the folder is decided by the lock.
 */
export const claimStart = async (dataFolder: string): Promise<StartClaim | null> => {
	const file = join(runPaths(dataFolder).folder, 'starting');
	const age = await stat(file).then(
		found => Date.now() - found.mtimeMs,
		() => null,
	);
	if (age !== null && Math.abs(age) < claimMs) return null;
	try {
		if (age !== null) await rm(file);
		await (await open(file, 'wx', 0o600)).close();
	} catch (error) {
		// Another client was quicker; without the right to write here, starting says what is wrong.
		const {code = ''} = error as NodeJS.ErrnoException;
		return ['EEXIST', 'ENOENT'].includes(code) && existsSync(dirname(file)) ? null : noClaim;
	}
	return {
		renew: () => utimes(file, new Date(), new Date()).catch(() => undefined),
		release: () => rm(file, {force: true}).catch(() => undefined),
	};
};
