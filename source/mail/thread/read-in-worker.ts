import {availableParallelism} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {ParsedMail} from '../../domain/receive/parsed-mail.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {MailReader} from '../mail.ts';
import type {ReadJob, ReadValue} from './read-job.ts';
import {type ReadOutcome, ReadThread} from './read-thread.ts';
import {isLarge, sharedCopy} from './shared-copy.ts';

/** mail.md §3. */
const defaults = {timeoutMs: 10_000, memoryMb: 512};

export type MailReaderOptions = {
	/** Threads at most that share the work; they start when there is work for them. */
	readonly size?: number;
	readonly timeoutMs?: number;
	/** Heap of one thread, in MiB. */
	readonly memoryMb?: number;
	/** Of a larger mail only the header is read; 25 MiB by default. */
	readonly maxBytes?: number;
	/** Another thread program than ours; for tests of the limits. */
	readonly entry?: URL;
};

/** The thread's program lies beside this file, as source or compiled, with the same ending. */
const entryBeside = (): URL =>
	new URL(`./read-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);

type Waiting = {readonly job: ReadJob; readonly resolve: (outcome: ReadOutcome) => void};

/** Two where that leaves a core to whoever wants the mails read: with one core less they are slower than one. */
const usualSize = (): number => Math.min(2, Math.max(1, availableParallelism() - 1));

/** So long the others wait behind a mail before a thread more starts for them. Milliseconds. */
const patienceMs = 1000;

/** Hands jobs to the threads in the order they come. */
const createPool = (size: number, createThread: () => ReadThread) => {
	const threads: ReadThread[] = [];
	const queue: Waiting[] = [];
	const running = new Set<Promise<unknown>>();

	const needsMore = (): boolean =>
		threads.length < size ||
		(threads.length === size && threads.every(({busyMs}) => busyMs > patienceMs));

	/** An idle thread, a new one, or the one with the least before it; null when all are full. */
	const freeThread = (): ReadThread | null => {
		const [least] = threads.toSorted((a, b) => a.load - b.load);
		if (least && (least.load === 0 || !needsMore())) return least.full ? null : least;
		const thread = createThread();
		threads.push(thread);
		return thread;
	};

	const next = (): void => {
		const thread = queue.length > 0 ? freeThread() : null;
		const waiting = thread && queue.shift();
		if (!thread || !waiting) return;
		void thread.run(waiting.job).then(outcome => {
			waiting.resolve(outcome);
			next();
		});
		next();
	};

	return {
		run: (job: ReadJob): Promise<ReadOutcome> => {
			const outcome = new Promise<ReadOutcome>(resolve => {
				queue.push({job, resolve});
			});
			running.add(outcome);
			void outcome.then(() => running.delete(outcome));
			next();
			return outcome;
		},
		isIdle: (): boolean => running.size === 0,
		/** What was asked for is still answered: a mail must not look unreadable because we stop. */
		close: async (): Promise<void> => {
			await Promise.all(running);
			await Promise.all(threads.map(thread => thread.close()));
		},
	};
};

/**
 * Reads mails in worker threads with a time and a memory limit. A mail that passes them gets the
 * problem `mail-unreadable` with the reason `parse-timeout`, `out-of-memory` or `parse-error`; the
 * mails behind it are read by a fresh thread.
 */
export const createMailReader = (options: MailReaderOptions = {}): MailReader => {
	const {timeoutMs, memoryMb} = {...defaults, ...options};
	const maxBytes = options.maxBytes ?? null;
	const entry = options.entry ?? entryBeside();
	const size = options.size ?? usualSize();
	const createThread = () => new ReadThread({entry, timeoutMs, memoryMb});
	const pool = createPool(size, createThread);
	/** Who opens a file must not wait behind mails that take their ten seconds each. */
	const forPeople = createPool(1, createThread);
	const poolFor = ({kind}: ReadJob) => (kind === 'mail' || pool.isIdle() ? pool : forPeople);

	/** Large mails on their way to the pool. */
	const copying = new Set<Promise<unknown>>();
	const runLarge = async (job: ReadJob): Promise<ReadOutcome> => {
		const copied = sharedCopy(job.raw);
		copying.add(copied);
		const outcome = poolFor(job).run({...job, raw: await copied});
		copying.delete(copied);
		return outcome;
	};

	const ask = async (job: ReadJob): Promise<Result<ReadValue>> => {
		const outcome = await (isLarge(job.raw) ? runLarge(job) : poolFor(job).run(job));
		return outcome.ok ? ok(outcome.value) : fail('mail-unreadable', {reason: outcome.reason});
	};

	return {
		read: async raw => {
			const result = await ask({kind: 'mail', raw, maxBytes});
			return result.ok ? ok(result.value as ParsedMail) : result;
		},
		attachment: async (raw, index) => {
			const result = await ask({kind: 'attachment', raw, index});
			if (!result.ok) return result;
			const {value} = result;
			return value instanceof Uint8Array ? ok(value) : fail('attachment-missing', {index});
		},
		html: async raw => {
			const result = await ask({kind: 'html', raw});
			return result.ok ? ok(result.value as string | null) : result;
		},
		close: async () => {
			await Promise.all(copying);
			await Promise.all([pool.close(), forPeople.close()]);
		},
	};
};
