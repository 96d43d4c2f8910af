import type {Socket} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';
import type {OpenDesk} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {makeWhoFolder, runPaths} from '../run-folder.ts';
import {awakeWatch} from './awake.ts';
import {ClientConnection} from './client-connection.ts';
import {watchFolder} from './folder-watch.ts';
import {idleEnd} from './idle-end.ts';
import {type Listener, listen} from './listen.ts';
import type {OutletLimits} from './outlet.ts';
import {type OwnerLock, takeOwnerLock} from './owner-lock.ts';

export type ServeOptions = {
	readonly dataFolder: string;
	/** Called once the folder is owned. */
	readonly openDesk: () => Promise<Result<OpenDesk>>;
	readonly version: string;
	readonly log: (line: string) => void;
	/** Milliseconds without a client after which the service ends; 0 for never. Default 10 minutes. */
	readonly idleExitMs?: number;
	/** Asked before an idle end: true (there are accounts to import from) keeps the service running. */
	readonly stayAwake?: () => boolean;
	/** End as soon as the last client has gone (`raute demo`). */
	readonly endWithLastClient?: boolean;
	/** End cleanly at SIGTERM, SIGINT and SIGHUP. Default true. */
	readonly signals?: boolean;
	readonly allowNetworkFileSystem?: boolean;
	/** How long to wait for the lock, in milliseconds. */
	readonly lockWaitMs?: number;
	readonly outletLimits?: OutletLimits;
	/** Milliseconds that a client has for the greeting. */
	readonly greetingMs?: number;
	/** Milliseconds between two looks for the data folder at its place. */
	readonly folderPauseMs?: number;
	/** Milliseconds for running calls at the end before the desk is asked to stop beside them. */
	readonly drainMs?: number;
};

export type RunningService = {
	readonly socket: string;
	/** Logins of the connected agents. */
	clients(): readonly string[];
	/** Finishes running calls, closes the desk, removes the socket, frees the lock. */
	stop(): Promise<void>;
	/** Resolves when the service has ended, whoever ended it. */
	readonly ended: Promise<void>;
};

const endSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

const stopped: Problem = {name: 'connection-lost', details: {reason: 'stopped'}};

/** Its clients must not start another service: it would begin with an empty folder at the old place. */
const folderGone = (path: string): Problem => ({
	name: 'connection-lost',
	details: {reason: 'folder-gone', path},
});

/** A hung client may not hear why it is disconnected; the end does not wait for it longer. */
const byeMs = 1000;

const atMost = async (milliseconds: number, work: readonly Promise<void>[]): Promise<void> => {
	await Promise.race([Promise.all(work), sleep(milliseconds, undefined, {ref: false})]);
};

/** The parts of a service in the order in which they came to be. */
type Parts = {
	readonly options: ServeOptions;
	readonly lock: OwnerLock;
	readonly desk: OpenDesk;
	readonly connections: Set<ClientConnection>;
};

const close = async (
	{options, lock, desk, connections}: Parts,
	{listener, why}: {readonly listener: Listener; readonly why: Problem},
): Promise<void> => {
	try {
		await listener.close();
		await atMost(
			options.drainMs ?? 5000,
			[...connections].map(connection => connection.drain()),
		);
		await desk.stop();
		// A client that misses this would take the end for a crash and start the service again.
		await atMost(
			byeMs,
			[...connections].map(connection => connection.end(why)),
		);
	} finally {
		lock.release();
	}
	options.log('service ended');
};

const run = async (parts: Parts): Promise<RunningService> => {
	const {options, desk, connections} = parts;
	const {who: whoFolder, socket: path} = runPaths(options.dataFolder);
	await makeWhoFolder(options.dataFolder);
	const {promise: ended, resolve, reject} = Promise.withResolvers<void>();
	const awake = awakeWatch();
	let stopping = false;
	const stop = (why = stopped): Promise<void> => {
		if (!stopping) {
			stopping = true;
			idle.cancel();
			unwatch();
			awake.end();
			close(parts, {listener, why}).then(resolve, reject).finally(unlisten);
		}
		return ended;
	};
	const end = (): void => void stop();
	const idle = idleEnd({
		idleExitMs: options.idleExitMs ?? 600_000,
		stayAwake: options.stayAwake ?? (() => false),
		endWithLastClient: options.endWithLastClient ?? false,
		end,
	});
	const accept = (socket: Socket): void => {
		const {hasSlept} = awake;
		const connection = new ClientConnection(socket, {...options, desk, whoFolder, hasSlept});
		connections.add(connection);
		idle.count(connections.size);
		socket.once('close', () => {
			connections.delete(connection);
			idle.count(connections.size);
		});
	};
	const listener = await listen(options.dataFolder, accept);
	const unlisten = endAtSignals(options.signals ?? true, end);
	const {dataFolder, log, folderPauseMs} = options;
	const gone = (): void => {
		log(`the data folder is no longer at ${dataFolder}: it was moved, removed or replaced`);
		void stop(folderGone(dataFolder));
	};
	const unwatch = watchFolder(dataFolder, gone, folderPauseMs);
	desk.onStop(end);
	idle.count(0);
	return {
		socket: path,
		clients: () => [...connections].flatMap(connection => connection.login ?? []),
		stop: () => stop(),
		ended,
	};
};

const endAtSignals = (wanted: boolean, end: () => void): (() => void) => {
	const signals = wanted ? endSignals : [];
	for (const signal of signals) {
		process.on(signal, end);
	}
	return () => {
		for (const signal of signals) {
			process.off(signal, end);
		}
	};
};

const open = async (options: ServeOptions, lock: OwnerLock): Promise<Result<RunningService>> => {
	const desk = await options.openDesk();
	if (!desk.ok) return desk;
	try {
		const service = await run({options, lock, desk: desk.value, connections: new Set()});
		desk.value.start();
		options.log(`service started, version ${options.version}, process ${process.pid}`);
		return ok(service);
	} catch (error) {
		await desk.value.stop();
		return fail('service-start-failed', {text: String(error)});
	}
};

/**
 * Becomes the desk service of a data folder: owns it, opens the desk, answers clients, runs the
 * desk's loops. Problems: those of the lock (`service-busy`: another one runs) and of `openDesk`.
 */
export const serve = async (options: ServeOptions): Promise<Result<RunningService>> => {
	const lock = await takeOwnerLock({
		dataFolder: options.dataFolder,
		...(options.lockWaitMs === undefined ? {} : {waitMs: options.lockWaitMs}),
		allowNetworkFileSystem: options.allowNetworkFileSystem ?? false,
	});
	if (!lock.ok) return lock;
	const service = await open(options, lock.value).catch((error: unknown) => {
		lock.value.release();
		throw error;
	});
	if (!service.ok) lock.value.release();
	return service;
};
