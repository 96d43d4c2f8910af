import {open, readFile, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import * as v from 'valibot';
import {fail, ok, type Result} from '../../domain/result.ts';
import {syncPath} from '../document/disk/sync-path.ts';
import {isMissing} from '../document/failure.ts';

const form = v.object({
	fresh: v.string(),
	previous: v.nullable(v.string()),
	leave: v.array(v.string()),
	take: v.array(v.string()),
});

/** What a restore exchanges; all names are below the data folder. */
export type RestorePlan = {
	/** The folder that the backup was unpacked in. */
	readonly fresh: string;
	/** The folder for what was there before; null when that was no data. */
	readonly previous: string | null;
	/** Names that go from the data folder to `previous`. */
	readonly leave: readonly string[];
	/** Names that come from `fresh` to the data folder. */
	readonly take: readonly string[];
};

const name = join('run', 'restore.json');

const planPath = (folder: string): string => join(folder, name);

/** Writes the plan down, so that the next start carries it out if this process dies. */
export const writePlan = async (folder: string, plan: RestorePlan): Promise<void> => {
	const path = planPath(folder);
	const file = await open(`${path}.new`, 'w', 0o600);
	try {
		await file.writeFile(JSON.stringify(plan));
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(`${path}.new`, path);
	await syncPath(join(folder, 'run'));
};

/** The restore that is under way in a data folder; null when there is none. */
export const readPlan = async (folder: string): Promise<Result<RestorePlan | null>> => {
	try {
		const plan = v.safeParse(form, JSON.parse(await readFile(planPath(folder), 'utf8')));
		if (plan.success) return ok(plan.output);
	} catch (error) {
		if (isMissing(error)) return ok(null);
		if (!(error instanceof SyntaxError)) throw error;
	}
	return fail('document-unreadable', {path: name, text: 'no plan of a restore'});
};

/** The restore is done. */
export const removePlan = async (folder: string): Promise<void> => {
	await rm(planPath(folder), {force: true});
	await syncPath(join(folder, 'run'));
};
