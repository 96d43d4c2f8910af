import type {Socket} from 'node:net';
import {setImmediate as turn} from 'node:timers/promises';
import type {Desk, OpenDesk} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import {type Frame, FrameReader} from '../frame.ts';
import {type Call, type ClientMessage, frameLimits, type Hello} from '../protocol.ts';
import {runCall} from './calls.ts';
import {readClientMessage} from './client-message.ts';
import {Greeting} from './greeting.ts';
import {Outlet, type OutletLimits, outletLimits} from './outlet.ts';

type ConnectionParts = {
	readonly desk: Pick<OpenDesk, 'as'>;
	readonly version: string;
	readonly whoFolder: string;
	readonly log: (line: string) => void;
	readonly outletLimits?: OutletLimits;
	/** Milliseconds for the whole greeting. */
	readonly greetingMs?: number;
	/** Whether what comes in now may have been given up by who sent it (`awake.ts`). */
	readonly hasSlept?: () => boolean;
};

/** Calls of one client that run at the same time; more are left in the socket until some are done. */
const mostRunning = 256;

/** How often a client hears that its running calls are being worked on, in milliseconds. */
const aliveMs = 1000;

/** What a client of another version may still ask. */
const callsOfOtherVersions: ReadonlySet<string> = new Set(['status', 'stop']);

/** One client at the service: its greeting, its calls, its pushes. */
export class ClientConnection {
	readonly #socket: Socket;
	readonly #parts: ConnectionParts;
	readonly #reader: FrameReader;
	readonly #outlet: Outlet;
	readonly #greeting: Greeting;
	readonly #running = new Set<Promise<void>>();
	/** Calls that came in late and are begun when nobody has taken them back. */
	readonly #held = new Set<number>();
	readonly #gone = Promise.withResolvers<void>();
	#alive: NodeJS.Timeout | undefined;
	#desk: Desk | null = null;
	#limited: Problem | null = null;
	#leaving = false;
	#login: string | null = null;

	constructor(socket: Socket, parts: ConnectionParts) {
		this.#socket = socket;
		this.#parts = parts;
		this.#outlet = new Outlet(socket, parts.outletLimits ?? outletLimits);
		this.#greeting = new Greeting(parts.version, parts.whoFolder);
		this.#reader = new FrameReader(frameLimits.greeting, frame => this.#take(frame));
		const timer = setTimeout(() => this.#greetingOver(), parts.greetingMs ?? 10_000);
		socket.on('data', chunk => this.#feed(chunk));
		socket.on('drain', () => this.#readOn());
		// ECONNRESET and EPIPE of a killed client: `close` follows.
		socket.on('error', () => undefined);
		socket.once('close', () => {
			clearTimeout(timer);
			this.#closed();
		});
	}

	/** Login of the agent once the greeting is over. */
	get login(): string | null {
		return this.#login;
	}

	/** Takes no further calls; resolves when the running ones are answered. */
	async drain(): Promise<void> {
		this.#leaving = true;
		this.#socket.pause();
		await Promise.allSettled(this.#running);
	}

	/** Says why and closes; resolves when the client has heard it or did not want to. */
	async end(problem: Problem): Promise<void> {
		this.#outlet.end(problem);
		// Reading on is what lets the socket notice that the other side has closed.
		this.#socket.resume();
		await this.#gone.promise;
	}

	#feed(chunk: Buffer): void {
		if (this.#leaving || this.#outlet.ended) return;
		const fault = this.#reader.feed(chunk);
		if (fault) this.#refuse('input-invalid', fault);
	}

	#take({json, bytes}: Frame): void {
		const message = readClientMessage(json);
		if (this.#outlet.ended || !message) {
			this.#refuse('input-invalid', 'frame-malformed');
			return;
		}
		this.#handle(message, bytes);
	}

	#handle(message: ClientMessage, bytes: Uint8Array | null): void {
		if (message.kind === 'hello' && !this.#greeting.begun) {
			this.#hello(message);
		} else if (message.kind === 'proof' && this.#greeting.begun && !this.#desk) {
			this.#track(this.#proof());
		} else if (message.kind === 'call' && this.#desk) {
			this.#track(this.#begin(this.#desk, message, bytes));
		} else if (message.kind === 'forget' && this.#desk) {
			this.#held.delete(message.id);
		} else {
			this.#refuse('input-invalid', 'out-of-turn');
		}
	}

	#hello(message: Hello): void {
		const nonce = this.#greeting.hello(message);
		if (nonce.ok) {
			this.#outlet.send({kind: 'challenge', nonce: nonce.value});
		} else {
			this.#outlet.end(nonce.problem);
		}
	}

	async #proof(): Promise<void> {
		const greeted = await this.#greeting.proof();
		if (!greeted.ok) return this.#reject(greeted.problem);
		const {login, limited} = greeted.value;
		const desk = this.#parts.desk.as(login);
		if (!desk.ok) return this.#reject(desk.problem);
		this.#welcome(desk.value, login, limited);
	}

