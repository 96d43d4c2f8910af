import {closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import type {Command, Desk, OpenDesk, Outcome, Push} from '../../source/desk/desk.ts';
import {fail, ok} from '../../source/domain/result.ts';

export type FakeDesk = OpenDesk & {
	/** Sends a push to every client. */
	readonly push: (push: Push) => void;
	/** Calls as they came in: login, name, arguments. */
	readonly calls: ReadonlyArray<readonly [string, string, ...unknown[]]>;
	/** Ids of applied commands in their order. */
	readonly applied: readonly string[];
	/** Calls of `me` wait until this is called. */
	readonly hold: () => () => void;
	readonly stopped: () => boolean;
};

/** The ids a fake desk has on disk, in the order in which they were applied. */
export const appliedOnDisk = (folder: string): string[] => {
	const file = join(folder, 'applied');
	return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
};

/** Writes durably, as the real store does, so that what was acknowledged survives a kill. */
const journal = (folder: string, id: string): void => {
	const file = openSync(join(folder, 'applied'), 'a');
	writeSync(file, `${id}\n`);
	fsyncSync(file);
	closeSync(file);
};

/** A desk that only records: for the protocol, which does not care what the calls do. */
export const fakeDesk = (folder: string, agents: readonly string[] = ['anna', 'ben']): FakeDesk => {
	const listeners = new Set<(push: Push) => void>();
	const calls: Array<readonly [string, string, ...unknown[]]> = [];
	const applied = appliedOnDisk(folder);
	const known = new Set(applied);
	const stops: Array<() => void> = [];
	let gate: Promise<void> = Promise.resolve();
	let ended = false;

	const apply = ({id, number}: Command): Outcome => {
		if (!known.has(id)) {
			journal(folder, id);
			known.add(id);
			applied.push(id);
		}
		return {ok: true, number, revision: applied.length, undo: null};
	};

	const methods: Record<string, (...args: never[]) => Promise<unknown>> = {
		perform: async (commands: readonly Command[]) => ok(commands.map(apply)),
		me: async () => {
			await gate;
			return ok({});
		},
		raw: async (_number: string, message: string) =>
			message === 'empty' ? ok(new Uint8Array()) : ok(new Uint8Array(3_000_000).fill(7)),
		upload: async (name: string, bytes: Uint8Array) => ok({name, size: bytes.length}),
		receive: async (request: {raw: Uint8Array}) => ok({size: request.raw.length}),
		html: async () => {
			throw new Error('a bug in the desk');
		},
		ticket: async (number: string) => ok({text: number.repeat(10_000)}),
		present: async () => ok(null),
		importNow: () => new Promise(() => undefined),
		status: async () => ok({version: 'fake', pid: process.pid}),
		stop: async () => {
			setImmediate(() => {
				for (const listener of stops) {
					listener();
				}
			});
			return ok(null);
		},
	};

	const deskOf = (login: string): Desk => {
		const mine = new Set<(push: Push) => void>();
		const desk = new Proxy(methods, {
			get:
				(_target, name: string) =>
				async (...args: never[]) => {
					calls.push([login, name, ...args]);
					return methods[name]?.(...args) ?? fail('action-unavailable');
				},
		}) as unknown as Desk;
		const on: Desk['on'] = listener => {
			listeners.add(listener);
			mine.add(listener);
			return () => listeners.delete(listener);
		};
		const close = async () => {
			calls.push([login, 'close']);
			for (const listener of mine) {
				listeners.delete(listener);
			}
		};
		return new Proxy(desk, {
			get: (target, name) =>
				name === 'on' ? on : name === 'close' ? close : Reflect.get(target, name),
		});
	};

	return {
		as: login => (agents.includes(login) ? ok(deskOf(login)) : fail('not-an-agent', {login})),
		start: () => undefined,
		stop: async () => {
			await gate;
			ended = true;
		},
		onStop: listener => stops.push(listener),
		push: push => {
			for (const listener of listeners) {
				listener(push);
			}
		},
		calls,
		applied,
		hold: () => {
			const {promise, resolve} = Promise.withResolvers<void>();
			gate = promise;
			return resolve;
		},
		stopped: () => ended,
	};
};
