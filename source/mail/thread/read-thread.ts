import {Worker} from 'node:worker_threads';
import type {ReadJob, ReadReply, ReadValue} from './read-job.ts';
import {isShared} from './shared-copy.ts';

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

/** Jobs handed over ahead, so that the thread need not fall asleep between two mails. */
const maxInFlight = 4;

type InFlight = {readonly job: ReadJob; readonly settle: (outcome: ReadOutcome) => void};

/**
 * One worker thread that does its jobs one after the other. It starts with its first job, is ended by
 * a job that passes its limits, and starts again for those behind it. Idle, it keeps no process alive.
 */
export class ReadThread {
	#worker: Worker | null = null;
	#ready = false;
	#began = 0;
	#timer: NodeJS.Timeout | undefined;
	/** The first is the one being done. */
	readonly #inFlight: InFlight[] = [];
	readonly #options: ThreadOptions;

	constructor(options: ThreadOptions) {
		this.#options = options;
	}

	/** Jobs handed over and not answered yet. */
	get load(): number {
		return this.#inFlight.length;
	}

	get full(): boolean {
		return this.#inFlight.length >= maxInFlight;
	}

	/** Milliseconds that the job being done has taken so far; 0 for an idle thread. */
	get busyMs(): number {
		return this.load === 0 || !this.#ready ? 0 : performance.now() - this.#began;
	}

	run(job: ReadJob): Promise<ReadOutcome> {
		return new Promise(settle => {
			this.#inFlight.push({job, settle});
			if (!this.#worker) this.#start();
			else if (this.#ready) this.#post(job);
			if (this.#ready && this.load === 1) this.#begin();
		});
	}

	async close(): Promise<void> {
		const worker = this.#worker;
		this.#worker = null;
		await worker?.terminate();
	}

	#start(): void {
		const worker = new Worker(this.#options.entry, {
			resourceLimits: {maxOldGenerationSizeMb: this.#options.memoryMb},
		});
		this.#worker = worker;
		this.#ready = false;
		this.#limit(loadMs);
		worker.on('message', (reply: ReadReply) => {
			if (this.#worker === worker) this.#hear(reply);
		});
		worker.on('error', error => {
			const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
			if (this.#worker === worker) this.#fail(full ? 'out-of-memory' : 'parse-error');
		});
		worker.on('exit', () => {
			if (this.#worker === worker) this.#fail('parse-error');
		});
	}

	#hear(reply: ReadReply): void {
		if (reply.kind === 'ready') {
			this.#ready = true;
			for (const {job} of this.#inFlight) this.#post(job);
			this.#begin();
			return;
		}
		const done = this.#inFlight.shift();
		if (this.load > 0) {
			this.#begin();
		} else {
			clearTimeout(this.#timer);
			this.#worker?.unref();
		}
		done?.settle(
			reply.kind === 'done' ? {ok: true, value: reply.value} : {ok: false, reason: 'parse-error'},
		);
	}

	/** The caller keeps its bytes (it stores them too), so the thread gets the one copy. */
	#post(job: ReadJob): void {
		if (isShared(job.raw)) {
			this.#worker?.postMessage(job);
			return;
		}
		const raw = new Uint8Array(job.raw);
		this.#worker?.postMessage({...job, raw}, [raw.buffer]);
	}

	/** The time of the first job in flight begins. */
	#begin(): void {
		this.#began = performance.now();
		this.#worker?.ref();
		this.#limit(this.#options.timeoutMs);
	}

	#limit(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const worker = this.#worker;
			this.#fail('parse-timeout');
			void worker?.terminate();
		}, milliseconds);
	}

	/** The job being done is given up; those behind it go to a fresh thread. */
	#fail(reason: ReadFailure): void {
		clearTimeout(this.#timer);
		this.#worker = null;
		this.#ready = false;
		const failed = this.#inFlight.shift();
		if (this.load > 0) this.#start();
		failed?.settle({ok: false, reason});
	}
}
