import {setTimeout as sleep} from 'node:timers/promises';
import type {Push} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {silentOwner} from '../owner-pid.ts';
import {frameLimits, type ServiceMessage} from '../protocol.ts';
import type {Link} from './link.ts';
import {PendingCalls} from './pending-calls.ts';
import {type ReachOptions, reach} from './reach.ts';
import {Silence} from './silence.ts';

type SteadyLinkOptions = Omit<ReachOptions, 'signal'> & {
	/** Connect to a service of another version too, for `status` and `stop`. */
	readonly anyVersion: boolean;
	/** Milliseconds that a call waits for a lost service, or for a sign of one that does not answer. */
	readonly waitMs: number;
};

/** Room for the arguments beside the bytes of a frame. */
const mostBytes = frameLimits.call - 64 * 1024;

/** Problems that last as long as this client runs. What keeps a service from starting may pass. */
const lasting: ReadonlySet<string> = new Set(['not-an-agent', 'service-version', 'input-invalid']);

/** What is said of a service that is gone or at work anyway; anything else is why none can start. */
const usual: ReadonlySet<string> = new Set(['connection-lost', 'service-missing', 'service-busy']);

/**
 * Reasons after which this client waits for a service and starts none: somebody ended it, or its data
 * lies elsewhere now.
 */
const notWantedBack: ReadonlySet<string> = new Set(['stopped', 'folder-gone']);

/** Longest pause between two tries: to connect, and to start a service that cannot be started. */
const longestPauseMs = 2000;
const longestStartPauseMs = 30_000;

/** A client's connection that outlives the service's death: reconnects and repeats what is unanswered. */
export class SteadyLink {
	readonly #options: SteadyLinkOptions;
	readonly #pending: PendingCalls;
	readonly #silence: Silence;
	readonly #abort = new AbortController();
	readonly #listeners = new Set<(push: Push) => void>();
	#link: Link | null = null;
	#ended: Problem | null = null;
	/** Why no service could be started when it was last tried. */
	#cause: Problem | null = null;
	/** What this client last said of itself; a new service has to hear it again. */
	#present: readonly unknown[] | null = null;

	constructor(options: SteadyLinkOptions) {
		this.#options = options;
		this.#pending = new PendingCalls(options.waitMs);
		const problemNow = (reason: 'silent' | 'unanswered') => silentOwner(options.dataFolder, reason);
		this.#silence = new Silence({
			awaits: () => this.#pending.waiting,
			onSilent: () =>
				this.#tell({kind: 'connection', state: 'lost', problem: problemNow('silent')}),
			onBound: () => this.#giveUp(problemNow('unanswered')),
			boundMs: options.waitMs,
		});
	}

	/** The first connection. */
	async open(): Promise<Result<null>> {
		const link = await this.#reach(true);
		if (!link.ok) return link;
		this.#use(link.value);
		return ok(null);
	}

	call(
		call: string,
		args: readonly unknown[],
		bytes: Uint8Array | null = null,
	): Promise<Result<unknown>> {
		if (this.#ended) return Promise.resolve({ok: false, problem: this.#ended});
		if (bytes && bytes.length > mostBytes) {
			return Promise.resolve(fail('mail-too-large', {size: bytes.length}));
		}
		if (call === 'present') this.#present = args;
		if (this.#link) this.#silence.begin();
		return this.#pending.add({call, args, bytes}, this.#link);
	}

	on(listener: (push: Push) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	close(): void {
		this.#listeners.clear();
		this.#end({name: 'connection-lost', details: {reason: 'closed'}});
	}

	async #reach(mayStart: boolean): Promise<Result<Link>> {
		const start = mayStart ? this.#options.start : null;
		const link = await reach({...this.#options, start, signal: this.#abort.signal});
		const limited = link.ok ? link.value.welcome.limited : null;
		if (link.ok && (this.#ended || (limited && !this.#options.anyVersion))) {
			link.value.close();
			return {ok: false, problem: this.#ended ?? limited ?? {name: 'connection-lost', details: {}}};
		}
		return link;
	}

	#use(link: Link): void {
		this.#link = link;
		link.listen({
			onSign: () => this.#heard(),
			onMessage: (message, bytes) => this.#take(message, bytes),
			onEnd: bye => void this.#lost(bye),
		});
		if (this.#present) {
			void this.#pending.add({call: 'present', args: this.#present, bytes: null}, null);
		}
		if (this.#pending.waiting) this.#silence.begin();
		this.#blame(null);
		this.#pending.repeat(link);
	}

	#heard(): void {
		if (this.#silence.broken()) this.#tell({kind: 'connection', state: 'back', problem: null});
	}

	#take(message: ServiceMessage, bytes: Uint8Array | null): void {
		if (message.kind === 'answer' || message.kind === 'bug') {
			this.#pending.answer(message, bytes);
		} else if (message.kind === 'push') {
			this.#tell(message.push);
		}
	}

	/** What has not been begun when the service goes on shall not be done: its caller was told so. */
	#giveUp(problem: Problem): void {
		for (const id of this.#pending.finish({ok: false, problem})) {
			this.#link?.send({kind: 'forget', id});
		}
	}

	#tell(push: Push): void {
		for (const listener of this.#listeners) {
			listener(push);
		}
	}

	async #lost(bye: Problem | null): Promise<void> {
		this.#link = null;
		this.#silence.stop();
		if (this.#ended) return;
		const reason = String(bye?.details['reason'] ?? '');
		this.#pending.lost(reason === 'stopped');
		this.#tell({kind: 'connection', state: 'lost', problem: bye});
		let pause = 20;
		while (!this.#ended) {
			const link = await this.#reach(!notWantedBack.has(reason));
			if (link.ok) {
				this.#use(link.value);
				this.#tell({kind: 'connection', state: 'back', problem: null});
				return;
			}
			const {problem} = link;
			if (lasting.has(problem.name)) {
				this.#end(problem);
				return;
			}
			const cause = usual.has(problem.name) ? null : problem;
			this.#blame(cause);
			await sleep(pause, undefined, {signal: this.#abort.signal}).catch(() => undefined);
			pause = Math.min(pause * 2, cause ? longestStartPauseMs : longestPauseMs);
		}
	}

	/** Tells once why no service can be started; null while there is nothing to tell. */
	#blame(cause: Problem | null): void {
		this.#pending.blame(cause);
		if (cause && cause.name !== this.#cause?.name) {
			this.#tell({kind: 'connection', state: 'lost', problem: cause});
		}
		this.#cause = cause;
	}

	#end(problem: Problem): void {
		if (this.#ended) return;
		this.#ended = problem;
		this.#abort.abort();
		this.#silence.stop();
		this.#link?.close();
		this.#pending.finish({ok: false, problem});
		this.#tell({kind: 'connection', state: 'ended', problem});
	}
}
