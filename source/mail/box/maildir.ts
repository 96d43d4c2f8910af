import type {Dirent} from 'node:fs';
import {readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';

/** A raw mail from a file, and its name for messages. */
export type RawMail = {
	readonly name: string;
	/** Null for one that is larger than the reader was told to take. */
	readonly raw: Uint8Array | null;
	/** ISO time of delivery where the format knows it: the file time of a Maildir, as IMAP servers read it. */
	readonly receivedAt?: string;
};

const filesIn = async (folder: string): Promise<readonly string[]> => {
	const entries = await readdir(folder, {withFileTypes: true}).catch((error): Dirent[] => {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	});
	return entries
		.filter(entry => entry.isFile() && !entry.name.startsWith('.'))
		.map(entry => entry.name);
};

const readMail = async (file: string, mostBytes: number): Promise<Omit<RawMail, 'name'>> => {
	const {size, mtime} = await stat(file);
	return {
		raw: size > mostBytes ? null : await readFile(file),
		receivedAt: mtime.toISOString(),
	};
};

/**
 * The mails of a Maildir (`new` and `cur`), one at a time, by file name: delivery order where names
 * begin with the time, as the format has it. Nothing is moved or flagged. Throws when the folder
 * cannot be read; a mail that vanishes meanwhile is left out.
 */
export async function* readMaildir(
	path: string,
	mostBytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<RawMail> {
	await readdir(path);
	const [fresh, seen] = await Promise.all([filesIn(join(path, 'new')), filesIn(join(path, 'cur'))]);
	const files = [
		...fresh.map(name => ({name, file: join(path, 'new', name)})),
		...seen.map(name => ({name, file: join(path, 'cur', name)})),
	].sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const {name, file} of files) {
		const found = await readMail(file, mostBytes).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return null;
			throw error;
		});
		if (found !== null) {
			yield {name, ...found};
		}
	}
}
