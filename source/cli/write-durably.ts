import {closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync} from 'node:fs';
import path from 'node:path';

/** Writes a file of the person's own whole, synced and renamed; makes its folder. Throws as `fs` does. */
export const writeDurably = (file: string, text: string): void => {
	mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
	const temporary = `${file}.${process.pid}.tmp`;
	const descriptor = openSync(temporary, 'w', 0o600);
	writeSync(descriptor, text);
	fsyncSync(descriptor);
	closeSync(descriptor);
	renameSync(temporary, file);
};
