import {once} from 'node:events';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import {type WordReply, type WordRequest, wordDesk} from './word-desk.ts';

/** Who answers for the words: a thread over a file, or this thread over memory. */
export type Words = {
	ask(request: WordRequest): Promise<WordReply>;
	/** After everything asked before is answered. */
	close(): Promise<void>;
};

/** For stores in memory. */
export const wordsHere = (): Words => {
	const desk = wordDesk(':memory:');
	return {
		ask: async request => desk.answer(request),
		close: async () => desk.close(),
	};
};

/** The thread's program lies beside this file, as source or compiled, with the same ending. */
const entry = new URL(
	`./word-worker${path.extname(fileURLToPath(import.meta.url))}`,
	import.meta.url,
);

/**
 * The words in a thread of their own, which starts with the first question and again after it died.
 * Idle, it keeps no process alive.
 */
export const wordThread = (file: string): Words => {
	const waiting: Array<(reply: WordReply) => void> = [];
	let worker: Worker | null = null;
	let closing = false;

	const settle = (reply: WordReply): void => {
		waiting.shift()?.(reply);
		if (waiting.length === 0 && !closing) worker?.unref();
	};
	const start = (): Worker => {
		const started = new Worker(entry, {workerData: file, stdin: false});
		const lost = (text: string): void => {
			if (worker !== started) return;
			worker = null;
			for (const resolve of waiting.splice(0)) resolve({ok: false, text});
		};
		started.on('message', settle);
		started.on('error', error => lost(String(error)));
		started.on('exit', code => lost(`the thread of the words ended with ${code}`));
		return started;
	};
	return {
		ask: request => {
			worker ??= start();
			worker.ref();
			worker.postMessage(request);
			return new Promise(resolve => waiting.push(resolve));
		},
		close: async () => {
			closing = true;
			if (worker === null) return;
			worker.ref();
			const ended = once(worker, 'exit').catch(() => undefined);
			worker.postMessage(null);
			await ended;
		},
	};
};
