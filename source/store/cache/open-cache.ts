import {dirname, join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import type {Origin} from '../../domain/message.ts';
import type {IntakeDocument} from '../../domain/receive/intake-document.ts';
import type {Result} from '../../domain/result.ts';
import type {Tombstone} from '../schema/tombstone.ts';
import type {Stamp} from '../shelf.ts';
import type {LedgerEntry} from '../store.ts';
import {wordIndex} from '../words/word-index.ts';
import {wordsHere, wordThread} from '../words/word-thread.ts';
import {aliasOwner, intakeRows} from './intake-rows.ts';
import {entryText, type LedgerPlace, ledgerRows} from './ledger-rows.ts';
import {cacheSchema, cacheSettings, cacheVersion} from './schema.ts';
import {isDamage, isForRoom, memoryPath, openDatabase, removeDatabase} from './sqlite.ts';
import {type IndexedTicket, ticketRows} from './ticket-rows.ts';
import {transactions} from './transaction.ts';

const versionOf = (database: DatabaseSync): number =>
	Number(database.prepare('PRAGMA user_version').get()?.['user_version']);

/** A database with the current tables. Whatever else lies at the path is thrown away. */
const prepared = (path: string, fresh: boolean, log: (line: string) => void): DatabaseSync => {
	if (fresh) removeDatabase(path);
	const database = openDatabase(path);
	try {
		database.exec(cacheSettings);
		const version = versionOf(database);
		if (version === cacheVersion) return database;
		if (version === 0 && fresh) {
			database.exec(cacheSchema);
			return database;
		}
	} catch (error) {
		if (fresh || isForRoom(error, path)) {
			database.close();
			throw error;
		}
		log(`The cache is damaged and is built anew: ${String(error)}`);
	}
	database.close();
	return prepared(path, true, log);
};

type CacheOptions = {
	readonly path: string;
	/** Drop what is there. */
	readonly fresh: boolean;
	readonly log: (line: string) => void;
	/** The database turned out to be damaged and is removed: only opening anew helps. */
	readonly onDamage: () => void;
};

const wordsBeside = (path: string) =>
	path === memoryPath ? wordsHere() : wordThread(join(dirname(path), 'words.sqlite'));

const cacheOver = (database: DatabaseSync, options: CacheOptions) => {
	const ledger = ledgerRows(database);
	const words = wordIndex({words: wordsBeside(options.path), log: options.log});
	const tickets = ticketRows(database, {ledger, words});
	const intakes = intakeRows(database, ledger);
	const onError = (error: unknown): void => {
		options.log(`The cache failed: ${String(error)}`);
		if (!isDamage(error)) return;
		removeDatabase(options.path);
		options.onDamage();
	};
	const {run, commit, catchUp} = transactions(database, onError);
	const seen = <T>(question: () => T): T => {
		try {
			catchUp();
			return question();
		} catch (error) {
			onError(error);
			throw error;
		}
	};
	/** Which version of a ticket's document is indexed; null for none, and when the cache fails. */
	const ticketStamp = (number: string): Stamp | null => {
		try {
			catchUp();
			return tickets.row(number)?.stamp ?? null;
		} catch {
			return null;
		}
	};
	return {
		ticketStamp,
		loadTickets: tickets.load,
		loadIntakes: intakes.load,
		ticketRow: (number: string) => seen(() => tickets.row(number)),
		putTicket: (indexed: IndexedTicket) => run(() => tickets.put(indexed)),
		putTombstone: (tombstone: Tombstone, stamp: Stamp) =>
			run(() => tickets.putTombstone(tombstone, stamp)),
		forgetTicket: (number: string) => run(() => tickets.forget(number)),
		putIntake: (document: IntakeDocument, stamp: Stamp) => run(() => intakes.put(document, stamp)),
		forgetIntake: (id: string) => run(() => intakes.forget(id)),
		alias: (origin: Origin, entry: LedgerEntry) =>
			run(() => ledger.put(aliasOwner(entryText(entry)), origin, entryText(entry))),
		byMessageId: (ids: readonly string[]) => seen(() => tickets.byMessageId(ids)),
		byUid: (place: LedgerPlace) => seen(() => ledger.byUid(place)),
		byIdentity: (account: string, identity: string) =>
			seen(() => ledger.byIdentity(account, identity)),
		search: words.search,
		/** See `word-index.ts`. To be asked before the first change. */
		staleWords: async (): Promise<readonly string[]> =>
			options.path === memoryPath ? [] : words.stale(options.path),
		/** To be awaited behind each change of a ticket: the index may be too far behind. */
		room: words.room,
		commit,
		/** Writes both files anew without the pages of what was removed; nothing of it is left on them. */
		scrub: async (): Promise<Result<void>> => {
			commit();
			database.exec('VACUUM');
			database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
			return words.scrub();
		},
		close: async (): Promise<void> => {
			commit();
			await words.close();
			database.close();
		},
	};
};

export type Cache = ReturnType<typeof cacheOver>;

/**
 * The throw-away index over the documents: summaries, Message-IDs, the ledger's keys, full text.
 * Throws when no database can be made at the path at all.
 */
export const openCache = (options: CacheOptions): Cache => {
	const database = prepared(options.path, options.fresh, options.log);
	try {
		return cacheOver(database, options);
	} catch (error) {
		database.close();
		if (options.fresh || isForRoom(error, options.path)) throw error;
		options.log(`The cache is damaged and is built anew: ${String(error)}`);
		return openCache({...options, fresh: true});
	}
};
