import {closeSync, constants, fstatSync, open, read} from 'node:fs';
import {promisify} from 'node:util';

const openFile = promisify(open) as (path: string, flags: number) => Promise<number>;
const readSome = promisify(read);

/** A pipe, a socket, a device or a folder lies where a file should. */
export class NotAFile extends Error {}

/** Opening a pipe waits for a writer otherwise: four of them would hold up all work of the thread pool. */
const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

const isNoFile = ({code}: NodeJS.ErrnoException): boolean => code === 'ENXIO' || code === 'EISDIR';

const opened = async (path: string): Promise<number> => {
	try {
		return await openFile(path, flags);
	} catch (error) {
		// What opening a socket, or a device that is not there, answers.
		throw isNoFile(error as NodeJS.ErrnoException) ? new NotAFile() : error;
	}
};

/**
 * The bytes of a file. Documents and mails are never changed in place, so that the size an open one
 * has is the size it keeps. Only opening and reading may wait for the disk; as turns of the thread
 * pool they are half of what `readFile` takes. Rejects with the system's error, or NotAFile.
 */
export const readWhole = async (path: string): Promise<Buffer> => {
	const file = await opened(path);
	try {
		const found = fstatSync(file);
		if (!found.isFile()) throw new NotAFile();
		const bytes = Buffer.allocUnsafeSlow(found.size);
		let at = 0;
		while (at < bytes.length) {
			const {bytesRead} = await readSome(file, bytes, at, bytes.length - at, at);
			if (bytesRead === 0) break;
			at += bytesRead;
		}
		return at === bytes.length ? bytes : bytes.subarray(0, at);
	} finally {
		closeSync(file);
	}
};
