import {Writable} from 'node:stream';
import {beginSync, endSync, type Frame, readFrame} from './frame.ts';
import {createScreen} from './screen.ts';

/** What Ink takes as its `stdout`, with two wishes of our own. */
export type ScrollWriter = NodeJS.WriteStream & {
	/** Paints the last frame again, whatever the terminal shows: Ctrl+L. */
	redraw(): void;
	/** Drops everything written from now on: the terminal has been given back. */
	mute(): void;
};

export type ScrollWriterOptions = {
	/** False where SU and SD are unknown, as on the Linux console. By default decided by `TERM`. */
	readonly canScroll?: boolean;
};

type Item =
	| {readonly kind: 'frame'; readonly frame: Frame; readonly written: string}
	| {readonly kind: 'bytes'; readonly text: string; readonly done?: () => void};

type FrameItem = Extract<Item, {kind: 'frame'}>;

/** The newer frame, which keeps the rows of the older one when it only moves the cursor. */
const joined = (older: FrameItem, newer: FrameItem): FrameItem =>
	newer.frame.lines === undefined
		? {
				kind: 'frame',
				frame: {...newer.frame, lines: older.frame.lines},
				written: older.written + newer.written,
			}
		: newer;

/** Writing to a terminal that is gone (EIO) is not our failure: whoever listens to it knows. */
const writeTo = (stdout: NodeJS.WriteStream, text: string, done?: () => void): boolean => {
	if (stdout.destroyed || stdout.writableEnded) {
		done?.();
		return true;
	}
	return stdout.write(text, () => done?.());
};

/** Hands items to the terminal as it takes them; of frames that wait only the newest stays. */
const createQueue = (stdout: NodeJS.WriteStream, canScroll: boolean) => {
	const rows = () => stdout.rows || 24;
	const screen = createScreen(() => ({columns: stdout.columns || 80, rows: rows()}), canScroll);
	let items: Item[] = [];
	let isFull = false;
	let last: Frame | undefined;

	const emit = (text: string, done?: () => void) => {
		if (!writeTo(stdout, text, done)) isFull = true;
	};
	const passOn = (text: string, done?: () => void) => {
		// An empty write is Ink waiting for all earlier ones; it leaves the screen as it is.
		if (text === '') return emit(text, done);
		const settled = screen.settle();
		screen.forget();
		emit(settled + text, done);
	};
	const emitFrame = ({frame, written}: FrameItem) => {
		const bytes = screen.paint(frame);
		if (bytes === undefined) passOn(beginSync + written + endSync);
		else if (bytes !== '') emit(bytes);
	};
	const pump = () => {
		while (!isFull && items.length > 0) {
			const item = items.shift();
			if (item?.kind === 'frame') emitFrame(item);
			else if (item !== undefined) passOn(item.text, item.done);
		}
	};
	const add = (item: Item) => {
		const waiting = items.at(-1);
		if (item.kind === 'frame' && waiting?.kind === 'frame') {
			items.pop();
			items.push(joined(waiting, item));
		} else items.push(item);
		pump();
	};
	stdout.on('drain', () => {
		isFull = false;
		pump();
	});
	stdout.on('resize', () => screen.forget());
	return {
		frame(written: string) {
			const frame = readFrame(written, rows());
			if (frame === undefined) {
				last = undefined;
				return add({kind: 'bytes', text: beginSync + written + endSync});
			}
			last = {...frame, lines: frame.lines ?? last?.lines};
			add({kind: 'frame', frame, written});
		},
		bytes: (text: string, done?: () => void) => add({kind: 'bytes', text, ...(done && {done})}),
		redraw() {
			if (last?.lines === undefined || last.lines.length !== rows()) return;
			screen.forget();
			add({kind: 'frame', frame: last, written: last.lines.join('\n')});
		},
		drop() {
			for (const item of items) if (item.kind === 'bytes') item.done?.();
			items = [];
		},
	};
};

/** Collects Ink's writes between its synchronisation marks into one frame each. */
const createCollector = (queue: ReturnType<typeof createQueue>) => {
	let open: string | undefined;
	return (text: string) => {
		if (text === beginSync) {
			if (open !== undefined) queue.bytes(open);
			open = '';
		} else if (open === undefined) {
			queue.bytes(text);
		} else if (text === endSync) {
			const written = open;
			open = undefined;
			queue.frame(written);
		} else {
			open += text;
		}
	};
};

/**
 * A stand-in for `stdout` that Ink 8 writes its whole frames to. It compares each with the one
 * before, lets the terminal scroll what has moved, and writes only the cells that changed, in one
 * write a frame. Bytes it does not understand go through as they are, and the next frame is painted
 * whole. While the terminal is slow only the newest frame waits, so a held key leaves no trail.
 */
export const createScrollWriter = (
	stdout: NodeJS.WriteStream,
	options: ScrollWriterOptions = {},
): ScrollWriter => {
	const isPlain = /^(?:linux|dumb)/.test(process.env['TERM'] ?? '');
	const queue = createQueue(stdout, options.canScroll ?? !isPlain);
	const collect = createCollector(queue);
	let isMuted = false;
	const writer = new Writable({
		decodeStrings: false,
		write(chunk: string | Uint8Array, _encoding, done) {
			const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
			if (isMuted) return done();
			// Only an empty write waits: Ink asks with it whether the terminal has everything.
			if (text === '') return queue.bytes('', done);
			collect(text);
			return done();
		},
	});
	stdout.on('resize', () => writer.emit('resize'));
	stdout.on('close', () => writer.destroy());
	Object.defineProperties(writer, {
		isTTY: {get: () => stdout.isTTY},
		columns: {get: () => stdout.columns},
		rows: {get: () => stdout.rows},
	});
	const wishes = {
		redraw: () => queue.redraw(),
		mute() {
			isMuted = true;
			queue.drop();
		},
	};
	return Object.assign(writer, wishes) as unknown as ScrollWriter;
};
