import {closeSync, fstatSync, open, read} from 'node:fs';
import {promisify} from 'node:util';

const openFile = promisify(open) as (path: string, flags: 'r') => Promise<number>;
const readSome = promisify(read);

/**
 * The bytes of a file. Documents and mails are never changed in place, so that the size an open one
 * has is the size it keeps. Only opening and reading may wait for the disk; as turns of the thread
 * pool they are half of what `readFile` takes. Rejects with the system's error.
 */
export const readWhole = async (path: string): Promise<Buffer> => {
	const file = await openFile(path, 'r');
	try {
		const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
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
