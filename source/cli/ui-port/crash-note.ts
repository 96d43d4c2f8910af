import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {inspect} from 'node:util';

/** Writes what is known of a bug where its finder can send it from; null when that fails too. */
export const writeCrashNote = (stateFolder: string, error: unknown): string | null => {
	const file = path.join(stateFolder, `crash-${new Date().toISOString().replaceAll(':', '-')}.txt`);
	try {
		mkdirSync(stateFolder, {recursive: true, mode: 0o700});
		writeFileSync(file, `${inspect(error)}\n`, {mode: 0o600});
		return file;
	} catch {
		return null;
	}
};