	#reject(problem: Problem): void {
		this.#parts.log(`client refused: ${JSON.stringify(problem)}`);
		this.#outlet.end(problem);
	}

	#welcome(desk: Desk, login: string, limited: Problem | null): void {
		if (this.#socket.destroyed) {
			void desk.close();
			return;
		}
		this.#desk = desk;
		this.#login = login;
		this.#limited = limited;
		this.#reader.limit = frameLimits.call;
		desk.on(push => this.#outlet.send({kind: 'push', push}));
		this.#outlet.send({kind: 'welcome', login, version: this.#parts.version, limited});
	}

	/** After a sleep, what else waits in the socket is read first: the call taken back, or its end. */
	async #begin(desk: Desk, call: Call, bytes: Uint8Array | null): Promise<void> {
		if (this.#parts.hasSlept?.()) {
			this.#held.add(call.id);
			for (let turns = 0; turns < 3; turns += 1) await turn();
			const isWanted = this.#held.delete(call.id) && !this.#socket.readableEnded;
			if (!isWanted || this.#socket.destroyed) {
				this.#parts.log(`call ${call.call} of ${this.#login} came too late and was not begun`);
				return;
			}
		}
		await this.#call(desk, call, bytes);
	}

	async #call(desk: Desk, {id, call, args}: Call, bytes: Uint8Array | null): Promise<void> {
		try {
			const limited = callsOfOtherVersions.has(call) ? null : this.#limited;
			const result: Result<unknown> = limited
				? {ok: false, problem: limited}
				: await runCall(desk, {call, args, bytes});
			if (result.ok && result.value instanceof Uint8Array) {
				this.#outlet.send({kind: 'answer', id, result: {ok: true, value: null}}, result.value);
			} else {
				this.#outlet.send({kind: 'answer', id, result});
			}
		} catch (error) {
			this.#parts.log(`call ${call} threw: ${error instanceof Error ? error.stack : error}`);
			this.#outlet.send({kind: 'bug', id, text: String(error)});
		}
	}

	#track(begun: Promise<void>): void {
		// A bug in one client's greeting must not end the service for all.
		const work = begun.catch((error: unknown) => {
			this.#parts.log(`client ${this.#login} failed: ${String(error)}`);
			this.#socket.destroy();
		});
		this.#running.add(work);
		this.#alive ??= setInterval(() => this.#outlet.send({kind: 'alive'}), aliveMs).unref();
		if (this.#running.size >= mostRunning || this.#outlet.full) this.#socket.pause();
		void work.finally(() => {
			this.#running.delete(work);
			this.#rest();
			this.#readOn();
		});
	}

	#rest(): void {
		if (this.#running.size === 0) {
			clearInterval(this.#alive);
			this.#alive = undefined;
		}
	}

	#readOn(): void {
		if (!this.#leaving && this.#running.size < mostRunning && !this.#outlet.full) {
			this.#socket.resume();
		}
	}

	#greetingOver(): void {
		if (!this.#desk) this.#refuse('service-busy', 'greeting-too-slow');
	}

	#refuse(name: Problem['name'], reason: string): void {
		if (!this.#outlet.ended) {
			this.#parts.log(`connection of ${this.#login ?? 'a stranger'} closed: ${reason}`);
			this.#outlet.end({name, details: {reason}});
		}
	}

	#closed(): void {
		this.#gone.resolve();
		void this.#desk?.close();
	}
}
