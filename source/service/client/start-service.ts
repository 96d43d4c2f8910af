import {existsSync} from 'node:fs';
import {open, readFile, rename, rm, stat, utimes} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fail, ok, type Result} from '../../domain/result.ts';
import {makeRunFolder, runPaths} from '../run-folder.ts';

/** How the service of a data folder is started: normally `raute serve --data …`. */
export type StartCommand = {
	readonly file: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
};

/** `exit` stays undefined while the process runs; null when a signal ended it. */
export type StartedService = {readonly exit: number | null | undefined};

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
const startProblem = (error: unknown, path: string): Result<never> => {
	const code = (error as NodeJS.ErrnoException).code ?? String(error);
	if (code === 'EACCES') return fail('service-missing', {path});
	if (code === 'ENOSPC' || code === 'EDQUOT') return fail('disk-full', {path});
	return fail('data-unwritable', {path, code});
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
		return startProblem(error, dataFolder);
	}
};

const spawnService = async (
	{file, args, env}: StartCommand,
	output: number,
): Promise<StartedService> => {
	// Loaded only here: most clients find a running service.
	const {spawn} = await import('node:child_process');
	const started: {exit: number | null | undefined} = {exit: undefined};
	const child = spawn(file, args, {detached: true, stdio: ['ignore', output, output], env});
	child.once('error', () => {
		started.exit = 127;
	});
	child.once('exit', code => {
		started.exit = code;
	});
	child.unref();
	return started;
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
