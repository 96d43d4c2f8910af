import {close, open} from 'node:fs';
import {basename, dirname} from 'node:path';
import {promisify} from 'node:util';

/** sun_path holds 108 bytes on Linux and 104 on BSDs, with the closing zero. */
const longestPath = 103;

type SocketAddress = {readonly path: string; release(): void};

/**
 * A path for bind or connect that fits into sun_path. A longer one is reached through the open
 * directory, which Linux shows below /proc/self/fd; release it when bound or connected.
 */
export const socketAddress = async (path: string): Promise<SocketAddress> => {
	if (Buffer.byteLength(path) <= longestPath) return {path, release: () => undefined};
	const folder = await promisify(open)(dirname(path), 'r');
	return {
		path: `/proc/self/fd/${folder}/${basename(path)}`,
		release: () => close(folder, () => undefined),
	};
};
