import {mkdir} from 'node:fs/promises';
import {connect, type Socket} from 'node:net';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {encodeFrame, FrameReader} from '../../source/service/frame.ts';
import {protocolNumber, type ServiceMessage} from '../../source/service/protocol.ts';
import {runPaths} from '../../source/service/run-folder.ts';

type Stranger = {
	readonly socket: Socket;
	readonly messages: readonly ServiceMessage[];
	readonly send: (json: unknown, bytes?: Uint8Array) => void;
	/** The first message of this kind, waiting for it; null when the service hung up before. */
	readonly next: <Kind extends ServiceMessage['kind']>(
		kind: Kind,
	) => Promise<Extract<ServiceMessage, {kind: Kind}> | null>;
	readonly closed: () => boolean;
};

/** A connection that says what the test likes. */
export const stranger = (dataFolder: string): Stranger => {
	const socket = connect(runPaths(dataFolder).socket);
	const messages: ServiceMessage[] = [];
	const reader = new FrameReader(1e9, ({json}) => messages.push(json as ServiceMessage));
	let closed = false;
	socket.on('data', chunk => reader.feed(chunk));
	socket.on('error', () => undefined);
	socket.on('close', () => {
		closed = true;
	});
	return {
		socket,
		messages,
		send: (json, bytes) => socket.write(encodeFrame(json, bytes)),
		next: async kind => {
			for (;;) {
				const found = messages.find(message => message.kind === kind);
				if (found || closed) return (found ?? null) as never;
				await sleep(5);
			}
		},
		closed: () => closed,
	};
};

export const hello = (more: object = {}) => ({
	kind: 'hello',
	protocol: protocolNumber,
	version: '1',
	login: null,
	...more,
});

/** Greets as `login` and proves it honestly. */
export const greet = async (dataFolder: string, login = 'anna'): Promise<Stranger> => {
	const client = stranger(dataFolder);
	client.send(hello({login}));
	const challenge = await client.next('challenge');
	await mkdir(join(runPaths(dataFolder).who, challenge?.nonce ?? 'none'));
	client.send({kind: 'proof'});
	await client.next('welcome');
	return client;
};

export const reasonOf = (message: {problem: {details: Record<string, unknown>}} | null) =>
	message?.problem.details['reason'];
