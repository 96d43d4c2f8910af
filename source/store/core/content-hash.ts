import {createHash} from 'node:crypto';
import {setImmediate as turn} from 'node:timers/promises';

/** Hashed at a stretch: some milliseconds, in which nobody else is answered. */
const stretchBytes = 1024 * 1024;

/** sha256 of the bytes as hex. Lets others work in between: a large mail takes a quarter of a second. */
export const contentHash = async (bytes: Uint8Array): Promise<string> => {
	const hash = createHash('sha256');
	for (let at = 0; at < bytes.length; at += stretchBytes) {
		if (at > 0) await turn();
		hash.update(bytes.subarray(at, at + stretchBytes));
	}
	return hash.digest('hex');
};
