import type {Socket} from 'node:net';
import type {Problem} from '../../domain/problem.ts';
import {encodeFrame} from '../frame.ts';
import type {ServiceMessage} from '../protocol.ts';

export type OutletLimits = {
	/** Waiting bytes from which on a reader counts as slow. */
	readonly slowBytes: number;
	/** How long it may stay slow, in milliseconds: one large attachment is no offence. */
	readonly slowMs: number;
	/** Waiting bytes that end the connection at once. */
	readonly mostBytes: number;
};

export const outletLimits: OutletLimits = {
	slowBytes: 4 * 1024 * 1024,
	slowMs: 10_000,
	mostBytes: 64 * 1024 * 1024,
};

/** What a closing connection may still need to hand over its last frame. */
const byeMs = 5000;

/**
 * The writing side of a client's connection. A client that does not read what it is sent (stopped
 * by Ctrl-Z, hung) must not fill the service's memory: it is told so and disconnected.
 */
export class Outlet {
	readonly #socket: Socket;
	readonly #limits: OutletLimits;
	#slowSince: number | null = null;
	#ended = false;

	constructor(socket: Socket, limits: OutletLimits = outletLimits) {
		this.#socket = socket;
		this.#limits = limits;
		socket.on('drain', () => {
			this.#slowSince = null;
		});
	}

	/** Whether so much waits that the client's next calls should not be read yet. */
	get full(): boolean {
		return this.#socket.writableLength > this.#limits.slowBytes;
	}

	get ended(): boolean {
		return this.#ended;
	}

	send(message: ServiceMessage, bytes: Uint8Array | null = null): void {
		if (this.#ended || this.#socket.destroyed) return;
		if (this.#tooSlow()) {
			this.end({name: 'connection-lost', details: {reason: 'slow-reader'}});
			return;
		}
		this.#socket.write(encodeFrame(message, bytes));
	}

	/** Says why, and closes: at the latest after a few seconds, whether the client reads it or not. */
	end(problem: Problem): void {
		if (this.#ended) return;
		this.#ended = true;
		const bye: ServiceMessage = {kind: 'bye', problem};
		this.#socket.end(encodeFrame(bye));
		const timer = setTimeout(() => this.#socket.destroy(), byeMs);
		this.#socket.once('close', () => clearTimeout(timer));
	}

	#tooSlow(): boolean {
		const waiting = this.#socket.writableLength;
		if (waiting <= this.#limits.slowBytes) {
			this.#slowSince = null;
			return false;
		}
		const now = performance.now();
		this.#slowSince ??= now;
		return waiting > this.#limits.mostBytes || now - this.#slowSince > this.#limits.slowMs;
	}
}
