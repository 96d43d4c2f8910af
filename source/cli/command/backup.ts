import {randomUUID} from 'node:crypto';
import {constants} from 'node:fs';
import {access, rm, stat} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import type {Desk} from '../../desk/desk.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {size} from '../../language/size.ts';
import {packSnapshot} from '../../store/backup/pack-snapshot.ts';
import {answer, misused, withDesk} from '../answer.ts';
import type {Call, Command} from '../command.ts';

/** The snapshot is made of hard links, so it has to lie on the disk of the data: in its own folder. */
const snapshotInto = async (call: Call, desk: Desk, file: string): Promise<Result<void>> => {
	const run = join(call.dataFolder, 'run');
	const allowed = await access(run, constants.R_OK | constants.W_OK | constants.X_OK).then(
		() => ok(undefined),
		() => fail('not-permitted', {path: run, reason: 'folder'}),
	);
	if (!allowed.ok) return allowed;
	const folder = join(run, `backup-${randomUUID()}`);
	try {
		const made = await desk.snapshot(folder);
		return made.ok ? await packSnapshot(folder, file) : made;
	} finally {
		await rm(folder, {recursive: true, force: true});
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
