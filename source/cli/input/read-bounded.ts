import {createReadStream} from 'node:fs';
import {frameLimits} from '../../service/protocol.ts';

/** More than this no call carries: reading on would only fill the memory. */
export const mostBytes = frameLimits.call;

/** All bytes of a stream, and whether it went on beyond what a call can carry: then it is left there. */
export const readBounded = async (
	stream: AsyncIterable<Buffer | string>,
): Promise<{readonly bytes: Buffer; readonly isWhole: boolean}> => {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream) {
		const bytes = Buffer.from(chunk);
		chunks.push(bytes);
		length += bytes.length;
		if (length > mostBytes) return {bytes: Buffer.concat(chunks), isWhole: false};
	}
	return {bytes: Buffer.concat(chunks), isWhole: true};
};

/**
 * A file that somebody named, which may be a pipe or a device without an end. Null for one that no
 * call can carry. Throws when it cannot be read.
 */
export const readFileBounded = async (path: string): Promise<Buffer | null> => {
	const {bytes, isWhole} = await readBounded(createReadStream(path) as AsyncIterable<Buffer>);
	return isWhole ? bytes : null;
};
