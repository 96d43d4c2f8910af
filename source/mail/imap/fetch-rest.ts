import type {ImapFlow} from 'imapflow';

/** A long mail is fetched in pieces of this size: putting 60 MB together stops everything else. */
const pieceBytes = 4 * 1024 * 1024;

/** Grows by doubling; `size` is what the server says, and mostly right. */
const collector = (size: number) => {
	let bytes = new Uint8Array(size);
	let length = 0;
	return {
		add: (piece: Uint8Array): void => {
			if (length + piece.length > bytes.length) {
				const larger = new Uint8Array(Math.max(bytes.length * 2, length + piece.length));
				larger.set(bytes.subarray(0, length));
				bytes = larger;
			}
			bytes.set(piece, length);
			length += piece.length;
		},
		length: (): number => length,
		bytes: (): Uint8Array => bytes.subarray(0, length),
	};
};

/**
 * A whole mail of which the start is known: piece by piece until one comes shorter than asked for.
 * Where that is not where the server's size says, one more piece is asked for, to be sure of the end.
 * Throws what imapflow throws.
 */
export const fetchRest = async (
	client: ImapFlow,
	{uid, bytes}: {readonly uid: number; readonly bytes: Uint8Array},
	{size, maxBytes}: {readonly size: number; readonly maxBytes: number},
): Promise<Uint8Array | 'gone' | 'too-large'> => {
	const whole = collector(Math.min(size, maxBytes));
	whole.add(bytes);
	while (whole.length() <= maxBytes) {
		const start = whole.length();
		const source = {start, maxLength: Math.min(pieceBytes, maxBytes + 1 - start)};
		const row = await client.fetchOne(String(uid), {uid: true, source}, {uid: true});
		if (!row) return 'gone';
		const piece = row.source;
		// Without an answer about the end only the size can tell; else the mail is left for another pass.
		if (!piece) return start === size ? whole.bytes() : 'gone';
		whole.add(piece);
		const isShort = piece.length < source.maxLength;
		if (piece.length === 0 || (isShort && whole.length() === size)) return whole.bytes();
	}
	return 'too-large';
};
