import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {inspect} from 'node:util';
import {makeFolderNow} from '../../service/make-folder.ts';

/** Writes what is known of a bug where its finder can send it from; null when that fails too. */
export const writeCrashNote = (stateFolder: string, error: unknown): string | null => {
	const file = path.join(stateFolder, `crash-${new Date().toISOString().replaceAll(':', '-')}.txt`);
	try {
		makeFolderNow(stateFolder, 0o700);
		writeFileSync(file, `${inspect(error)}\n`, {mode: 0o600});
		return file;
	} catch {
		return null;
	}
};
