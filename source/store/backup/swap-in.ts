import {existsSync} from 'node:fs';
import {link, mkdir, readdir, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {fail, ok, type Result} from '../../domain/result.ts';
import {syncPath} from '../document/disk/sync-path.ts';
import {failureOf, isMissing} from '../document/failure.ts';
import {messageKeyPath} from '../layout.ts';
import {type RestorePlan, readPlan, removePlan, writePlan} from './restore-plan.ts';

const previousPrefix = 'before-';

/** A free name for what was there before a restore. */
export const previousName = (folder: string, now: number): string => {
	const name = `${previousPrefix}${new Date(now).toISOString().replace(/[-:]|\..*$/gu, '')}`;
	for (let count = 1; ; count += 1) {
		const tried = count === 1 ? name : `${name}-${count}`;
		if (!existsSync(join(folder, tried))) return tried;
	}
};

/**
 * `run` keeps its place, and with it the lock of who restores: no service can start in between, as it
 * could while a data folder was missing that was renamed as a whole.
 */
export const staysInPlace = (name: string): boolean =>
	name === 'run' || name.startsWith(previousPrefix);

/**
 * Passwords are not in a backup: those of the data that is replaced go on being used. So does its key
 * of the Message-IDs where the backup holds none: it was made before the key was first used.
 */
const secretPaths: readonly string[] = ['secrets.json', messageKeyPath];

const removeAll = (path: string): Promise<void> =>
	rm(path, {recursive: true, force: true, maxRetries: 10, retryDelay: 50});

/** Moves what is there and has not come there yet: may be repeated after any interruption. */
const moveAll = async (names: readonly string[], from: string, to: string): Promise<void> => {
	if (!existsSync(from)) return;
	for (const name of names) {
		if (existsSync(join(to, name)) || !existsSync(join(from, name))) continue;
		await rename(join(from, name), join(to, name));
	}
	await syncPath(to);
	await syncPath(from);
};

/** What was there before keeps its secrets too, should somebody want it back. */
const linkSecrets = async (folder: string, previous: string, plan: RestorePlan): Promise<void> => {
	for (const name of secretPaths) {
		if (plan.leave.includes(name)) continue;
		await link(join(folder, name), join(previous, name)).catch((error: NodeJS.ErrnoException) => {
			if (!isMissing(error) && error.code !== 'EEXIST') throw error;
		});
	}
};

const carryOut = async (folder: string, plan: RestorePlan): Promise<void> => {
	const fresh = join(folder, plan.fresh);
	if (plan.previous === null) {
		// A cache of nothing.
		const stale = plan.leave.filter(name => existsSync(join(fresh, name)));
		for (const name of stale) await removeAll(join(folder, name));
	} else {
		const previous = join(folder, plan.previous);
		await mkdir(previous, {recursive: true, mode: 0o700});
		await linkSecrets(folder, previous, plan);
		await moveAll(plan.leave, folder, previous);
	}
	await moveAll(plan.take, fresh, folder);
	await removePlan(folder);
	await removeAll(fresh);
};

/** The way back, after a step that the disk refused. */
const takeBack = async (folder: string, plan: RestorePlan): Promise<void> => {
	await moveAll(plan.take, folder, join(folder, plan.fresh));
	if (plan.previous !== null) {
		const previous = join(folder, plan.previous);
		await moveAll(plan.leave, previous, folder);
		await removeAll(previous);
	}
	await removePlan(folder);
};

/**
 * Puts what was unpacked into `fresh` in the place of the data, which goes to `previous`; null where
 * there is none. It happens as a whole: what dies on the way is finished by `finishRestore`. Rejects
 * with the disk's error; then everything is as it was.
 */
export const swapIn = async (
	folder: string,
	{fresh, previous}: Pick<RestorePlan, 'fresh' | 'previous'>,
): Promise<void> => {
	const take = (await readdir(join(folder, fresh))).filter(name => !staysInPlace(name));
	const leave = (await readdir(folder)).filter(
		name => !staysInPlace(name) && (take.includes(name) || !secretPaths.includes(name)),
	);
	const plan = {fresh, previous, leave, take};
	await writePlan(folder, plan);
	try {
		await carryOut(folder, plan);
	} catch (error) {
		await takeBack(folder, plan);
		throw error;
	}
};

/**
 * Finishes a restore that died while it exchanged the data. To be called by the owner of the folder
 * before it is opened. Problems: `document-unreadable`, `data-unwritable`, `disk-full`.
 */
export const finishRestore = async (folder: string): Promise<Result<void>> => {
	try {
		const plan = await readPlan(folder);
		if (!plan.ok || plan.value === null) return plan.ok ? ok(undefined) : plan;
		if (!existsSync(join(folder, plan.value.fresh))) {
			return fail('document-unreadable', {path: plan.value.fresh, text: 'missing'});
		}
		await carryOut(folder, plan.value);
		return ok(undefined);
	} catch (error) {
		return failureOf(error, folder);
	}
};
