import {createInterface} from 'node:readline';
import {cleanLine} from '../../domain/clean-input.ts';

/** Asks for lines and reads them as the terminal gives them: no raw mode, nothing is drawn again. */
export type Prompt = {
	/** One line; null when it was cancelled with ^c or the input has ended. */
	ask(question: string): Promise<string | null>;
	/** Lines up to one that is a single dot, or to the end of the input; null when it was cancelled. */
	askText(): Promise<string | null>;
	isOver(): boolean;
	/** Leaves the input to another program, for `$EDITOR`. */
	pause(): void;
	resume(): void;
	close(): void;
};

export const createPrompt = (
	stdin: NodeJS.ReadableStream,
	stdout: {write(text: string): unknown},
): Prompt => {
	const reader = createInterface({input: stdin, terminal: false});
	const lines: string[] = [];
	let waiting: ((line: string | null, isCancelled?: boolean) => void) | null = null;
	let isOver = false;
	const take = () => {
		const given = waiting;
		waiting = null;
		return given;
	};
	reader.on('line', line => {
		const give = take();
		if (give === null) lines.push(line);
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
		const [line] = lines.splice(0, 1);
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
		async askText() {
			const text: string[] = [];
			for (;;) {
				const {line, isCancelled} = await next();
				if (isCancelled) return null;
				if (line === null || line.trim() === '.') return text.join('\n').trim();
				text.push(line);
			}
		},
		isOver: () => isOver && lines.length === 0,
		pause: () => void reader.pause(),
		resume: () => void reader.resume(),
		close() {
			process.off('SIGINT', interrupt);
			reader.close();
		},
	};
};
