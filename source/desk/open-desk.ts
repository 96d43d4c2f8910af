import {fail, ok, type Result} from '../domain/result.ts';
import {createClientDesk} from './client-desk.ts';
import {createCore} from './core.ts';
import type {OpenDesk} from './desk.ts';
import {createFounder} from './founder.ts';
import type {Host} from './host.ts';
import type {Loops} from './loops.ts';
import type {DeskParts} from './parts.ts';
import {createPerform} from './perform.ts';
import {createReceiver} from './receive.ts';

/** Milliseconds between two looks at the clock for snoozed tickets that come back. */
const wakePause = 5000;

const createLoops = (parts: DeskParts): Loops => {
	const receiver = createReceiver(parts);
	return {
		receiver,
		// Neither runs yet: a pass is refused rather than reported as done, mails stay queued.
		importer: {
			now: async () => fail('action-unavailable', {reason: 'import-not-wired'}),
			start: () => parts.log('import is not wired in'),
			stop: async () => undefined,
			running: () => [],
		},
		outbox: {
			start: () => parts.log('outbox is not wired in: queued mail stays queued'),
			stop: async () => undefined,
			kick: () => undefined,
		},
	};
};

/** Ends the loops first, then waits for calls that are being answered, then closes the store. */
const endOf =
	({core, loops, running}: Pick<Host, 'core' | 'loops' | 'running'>) =>
	async (): Promise<void> => {
		await Promise.all([loops.importer.stop(), loops.outbox.stop()]);
		await Promise.allSettled(running);
		core.end();
		await core.parts.reader.close();
		await core.parts.store.close();
	};

/** Opens a desk over its parts. It closes the store and the reader when it is stopped. */
export const openDesk = async (parts: DeskParts): Promise<Result<OpenDesk>> => {
	const core = createCore(parts);
	const founder = createFounder(parts.store);
	const stopListeners = new Set<() => void>();
	let waking: NodeJS.Timeout | null = null;
	let ending: Promise<void> | null = null;

	const host: Host = {
		core,
		loops: createLoops(parts),
		perform: createPerform(core),
		startedAt: core.now(),
		founded: founder.founded,
		askStop: () => {
			// After the answer has gone out.
			setImmediate(() => {
				for (const listener of stopListeners) listener();
			});
		},
		ended: () => ending !== null,
		running: new Set(),
	};
	const end = endOf(host);

	return ok({
		as: login => {
			const admitted = founder.admit(login);
			return admitted.ok ? ok(createClientDesk(host, login)) : admitted;
		},
		start: () => {
			host.loops.importer.start();
			host.loops.outbox.start();
			waking ??= setInterval(() => {
				if (core.lists.wake()) core.listsChanged();
			}, wakePause).unref();
		},
		stop: () => {
			if (waking) clearInterval(waking);
			ending ??= end();
			return ending;
		},
		onStop: listener => {
			stopListeners.add(listener);
		},
	});
};
