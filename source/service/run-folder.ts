import {chmod, readdir, rmdir} from 'node:fs/promises';
import {join} from 'node:path';
import {makeFolder} from './make-folder.ts';

/** The paths of a data folder's `run` directory: what exists only while a service runs. */
export const runPaths = (dataFolder: string) => {
	const folder = join(dataFolder, 'run');
	return {
		folder,
		lock: join(folder, 'owner.lock'),
		socketName: 'desk.sock',
		socket: join(folder, 'desk.sock'),
		who: join(folder, 'who'),
		log: join(folder, 'service.log'),
		pid: join(folder, 'service.pid'),
	};
};

/** Makes `run` (only its group may pass) and throws on anything but an existing one. */
export const makeRunFolder = async (dataFolder: string): Promise<void> => {
	await makeFolder(runPaths(dataFolder).folder, 0o710);
};

/**
 * Makes `run/who`, where clients prove who they are: everybody may create a name, nobody but the
 * owner may list or remove those of others. What killed clients left behind is removed.
 */
export const makeWhoFolder = async (dataFolder: string): Promise<void> => {
	const {who} = runPaths(dataFolder);
	await makeFolder(who, 0o700);
	await chmod(who, 0o1733);
	for (const name of await readdir(who)) {
		// A stranger's directory that is not empty cannot be removed; it does no harm.
		await rmdir(join(who, name)).catch(() => undefined);
	}
};
