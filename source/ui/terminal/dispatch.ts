import type {Key} from './key.ts';
import {createKeyParser} from './keys.ts';

/** Where keys come from: `process.stdin`, or a stream of a test. */
export type KeySource = NodeJS.ReadableStream & {
	readonly isTTY?: boolean;
	setRawMode?(isRaw: boolean): unknown;
	ref?(): unknown;
	unref?(): unknown;
};

/** Where terminal modes are set. */
export type ModeSink = {write(text: string): unknown};

export type Dispatch = {
	/** Gives the terminal to somebody else: raw mode and bracketed paste off, no reading. */
	pause(): void;
	/** Takes the terminal back. Keys typed meanwhile belong to whoever had it. */
	resume(): void;
	/** Restores the terminal and stops listening. Safe to call twice. */
	close(): void;
};

export type DispatchOptions = {
	readonly stdin: KeySource;
	readonly stdout: ModeSink;
	/** Called once per key, in order; all keys of one packet in one turn, before anything is drawn. */
	readonly onKey: (key: Key) => void;
	/** The terminal went away. Called at most once. */
	readonly onHangup: () => void;
};

const pasteMarksOn = '\u001B[?2004h';
const pasteMarksOff = '\u001B[?2004l';

/** Feeds the parser and wakes it when something held is due. */
const createFeeder = (onKey: (key: Key) => void) => {
	const parser = createKeyParser();
	let timer: NodeJS.Timeout | undefined;
	let turn: NodeJS.Immediate | undefined;
	const hand = (keys: readonly Key[]) => {
		for (const key of keys) onKey(key);
	};
	const stop = () => {
		clearTimeout(timer);
		clearImmediate(turn);
	};
	const wait = () => {
		stop();
		const until = parser.pendingUntil;
		if (until === undefined) return;
		timer = setTimeout(
			() => {
				// Timers run before input: after a busy stretch the rest of a torn arrow key may
				// already lie in the stream, so reading gets its turn first.
				turn = setImmediate(() => {
					hand(parser.flush(Date.now()));
					wait();
				});
			},
			Math.max(1, until - Date.now()),
		);
	};
	const feed = (chunk: string | Uint8Array) => {
		hand(parser.feed(chunk, Date.now()));
		wait();
	};
	return {feed, stop};
};

/**
 * Reads the terminal in raw mode with bracketed paste and hands every key to one listener.
 * A stream that ends or fails is a hang-up, not an error.
 */
export const createDispatch = (options: DispatchOptions): Dispatch => {
	const {stdin, stdout} = options;
	let feeder = createFeeder(options.onKey);
	let isReading = false;
	let isClosed = false;
	let isGone = false;
	const onData = (chunk: string | Uint8Array) => feeder.feed(chunk);
	const hangUp = () => {
		if (isGone || isClosed) return;
		isGone = true;
		feeder.stop();
		options.onHangup();
	};
	const start = () => {
		if (isReading || isClosed) return;
		isReading = true;
		feeder = createFeeder(options.onKey);
		stdin.setRawMode?.(true);
		stdout.write(pasteMarksOn);
		stdin.on('data', onData);
		stdin.ref?.();
		stdin.resume();
	};
	const stop = () => {
		if (!isReading) return;
		isReading = false;
		feeder.stop();
		stdin.off('data', onData);
		stdin.pause();
		stdin.unref?.();
		restore({stdin, stdout});
	};
	stdin.on('end', hangUp);
	stdin.on('close', hangUp);
	stdin.on('error', hangUp);
	start();
	return {
		pause: stop,
		resume: start,
		close() {
			stop();
			isClosed = true;
			stdin.off('end', hangUp);
			stdin.off('close', hangUp);
			// The listener for errors stays: one that comes after the end would bring the process down.
		},
	};
};

/** A terminal that is gone (EIO) cannot be restored, and needs no restoring. */
const restore = ({stdin, stdout}: Pick<DispatchOptions, 'stdin' | 'stdout'>) => {
	try {
		stdout.write(pasteMarksOff);
		stdin.setRawMode?.(false);
	} catch {
		return;
	}
};
