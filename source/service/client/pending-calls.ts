import type {Problem} from '../../domain/problem.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Answer, Call} from '../protocol.ts';
import type {Link} from './link.ts';
import {repeatedAnswer} from './repeated-answer.ts';

type PendingCall = {
	readonly message: Call;
	readonly bytes: Uint8Array | null;
	readonly resolve: (result: Result<unknown>) => void;
	readonly reject: (error: Error) => void;
	sent: boolean;
	/** Made again after a service that may have done it died. */
	repeated: boolean;
	timer: NodeJS.Timeout | null;
};

/**
 * Calls that may not be made twice when nobody knows whether the first one was done. All others are
 * repeated: reads, settings, and changes, which carry an id and are applied once.
 */
const onlyOnce: ReadonlySet<string> = new Set([
	'importNow',
	'stop',
	'retryIntake',
	'acceptIntake',
	'discardIntake',
	'snapshot',
	'signIn',
]);

/** The calls that wait for an answer, across lost connections. */
export class PendingCalls {
	readonly #calls = new Map<number, PendingCall>();
	readonly #waitMs: number;
	#lastId = 0;
	#cause: Problem = {name: 'connection-lost', details: {}};

	/** `waitMs`: how long a call waits for the service to come back. */
	constructor(waitMs: number) {
		this.#waitMs = waitMs;
	}

	/** Makes the call over the link, or keeps it until there is one. */
	add(
		{call, args, bytes}: {call: string; args: readonly unknown[]; bytes: Uint8Array | null},
		link: Link | null,
	): Promise<Result<unknown>> {
		this.#lastId += 1;
		const {promise, resolve, reject} = Promise.withResolvers<Result<unknown>>();
		const message: Call = {kind: 'call', id: this.#lastId, call, args};
		const pending = {message, bytes, resolve, reject, sent: false, repeated: false, timer: null};
		this.#calls.set(message.id, pending);
		if (link) {
			this.#send(pending, link);
		} else {
			this.#wait(pending);
		}
		return promise;
	}

	/** Why the service does not come back, to be told to those who have waited; null for unknown. */
	blame(cause: Problem | null): void {
		this.#cause = cause ?? {name: 'connection-lost', details: {}};
	}

	get waiting(): boolean {
		return this.#calls.size > 0;
	}

	answer(message: Answer, bytes: Uint8Array | null): void {
		const pending = this.#remove(message.id);
		if (message.kind === 'bug') {
			pending?.reject(new Error(`The desk service failed: ${message.text}`));
		} else {
			const result = bytes && message.result.ok ? ok(bytes) : message.result;
			pending?.resolve(pending.repeated ? repeatedAnswer(pending.message, result) : result);
		}
	}

	/** The connection is gone. `stopped`: the service ended cleanly, as a `stop` had asked. */
	lost(stopped: boolean): void {
		for (const pending of this.#calls.values()) {
			const {call, id} = pending.message;
			if (pending.sent && onlyOnce.has(call)) {
				const done = stopped && call === 'stop';
				this.#remove(id)?.resolve(done ? ok(null) : fail('connection-lost', {reason: 'uncertain'}));
			} else {
				this.#wait(pending);
			}
		}
	}

	/** Makes all calls again, in their old order. */
	repeat(link: Link): void {
		for (const pending of this.#calls.values()) {
			this.#send(pending, link);
		}
	}

	/** Answers all calls with this result, and gives back their ids. */
	finish(result: Result<never>): readonly number[] {
		const ids = [...this.#calls.keys()];
		for (const id of ids) this.#remove(id)?.resolve(result);
		return ids;
	}

	#send(pending: PendingCall, link: Link): void {
		clearTimeout(pending.timer ?? undefined);
		pending.timer = null;
		pending.repeated = pending.sent;
		pending.sent = link.send(pending.message, pending.bytes);
		if (!pending.sent) this.#remove(pending.message.id)?.resolve(fail('mail-too-large'));
	}

	#wait(pending: PendingCall): void {
		pending.timer = setTimeout(() => {
			this.#remove(pending.message.id)?.resolve({ok: false, problem: this.#cause});
		}, this.#waitMs);
	}

	#remove(id: number): PendingCall | undefined {
		const pending = this.#calls.get(id);
		clearTimeout(pending?.timer ?? undefined);
		this.#calls.delete(id);
		return pending;
	}
}
