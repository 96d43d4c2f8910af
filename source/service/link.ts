import {once} from 'node:events';
import {mkdir} from 'node:fs/promises';
import {connect, type Socket} from 'node:net';
import {join} from 'node:path';
import type {Problem} from '../domain/problem.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import {encodeFrame, type Frame, FrameReader} from './frame.ts';
import {
	type ClientMessage,
	frameLimits,
	protocolNumber,
	type ServiceMessage,
	type Welcome,
} from './protocol.ts';
import {runPaths} from './run-folder.ts';
import {socketAddress} from './socket-address.ts';

export type LinkOptions = {
	readonly dataFolder: string;
	readonly version: string;
	/** Login to work as, null for one's own. */
	readonly login: string | null;
	/** Milliseconds for the whole greeting; a busy service answers late. */
	readonly greetingMs?: number;
};

type LinkEvents = {
	readonly onMessage: (message: ServiceMessage, bytes: Uint8Array | null) => void;
	/** Once, when the connection is over; the problem the service gave, null when it gave none. */
	readonly onEnd: (bye: Problem | null) => void;
};

/** One greeted connection to the service. It never reconnects: open a new one. */
export type Link = {
	readonly welcome: Welcome;
	/** To be called right after opening, before anything is asked: a push before that is dropped. */
	listen(events: LinkEvents): void;
	send(message: ClientMessage, bytes?: Uint8Array | null): void;
	close(): void;
};

/** Who may not reach the socket is none of its group; anything else means that nobody listens. */
const connectProblem = (error: NodeJS.ErrnoException, path: string): Result<never> =>
	error.code === 'EACCES' || error.code === 'EPERM'
		? fail('not-an-agent', {path, reason: 'socket-closed-to-you'})
		: fail('service-missing', {path});

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

	constructor(socket: Socket, options: LinkOptions) {
		this.#socket = socket;
		this.#whoFolder = runPaths(options.dataFolder).who;
		const reader = new FrameReader(frameLimits.answer, frame => this.#take(frame));
		socket.on('data', chunk => {
			if (reader.feed(chunk)) {
				socket.destroy();
			}
		});
		socket.once('close', () => this.#closed());
		const timer = setTimeout(() => socket.destroy(), options.greetingMs ?? 15_000);
		void this.#result.promise.then(() => clearTimeout(timer));
		const {version, login} = options;
		this.send({kind: 'hello', protocol: protocolNumber, version, login});
	}

	get welcome(): Promise<Result<Welcome>> {
		return this.#result.promise;
	}

	listen(events: LinkEvents): void {
		this.#events = events;
	}

	send(message: ClientMessage, bytes: Uint8Array | null = null): void {
		this.#socket.write(encodeFrame(message, bytes));
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
		} else {
			this.#events?.onMessage(message, bytes);
		}
	}

	async #prove(nonce: string): Promise<void> {
		if (/^[\da-f]{32}$/u.test(nonce)) {
			// Without it the service refuses, and says so.
			await mkdir(join(this.#whoFolder, nonce), {mode: 0o700}).catch(() => undefined);
		}
		this.send({kind: 'proof'});
	}

	#closed(): void {
		const bye = this.#bye;
		this.#result.resolve(bye ? {ok: false, problem: bye} : fail('connection-lost'));
		this.#events?.onEnd(bye);
	}
}

/**
 * Connects and greets. Problems: `service-missing` (nobody listens), those of the greeting
 * (`not-an-agent`, `service-version`), `connection-lost`.
 */
export const openLink = async (options: LinkOptions): Promise<Result<Link>> => {
	const socket = await connected(options.dataFolder);
	if (!socket.ok) {
		return socket;
	}
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
