/**
 * The frames on the socket: two unsigned 32-bit lengths (big endian), JSON text, bytes. The second
 * length counts the bytes plus one, 0 says that there are none. Mails and attachments travel beside
 * the JSON: 8 MB as base64 inside it cost 5 times the time.
 */
export type Frame = {readonly json: unknown; readonly bytes: Uint8Array | null};

type FrameFault = 'frame-malformed' | 'frame-too-large';

const headerLength = 8;

/** The bytes of a frame, to be written as they are. */
export const encodeFrame = (json: unknown, bytes: Uint8Array | null = null): Uint8Array => {
	const text = Buffer.from(JSON.stringify(json));
	const frame = Buffer.allocUnsafe(headerLength + text.length + (bytes?.length ?? 0));
	frame.writeUInt32BE(text.length, 0);
	frame.writeUInt32BE(bytes ? bytes.length + 1 : 0, 4);
	frame.set(text, headerLength);
	if (bytes) frame.set(bytes, headerLength + text.length);
	return frame;
};

type Sizes = {readonly text: number; readonly bytes: number; readonly hasBytes: boolean};

const readSizes = (header: Buffer): Sizes => {
	const second = header.readUInt32BE(4);
	return {
		text: header.readUInt32BE(0),
		bytes: second === 0 ? 0 : second - 1,
		hasBytes: second !== 0,
	};
};

const parseFrame = (body: Buffer, sizes: Sizes): Frame | null => {
	try {
		const json: unknown = JSON.parse(body.toString('utf8', 0, sizes.text));
		// A copy of its own: the body may be a view of a shared network buffer.
		const bytes = sizes.hasBytes ? Uint8Array.from(body.subarray(sizes.text)) : null;
		return {json, bytes};
	} catch {
		return null;
	}
};

/**
 * Puts frames together from a stream's chunks, however it cut them. Once `feed` has answered a fault
 * the stream cannot be understood any more and has to be closed.
 */
export class FrameReader {
	/** Largest accepted frame in bytes without the header; may be raised after the greeting. */
	limit: number;
	#chunks: Buffer[] = [];
	#length = 0;
	#sizes: Sizes | null = null;
	readonly #onFrame: (frame: Frame) => void;

	constructor(limit: number, onFrame: (frame: Frame) => void) {
		this.limit = limit;
		this.#onFrame = onFrame;
	}

	feed(chunk: Uint8Array): FrameFault | null {
		this.#chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
		this.#length += chunk.byteLength;
		for (;;) {
			if (!this.#sizes) {
				if (this.#length < headerLength) return null;
				this.#sizes = readSizes(this.#take(headerLength));
			}
			const sizes = this.#sizes;
			if (sizes.text + sizes.bytes > this.limit) return 'frame-too-large';
			if (this.#length < sizes.text + sizes.bytes) return null;
			this.#sizes = null;
			const frame = parseFrame(this.#take(sizes.text + sizes.bytes), sizes);
			if (!frame) return 'frame-malformed';
			this.#onFrame(frame);
		}
	}

	#take(count: number): Buffer {
		const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
		const whole = all ?? Buffer.alloc(0);
		this.#chunks = whole.length > count ? [whole.subarray(count)] : [];
		this.#length -= count;
		return whole.subarray(0, count);
	}
}
