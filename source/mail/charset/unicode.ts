import iconv from 'iconv-lite';

const asBuffer = (bytes: Uint8Array): Buffer =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** How many of the first bytes are NUL, by their place in units of `size` bytes. */
const nuls = (bytes: Uint8Array, size: number): number[] => {
	const counts = new Array<number>(size).fill(0);
	for (const [at, byte] of bytes.subarray(0, 4096).entries()) {
		if (byte === 0) counts[at % size] = (counts[at % size] ?? 0) + 1;
	}
	return counts;
};

const looksAscii = (bytes: Uint8Array): boolean => !bytes.includes(0);

/**
 * UTF-16 under a label that does not say in which order: the mark decides, else where the NULs of its
 * Latin letters stand, else big-endian (RFC 2781 §4.3). Without any NUL and in pure ASCII the label lies.
 */
export const decodeUtf16 = (bytes: Uint8Array): string => {
	const [even = 0, odd = 0] = nuls(bytes, 2);
	if (even === 0 && odd === 0 && bytes.every(byte => byte < 0x80)) {
		return asBuffer(bytes).toString('latin1');
	}
	const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
	return new TextDecoder(marked || odd > even ? 'utf-16le' : 'utf-16be').decode(bytes);
};

/** The same for UTF-32. */
export const decodeUtf32 = (bytes: Uint8Array): string => {
	if (looksAscii(bytes)) return asBuffer(bytes).toString();
	const [first = 0, , , last = 0] = nuls(bytes, 4);
	return iconv.decode(asBuffer(bytes), last > first ? 'utf-32le' : 'utf-32be');
};

/** The encoding that a byte order mark at the start names, null without one. UTF-8's is left to its decoder. */
export const byteOrderMark = (bytes: Uint8Array): 'utf-16' | 'utf-16be' | 'utf-32' | null => {
	const [first, second, third, fourth] = bytes;
	if (first === 0xff && second === 0xfe) {
		return third === 0 && fourth === 0 && bytes.length % 4 === 0 ? 'utf-32' : 'utf-16';
	}
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? 'utf-32' : null;
};
