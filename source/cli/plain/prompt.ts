import {createInterface} from 'node:readline';
import {cleanLine} from '../../domain/clean-input.ts';

/** A terminal that gathers lines itself drops what a line has beyond this, without a word. Bytes. */
const longestTyped = 4095;

/** A text, and whether its writer ended it, cancelled it, or was cut off. */
export type Typed = {readonly text: string; readonly end: 'dot' | 'cancelled' | 'cut'};

/** Asks for lines and reads them as the terminal gives them: no raw mode, nothing is drawn again. */
export type Prompt = {
	/** One line; null when it was cancelled with ^c or the input has ended. */
	ask(question: string): Promise<string | null>;
	/** Lines up to one that is a single dot; `onText` hears at each what reads the text so far. */
	askText(onText?: (read: () => string) => void): Promise<Typed>;
	isOver(): boolean;
	/** Leaves the input to another program, for `$EDITOR`. */
	pause(): void;
	resume(): void;
	close(): void;
};

export const createPrompt = (
	stdin: NodeJS.ReadableStream & {readonly isTTY?: boolean},
	stdout: {write(text: string): unknown},
	/** Says that the end of a line is missing. */
	tellCut: () => void = () => undefined,
): Prompt => {
	const reader = createInterface({input: stdin, terminal: false});
	const ahead: string[] = [];
	let waiting: ((line: string | null, isCancelled?: boolean) => void) | null = null;
	let isOver = false;
	const take = () => {
		const given = waiting;
		waiting = null;
		return given;
	};
	reader.on('line', line => {
		if (stdin.isTTY && Buffer.byteLength(line) >= longestTyped) tellCut();
		const give = take();
		if (give === null) ahead.push(line);
		else give(line);
	});
	reader.on('close', () => {
		isOver = true;
		take()?.(null);
	});
	const interrupt = () => {
		stdout.write('\n');
		take()?.(null, true);
	};
	process.on('SIGINT', interrupt);
	const next = (): Promise<{readonly line: string | null; readonly isCancelled: boolean}> => {
		const [line] = ahead.splice(0, 1);
		if (line !== undefined) return Promise.resolve({line, isCancelled: false});
		if (isOver) return Promise.resolve({line: null, isCancelled: false});
		return new Promise(resolve => {
			waiting = (found, isCancelled = false) => resolve({line: found, isCancelled});
		});
	};
	return {
		async ask(question) {
			stdout.write(question);
			const {line} = await next();
			return line === null ? null : cleanLine(line);
		},
		async askText(onText = () => undefined) {
			const lines: string[] = [];
			const read = () => lines.join('\n').trim();
			for (;;) {
				const {line, isCancelled} = await next();
				if (isCancelled) return {text: read(), end: 'cancelled'};
				if (line === null) return {text: read(), end: 'cut'};
				if (line.trim() === '.') return {text: read(), end: 'dot'};
				lines.push(line);
				onText(read);
			}
		},
		isOver: () => isOver && ahead.length === 0,
		pause: () => void reader.pause(),
		resume: () => void reader.resume(),
		close() {
			process.off('SIGINT', interrupt);
			reader.close();
		},
	};
};
