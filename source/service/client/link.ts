import {once} from 'node:events';
import {mkdir} from 'node:fs/promises';
import {connect, type Socket} from 'node:net';
import {join} from 'node:path';
import type {Problem} from '../../domain/problem.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {encodeFrame, type Frame, FrameReader} from '../frame.ts';
import {silentOwner} from '../owner-pid.ts';
import {
	type ClientMessage,
	frameLimits,
	protocolNumber,
	type ServiceMessage,
	type Welcome,
} from '../protocol.ts';
import {runPaths} from '../run-folder.ts';
import {socketAddress} from '../socket-address.ts';

export type LinkOptions = {
	readonly dataFolder: string;
	readonly version: string;
	/** Login to work as, null for one's own. */
	readonly login: string | null;
	/** Milliseconds for the whole greeting; a busy service answers late. */
	readonly greetingMs?: number;
};

type LinkEvents = {
	/** Something came in, if only a part of a message: the service lives. */
	readonly onSign: () => void;
	readonly onMessage: (message: ServiceMessage, bytes: Uint8Array | null) => void;
	/** Once, when the connection is over; the problem the service gave, null when it gave none. */
	readonly onEnd: (bye: Problem | null) => void;
};

/** One greeted connection to the service. It never reconnects: open a new one. */
export type Link = {
	readonly welcome: Welcome;
	/** What came before this is told now, the end of the connection a moment later. */
	listen(events: LinkEvents): void;
	/** False for what no frame can hold: then it is not sent. */
	send(message: ClientMessage, bytes?: Uint8Array | null): boolean;
	close(): void;
};

/** Who may not reach the socket is none of its group; anything else means that nobody listens. */
const connectProblem = ({code}: NodeJS.ErrnoException, path: string): Result<never> => {
	if (code === 'EACCES' || code === 'EPERM') {
		return fail('not-an-agent', {path, reason: 'socket-closed-to-you'});
	}
	// More clients wait than the kernel queues: somebody listens, but takes none.
	if (code === 'EAGAIN') return {ok: false, problem: silentOwner(path, 'silent')};
	return fail('service-missing', {path});
};

const connected = async (dataFolder: string): Promise<Result<Socket>> => {
	try {
		const address = await socketAddress(runPaths(dataFolder).socket);
		const socket = connect(address.path);
		// A socket without a listener for `error` would end the program.
		socket.on('error', () => undefined);
		await once(socket, 'connect').finally(address.release);
		return ok(socket);
	} catch (error) {
		return connectProblem(error as NodeJS.ErrnoException, dataFolder);
	}
};

/** The client's side of the greeting: hello, directory for the nonce, welcome. */
class OpeningLink {
	readonly #socket: Socket;
	readonly #whoFolder: string;
	readonly #result = Promise.withResolvers<Result<Welcome>>();
	#events: LinkEvents | null = null;
	#bye: Problem | null = null;
	#isClosed = false;
	/** Messages that came after the welcome and before anybody listened. */
	readonly #early: Frame[] = [];

	constructor(socket: Socket, options: LinkOptions) {
		this.#socket = socket;
		this.#whoFolder = runPaths(options.dataFolder).who;
		const reader = new FrameReader(frameLimits.answer, frame => this.#take(frame));
		socket.on('data', chunk => {
			this.#events?.onSign();
			if (reader.feed(chunk)) socket.destroy();
		});
		socket.once('close', () => this.#closed());
		const timer = setTimeout(() => this.#tooLate(options.dataFolder), options.greetingMs ?? 15_000);
		void this.#result.promise.then(() => clearTimeout(timer));
		if (socket.destroyed) {
			// It broke between `connect` and here; its `close` may have gone by unheard.
			this.#closed();
			return;
		}
		const {version, login} = options;
		this.send({kind: 'hello', protocol: protocolNumber, version, login});
	}

	get welcome(): Promise<Result<Welcome>> {
		return this.#result.promise;
	}

	listen(events: LinkEvents): void {
		this.#events = events;
		for (const {json, bytes} of this.#early.splice(0)) {
			events.onMessage(json as ServiceMessage, bytes);
		}
		if (this.#isClosed) queueMicrotask(() => events.onEnd(this.#bye));
	}

	/** False for what no frame can hold: the service would close the connection, at each repetition. */
	send(message: ClientMessage, bytes: Uint8Array | null = null): boolean {
		const frame = encodeFrame(message, bytes);
		if (frame.length > frameLimits.call) return false;
		this.#socket.write(frame);
		return true;
	}

	close(): void {
		this.#socket.destroy();
	}

	#take({json, bytes}: Frame): void {
		const message = json as ServiceMessage;
		if (message.kind === 'challenge') {
			void this.#prove(message.nonce);
		} else if (message.kind === 'welcome') {
			this.#result.resolve(ok(message));
		} else if (message.kind === 'bye') {
			this.#bye = message.problem;
		} else if (this.#events) {
			this.#events.onMessage(message, bytes);
		} else {
			this.#early.push({json, bytes});
		}
	}

	async #prove(nonce: string): Promise<void> {
		if (/^[\da-f]{32}$/u.test(nonce)) {
			// Without it the service refuses, and says so.
			await mkdir(join(this.#whoFolder, nonce), {mode: 0o700}).catch(() => undefined);
		}
		this.send({kind: 'proof'});
	}

	/** It took the connection but greets nobody: stopped, hung, or at a long work. */
	#tooLate(path: string): void {
		this.#result.resolve({ok: false, problem: silentOwner(path, 'silent')});
		this.#socket.destroy();
	}

	#closed(): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		const bye = this.#bye;
		this.#result.resolve(bye ? {ok: false, problem: bye} : fail('connection-lost'));
		this.#events?.onEnd(bye);
	}
}

/**
 * Connects and greets. Problems: `service-missing` (nobody listens), `service-busy` (it listens and
 * does not answer), those of the greeting (`not-an-agent`, `service-version`), `connection-lost`.
 */
export const openLink = async (options: LinkOptions): Promise<Result<Link>> => {
	const socket = await connected(options.dataFolder);
	if (!socket.ok) return socket;
	const opening = new OpeningLink(socket.value, options);
	const welcome = await opening.welcome;
	if (!welcome.ok) {
		opening.close();
		return welcome;
	}
	return ok({
		welcome: welcome.value,
		listen: events => opening.listen(events),
		send: (message, bytes) => opening.send(message, bytes ?? null),
		close: () => opening.close(),
	});
};
