import {randomUUID} from 'node:crypto';
import {constants, rmSync} from 'node:fs';
import {access, readdir, rm, stat} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import type {Desk} from '../../desk/desk.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {size} from '../../language/size.ts';
import {packSnapshot, partOf} from '../../store/backup/pack-snapshot.ts';
import {answer, misused, withDesk} from '../answer.ts';
import type {Call, Command} from '../command.ts';
import {clearAtInterrupt} from '../interrupt.ts';

const prefix = 'backup-';

const day = 24 * 60 * 60 * 1000;

/** Snapshots of backups that were killed: their links keep the space of documents that have changed since. */
const clearOld = async (run: string): Promise<void> => {
	for (const name of await readdir(run)) {
		const path = join(run, name);
		const found = name.startsWith(prefix) ? await stat(path).catch(() => null) : null;
		if (found === null || Date.now() - found.mtimeMs < day) continue;
		await rm(path, {recursive: true, force: true});
	}
};

/** What keeps the file from being written is not about the data folder. */
const aboutFile = (packed: Result<void>): Result<void> =>
	packed.ok || packed.problem.name !== 'data-unwritable'
		? packed
		: fail('data-unwritable', {...packed.problem.details, reason: 'file'});

/** The snapshot is made of hard links, so it has to lie on the disk of the data: in its own folder. */
const snapshotInto = async (call: Call, desk: Desk, file: string): Promise<Result<void>> => {
	const run = join(call.dataFolder, 'run');
	const allowed = await access(run, constants.R_OK | constants.W_OK | constants.X_OK).then(
		() => ok(undefined),
		() => fail('not-permitted', {path: run, reason: 'folder'}),
	);
	if (!allowed.ok) return allowed;
	await clearOld(run);
	const folder = join(run, `${prefix}${randomUUID()}`);
	const interrupt = clearAtInterrupt(() => {
		rmSync(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 20});
		rmSync(partOf(file), {force: true});
	});
	try {
		const made = await interrupt.hold(desk.snapshot(folder));
		return made.ok ? aboutFile(await packSnapshot(folder, file)) : made;
	} finally {
		await rm(folder, {recursive: true, force: true});
		interrupt.end();
	}
};

/** Packs a consistent copy of the data into one file while everybody works on. */
export const backup: Command = {
	usage: 'FILE',
	summary: 'cli.backup',
	flags: {},
	run: async call => {
		const [wanted, ...more] = call.args;
		if (wanted === undefined || more.length > 0)
			return misused(call, call.say('cli.one-file-wanted'));
		const file = resolve(wanted);
		return withDesk(call, async desk =>
			answer(call, await snapshotInto(call, desk, file), async () => {
				const bytes = (await stat(file)).size;
				call.tell(call.say('cli.backup.done', {path: file, size: size(bytes, call.language)}));
			}),
		);
	},
};
