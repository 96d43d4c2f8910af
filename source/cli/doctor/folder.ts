import {constants, type Stats} from 'node:fs';
import {access, stat, statfs} from 'node:fs/promises';
import {join} from 'node:path';
import {size} from '../../language/size.ts';
import type {Call} from '../command.ts';
import {type Finding, flaw, sound} from './finding.ts';

const modeOf = ({mode}: Stats): string => (mode & 0o777).toString(8).padStart(4, '0');

const statOf = (path: string): Promise<Stats | null> => stat(path).catch(() => null);

const isWritable = (path: string): Promise<boolean> =>
	access(path, constants.R_OK | constants.W_OK | constants.X_OK).then(
		() => true,
		() => false,
	);

/** Below this a mail with files may not find room, and the words of a search none at all. */
const leastRoom = 64 * 1024 * 1024;

/** What is left on the file system for others than root. */
const roomFor = async (path: string): Promise<number> => {
	const {bavail, bsize} = await statfs(path);
	return bavail * bsize;
};

/** A folder of the service's own user is not ours to write: the service says what it cannot do. */
const isForeign = (found: Stats): boolean => {
	const uid = process.getuid?.();
	return uid !== 0 && uid !== found.uid;
};

const secrets = async (call: Call): Promise<readonly Finding[]> => {
	const path = join(call.dataFolder, 'secrets.json');
	const found = await statOf(path);
	if (found === null) return [];
	return (found.mode & 0o077) === 0
		? [sound(call.say('cli.doctor.secrets-ok', {path}))]
		: [flaw(call, 'secrets-open', {path, mode: modeOf(found)})];
};

/** The data folder: there, writable, closed to others, its secrets too. */
export const checkFolder = async (call: Call): Promise<readonly Finding[]> => {
	const path = call.dataFolder;
	const found = await statOf(path);
	if (found === null) return [flaw(call, 'folder-missing', {path})];
	if (!found.isDirectory()) return [flaw(call, 'folder-no-folder', {path})];
	if (isForeign(found)) return [sound(call.say('cli.doctor.folder-foreign', {path}))];
	if (!(await isWritable(path))) return [flaw(call, 'folder-unwritable', {path})];
	const mode = modeOf(found);
	const room = await roomFor(path);
	return [
		...(room < leastRoom
			? [flaw(call, 'folder-full', {path, room: size(room, call.language)})]
			: []),
		// The group may pass: its agents reach the socket that way.
		(found.mode & 0o067) === 0
			? sound(call.say('cli.doctor.folder-ok', {path}))
			: flaw(call, 'folder-open', {path, mode}),
		...(await secrets(call)),
	];
};
