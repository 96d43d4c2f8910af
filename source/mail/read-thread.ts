import {Worker} from 'node:worker_threads';
import type {ReadJob, ReadReply, ReadValue} from './read-job.ts';

export type ReadFailure = 'parse-error' | 'parse-timeout' | 'out-of-memory';

export type ReadOutcome =
	| {readonly ok: true; readonly value: ReadValue}
	| {readonly ok: false; readonly reason: ReadFailure};

export type ThreadOptions = {
	readonly entry: URL;
	/** Milliseconds one job may take, loading the thread not counted. */
	readonly timeoutMs: number;
	readonly memoryMb: number;
};

/** Loading takes some 100 ms; a machine that needs longer than this is not going to parse either. */
const loadMs = 30_000;

/**
 * One worker thread that does one job at a time. It starts with its first job, is ended by a job that
 * passes its limits, and starts again with the next. Idle, it keeps no process alive.
 */
export class ReadThread {
	#worker: Worker | null = null;
	#ready = false;
	#timer: NodeJS.Timeout | undefined;
	#job: ReadJob | null = null;
	#settle: ((outcome: ReadOutcome) => void) | null = null;
	readonly #options: ThreadOptions;

	constructor(options: ThreadOptions) {
		this.#options = options;
	}

	get busy(): boolean {
		return this.#settle !== null;
	}

	run(job: ReadJob): Promise<ReadOutcome> {
		if (this.busy) throw new Error('A reading thread does one job at a time');
		return new Promise(resolve => {
			this.#settle = resolve;
			this.#job = job;
			if (!this.#worker) this.#start();
			this.#worker?.ref();
			if (this.#ready) this.#post();
			else this.#limit(loadMs);
		});
	}

	async close(): Promise<void> {
		await this.#end();
	}

	#start(): void {
		const worker = new Worker(this.#options.entry, {
			resourceLimits: {maxOldGenerationSizeMb: this.#options.memoryMb},
		});
		this.#worker = worker;
		this.#ready = false;
		worker.on('message', (reply: ReadReply) => {
			if (this.#worker === worker) this.#hear(reply);
		});
		worker.on('error', error => {
			if (this.#worker !== worker) return;
			const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
			this.#worker = null;
			this.#finish({ok: false, reason: full ? 'out-of-memory' : 'parse-error'});
		});
		worker.on('exit', () => {
			if (this.#worker !== worker) return;
			this.#worker = null;
			this.#finish({ok: false, reason: 'parse-error'});
		});
	}

	#hear(reply: ReadReply): void {
		if (reply.kind === 'ready') {
			this.#ready = true;
			this.#post();
			return;
		}
		this.#worker?.unref();
		this.#finish(
			reply.kind === 'done' ? {ok: true, value: reply.value} : {ok: false, reason: 'parse-error'},
		);
	}

	#post(): void {
		const job = this.#job;
		if (!job) return;
		this.#job = null;
		this.#limit(this.#options.timeoutMs);
		this.#worker?.postMessage(job, [job.raw.buffer as ArrayBuffer]);
	}

	#limit(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			void this.#end();
			this.#finish({ok: false, reason: 'parse-timeout'});
		}, milliseconds);
	}

	#finish(outcome: ReadOutcome): void {
		clearTimeout(this.#timer);
		const settle = this.#settle;
		this.#settle = null;
		this.#job = null;
		settle?.(outcome);
	}

	async #end(): Promise<void> {
		const worker = this.#worker;
		this.#worker = null;
		await worker?.terminate();
	}
}
