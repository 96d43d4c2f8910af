import {readdir, rename, rm, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {create} from 'tar';
import {ok, type Result} from '../../domain/result.ts';
import {syncPath} from '../document/disk/sync-path.ts';
import {failureOf} from '../document/failure.ts';
import {tempEnding} from '../layout.ts';
import {countFiles, manifestName} from './manifest.ts';

/** The file that grows while this process packs a backup. */
export const partOf = (file: string): string =>
	join(dirname(file), `.${basename(file)}.${process.pid}${tempEnding}`);

/**
 * Packs a snapshot folder into one compressed tar file, readable by its owner alone. The file is
 * there whole or not at all; one that was there before is replaced. A small `backup.json` with the
 * count of files is added to the snapshot folder and packed with it.
 */
export const packSnapshot = async (folder: string, file: string): Promise<Result<void>> => {
	const temp = partOf(file);
	try {
		const manifest = await countFiles(folder);
		await writeFile(join(folder, manifestName), JSON.stringify(manifest), {mode: 0o600});
		await writeFile(temp, '', {mode: 0o600});
		const options = {cwd: folder, file: temp, gzip: {level: 6}, portable: true, strict: true};
		await create(options, await readdir(folder));
		await syncPath(temp);
		await rename(temp, file);
		await syncPath(dirname(file));
		return ok(undefined);
	} catch (error) {
		await rm(temp, {force: true});
		return failureOf(error, file);
	}
};
