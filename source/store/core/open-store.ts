import type {Clock} from '../../domain/clock.ts';
import {newAgentsDocument, newDeskDocument} from '../../domain/desk-document.ts';
import {ok, type Result} from '../../domain/result.ts';
import {openCache} from '../cache/open-cache.ts';
import type {Shelf} from '../shelf.ts';
import type {Store} from '../store.ts';
import {check} from './check.ts';
import {contentHash} from './content-hash.ts';
import {documents} from './documents.ts';
import {intakes} from './intakes.ts';
import {loadSettings} from './load-settings.ts';
import {newQueue} from './queue.ts';
import {reconcile} from './reconcile.ts';
import {settings} from './settings.ts';
import type {State} from './state.ts';
import {tickets} from './tickets.ts';

type OpenOptions = {
	readonly shelf: Shelf;
	/** File of the cache, or `:memory:`. */
	readonly cachePath: string;
	readonly clock: Clock;
	readonly log: (line: string) => void;
	/** The cache broke while it was used. Nothing is lost; it is built anew when the store is opened again. */
	readonly onDamage: () => void;
};

const emptyState = ({shelf, cachePath, clock, log, onDamage}: OpenOptions): State => ({
	shelf,
	documents: documents(shelf),
	clock,
	log,
	queue: newQueue(),
	summaries: new Map(),
	intakes: new Map(),
	accounts: new Map(),
	stamps: new Map(),
	unreadable: new Map(),
	counters: new Map(),
	listeners: new Set(),
	settingsListeners: new Set(),
	cache: openCache({path: cachePath, fresh: false, log, onDamage}),
	desk: newDeskDocument,
	agents: newAgentsDocument,
});

const forgetAll = (state: State): void => {
	for (const part of [state.summaries, state.intakes, state.unreadable, state.counters]) {
		part.clear();
	}
};

/** A cache that breaks while it is read is dropped, and everything is read from the documents. */
const reconcileOrRebuild = async (
	state: State,
	{cachePath, onDamage}: OpenOptions,
): Promise<Result<void>> => {
	try {
		return await reconcile(state);
	} catch (error) {
		state.log(`The cache is damaged and is built anew: ${String(error)}`);
		await state.cache.close();
		forgetAll(state);
		state.cache = openCache({path: cachePath, fresh: true, log: state.log, onDamage});
		return reconcile(state);
	}
};

const files = (
	state: State,
): Pick<Store, 'putFile' | 'file' | 'removeFile' | 'scrub' | 'flush' | 'snapshot'> => ({
	putFile: async (bytes, {defer = false} = {}) => {
		const sha256 = await contentHash(bytes);
		const put = await state.shelf.putFile(sha256, bytes, defer);
		return put.ok ? ok(sha256) : put;
	},
	file: sha256 => state.shelf.file(sha256),
	removeFile: sha256 => state.shelf.removeFile(sha256),
	scrub: () => state.cache.scrub(),
	flush: async () => {
		const flushed = await state.shelf.flush();
		state.cache.commit();
		return flushed;
	},
	snapshot: folder => state.shelf.snapshot(folder),
});

const lookups = (
	state: State,
): Pick<
	Store,
	'byMessageId' | 'byUid' | 'byIdentity' | 'alias' | 'summaries' | 'onSummary' | 'search'
> => ({
	byMessageId: ids => state.cache.byMessageId(ids),
	byUid: place => state.cache.byUid(place),
	byIdentity: (account, identity) => state.cache.byIdentity(account, identity),
	alias: (origin, entry) => state.cache.alias(origin, entry),
	summaries: () => state.summaries,
	onSummary: listener => {
		state.listeners.add(listener);
		return () => state.listeners.delete(listener);
	},
	search: (text, limit) => state.cache.search(text, limit),
});

/** Waits for what runs, then closes; once, however often it is called. */
const closer = (state: State): Store['close'] => {
	let closing: Promise<void> | null = null;
	const close = async (): Promise<void> => {
		await state.queue.idle();
		await state.shelf.flush();
		await state.cache.close();
	};
	return () => {
		closing ??= close();
		return closing;
	};
};

/** Opens the store over a shelf: settings, summaries, then the comparison with the documents. */
export const openStore = async (options: OpenOptions): Promise<Result<Store>> => {
	const state = emptyState(options);
	const loaded = await loadSettings(state);
	const result = loaded.ok ? await reconcileOrRebuild(state, options) : loaded;
	if (!result.ok) {
		await state.cache.close();
		return result;
	}
	return ok({
		...settings(state),
		...tickets(state),
		...intakes(state),
		...files(state),
		...lookups(state),
		check: ({repair}) => check(state, repair),
		close: closer(state),
	});
};
