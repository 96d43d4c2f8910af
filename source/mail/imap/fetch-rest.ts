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

type Fetched = Uint8Array | 'gone' | 'too-large';

/** Some servers end their pieces before the mail ends; then it is asked for in one. */
const fetchInOne = async (
	client: ImapFlow,
	uid: number,
	{known, maxBytes}: {readonly known: number; readonly maxBytes: number},
): Promise<Fetched> => {
	const row = await client.fetchOne(String(uid), {uid: true, source: true}, {uid: true});
	const whole = (row ? row.source : null) ?? new Uint8Array();
	if (whole.length === 0 || whole.length < known) return 'gone';
	return whole.length > maxBytes ? 'too-large' : whole;
};

/**
 * A whole mail of which the start is known: piece by piece until one comes shorter than asked for.
 * Where that is not where the server's size says, one more piece is asked for, to be sure of the end,
 * and where there should be more, the whole once again. Throws what imapflow throws.
 */
export const fetchRest = async (
	client: ImapFlow,
	{uid, bytes}: {readonly uid: number; readonly bytes: Uint8Array},
	{size, maxBytes}: {readonly size: number; readonly maxBytes: number},
): Promise<Fetched> => {
	const whole = collector(Math.min(size, maxBytes));
	whole.add(bytes);
	while (whole.length() <= maxBytes) {
		const start = whole.length();
		const source = {start, maxLength: Math.min(pieceBytes, maxBytes + 1 - start)};
		const row = await client.fetchOne(String(uid), {uid: true, source}, {uid: true});
		if (!row) return 'gone';
		const piece = row.source ?? new Uint8Array();
		whole.add(piece);
		const isShort = piece.length < source.maxLength;
		if (isShort && whole.length() === size) return whole.bytes();
		if (piece.length > 0) continue;
		return row.source && whole.length() > size
			? whole.bytes()
			: fetchInOne(client, uid, {known: start, maxBytes});
	}
	return 'too-large';
};
