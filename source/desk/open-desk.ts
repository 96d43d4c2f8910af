import {ok, type Result} from '../domain/result.ts';
import {createAutomatic} from './automatic/automatic.ts';
import {createPerform} from './change/perform.ts';
import {createClientDesk} from './client-desk.ts';
import {type Core, createCore} from './core.ts';
import type {OpenDesk} from './desk.ts';
import {createFounder} from './founder.ts';
import type {Host} from './host.ts';
import {createImporter} from './import/import-loop.ts';
import {createLateWatch} from './import/late-import.ts';
import type {Loops} from './loops.ts';
import type {DeskParts} from './parts.ts';
import {createReceiver} from './receive/receive.ts';
import {receiveHooks} from './receive/receive-hooks.ts';
import {createOutbox} from './send/outbox.ts';
import {tellImport, tellOutbox} from './tell.ts';

/** Milliseconds between two looks at the clock for snoozed tickets that come back. */
const wakePause = 5000;

const createLoops = (
	parts: DeskParts,
	{core, onPass}: {readonly core: Core; readonly onPass: () => void},
): Loops => {
	const automatic = createAutomatic(parts);
	const receiver = createReceiver(
		parts,
		receiveHooks({store: parts.store, rules: core.rules, automatic}),
	);
	return {
		receiver,
		importer: createImporter(parts, receiver, progress => {
			tellImport(core, progress);
			if (progress.report !== null) onPass();
		}),
		outbox: createOutbox(parts, change => tellOutbox(core, change), automatic.undeliverable),
	};
};

/** Ends the loops first, then waits for calls that are being answered, then closes the store. */
const endOf =
	({core, loops, running}: Pick<Host, 'core' | 'loops' | 'running'>) =>
	async (): Promise<void> => {
		await core.parts.setup?.close();
		await Promise.all([loops.importer.stop(), loops.outbox.stop()]);
		await Promise.allSettled(running);
		core.end();
		await core.rules.end();
		await core.parts.reader.close();
		await core.parts.store.close();
	};

/** Opens a desk over its parts. It closes the store and the reader when it is stopped. */
export const openDesk = async (parts: DeskParts): Promise<Result<OpenDesk>> => {
	const core = createCore(parts);
	await core.mover.resume();
	const founder = createFounder(parts.store);
	const stopListeners = new Set<() => void>();
	let waking: NodeJS.Timeout | null = null;
	let ending: Promise<void> | null = null;

	const loops = createLoops(parts, {core, onPass: () => late.tell()});
	const late = createLateWatch(core, loops.importer);

	const host: Host = {
		core,
		loops,
		late,
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
				late.tell();
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
