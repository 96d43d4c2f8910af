import {PassThrough} from 'node:stream';
import {type Key, keyName} from '../terminal/key.ts';

/** Bytes of the keys that a text field of one line knows. */
const bytes: Readonly<Record<string, string>> = {
	backspace: '\u007F',
	delete: '\u007F',
	left: '\u001B[D',
	right: '\u001B[C',
};

const bytesOf = (key: Key): string | null =>
	key.text === undefined ? (bytes[keyName(key)] ?? null) : key.text.replace(/\s*\n\s*/gu, ' ');

type KeyQueue = {
	push(key: Key): void;
	/**
	 * Keeps the keys back until a screen that was asked for is there: what is typed ahead after `r`
	 * is text, and must not act on the list. After two seconds the keys held are dropped.
	 */
	hold(until: Promise<unknown>): void;
	/** What Ink reads from: only the keys of the line that is open. */
	readonly stdin: NodeJS.ReadStream;
};

const longestHold = 2000;

const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/**
 * Keys in their order. While a line is open its text field gets them, one for each turn of the
 * event loop, because it keeps its state in React and loses keys that come together. All others are
 * handled at once.
 */
export const createKeyQueue = (options: {
	readonly isLineOpen: () => boolean;
	readonly handle: (key: Key) => void;
}): KeyQueue => {
	const stream = new PassThrough();
	const stdin = Object.assign(stream, {
		isTTY: true,
		setRawMode: () => stream,
		ref: () => stream,
		unref: () => stream,
	}) as unknown as NodeJS.ReadStream;
	const waiting: Key[] = [];
	let isBusy = false;

	const feedLine = async (text: string) => {
		isBusy = true;
		// The field may have been opened by the key before: it listens once React has drawn it.
		await nextTurn();
		stream.write(text);
		await nextTurn();
		await nextTurn();
		isBusy = false;
		pump();
	};
	const pump = () => {
		while (!isBusy) {
			const key = waiting.shift();
			if (key === undefined) return;
			const text = options.isLineOpen() ? bytesOf(key) : null;
			if (text === null) options.handle(key);
			else void feedLine(text);
		}
	};
	return {
		stdin,
		push(key) {
			waiting.push(key);
			pump();
		},
		hold(until) {
			isBusy = true;
			let timer: NodeJS.Timeout | undefined;
			const tooLong = new Promise<void>(resolve => {
				timer = setTimeout(() => {
					// What was meant as text would act on the list: better lost than that.
					waiting.length = 0;
					resolve();
				}, longestHold);
			});
			void Promise.race([until, tooLong]).then(() => {
				clearTimeout(timer);
				isBusy = false;
				pump();
			});
		},
	};
};
