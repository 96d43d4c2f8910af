import type {DatabaseSync} from 'node:sqlite';
import {isForRoom, openDatabase, removeDatabase} from '../cache/sqlite.ts';
import {foldWords, searchQuestion} from '../search-text.ts';

/** What is to be indexed under a key. Without a text the key is dropped. */
export type WordJob = {
	readonly key: number;
	/** Names the version of the words; the cache has the same token at the ticket. */
	readonly token: number;
	readonly text: string | null;
};

/** Raised with every change of the tables or of how words are indexed. */
const version = 1;

/**
 * Merging its parts a little with every change would take FTS5 half of the time; it still merges
 * sixteen of one size into one.
 */
const tables = `
CREATE TABLE indexed (key INTEGER PRIMARY KEY, token INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
	text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO words (words, rank) VALUES ('automerge', 0);
PRAGMA user_version = ${version};
`;

/** As the cache's: whole after a power cut, without an fsync for each change. */
const settings = `
PRAGMA page_size = 16384;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -8000;
`;

const fresh = (path: string): DatabaseSync => {
	removeDatabase(path);
	const database = openDatabase(path);
	database.exec(settings);
	database.exec(tables);
	return database;
};

/** A database with the current tables; whatever else lies at the path is thrown away. */
const prepared = (path: string): DatabaseSync => {
	const database = openDatabase(path);
	try {
		database.exec(settings);
		const found = database.prepare('PRAGMA user_version').get();
		if (Number(found?.['user_version']) === version) return database;
	} catch (error) {
		if (isForRoom(error, path)) {
			database.close();
			throw error;
		}
		// Damaged, or no database at all.
	}
	database.close();
	return fresh(path);
};

const statements = (database: DatabaseSync) => ({
	put: database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)'),
	drop: database.prepare('DELETE FROM words WHERE rowid = ?'),
	mark: database.prepare('INSERT OR REPLACE INTO indexed VALUES (?, ?)'),
	unmark: database.prepare('DELETE FROM indexed WHERE key = ?'),
	find: database.prepare(
		'SELECT rowid AS key FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?',
	),
});

/** Row for row what the cache says is there, against what is indexed. */
const comparison = {
	stale: `SELECT ticket.key FROM cache.ticket LEFT JOIN indexed USING (key)
		WHERE ticket.words IS NOT NULL AND indexed.token IS NOT ticket.words`,
	gone: `SELECT key FROM indexed
		WHERE key NOT IN (SELECT key FROM cache.ticket WHERE words IS NOT NULL)`,
};

/**
 * The full-text index as a file of its own: one row a ticket, under its key, so that newest first
 * needs no sorting. Throws what SQLite throws; then nothing of the jobs is done.
 */
export const openWordFile = (path: string) => {
	const database = prepared(path);
	const {put, drop, mark, unmark, find} = statements(database);

	const apply = (jobs: readonly WordJob[]): void => {
		database.exec('BEGIN');
		try {
			// FTS5 writes a part of its own whenever a key is not above the one before.
			const inOrder = jobs.toSorted((a, b) => a.key - b.key);
			for (const {key} of inOrder) {
				drop.run(key);
				unmark.run(key);
			}
			for (const {key, token, text} of inOrder) {
				if (text === null) continue;
				put.run(key, foldWords(text));
				mark.run(key, token);
			}
			database.exec('COMMIT');
		} catch (error) {
			if (database.isTransaction) database.exec('ROLLBACK');
			throw error;
		}
	};
	const keysOf = (question: string): number[] =>
		database
			.prepare(question)
			.all()
			.map(row => Number(row['key']));
	return {
		apply,
		/** Keys whose words are not indexed as the cache knows them; what it does not know is dropped. */
		compare: (cachePath: string): readonly number[] => {
			database.exec('PRAGMA busy_timeout = 5000');
			database.prepare('ATTACH ? AS cache').run(cachePath);
			try {
				const gone = keysOf(comparison.gone);
				if (gone.length > 0) apply(gone.map(key => ({key, token: 0, text: null})));
				return keysOf(comparison.stale);
			} finally {
				database.exec('DETACH cache');
			}
		},
		search: (typed: string, limit: number): readonly number[] => {
			const question = searchQuestion(typed);
			if (question === '') return [];
			return find.all(question, limit).map(row => Number(row['key']));
		},
		/** Merges all parts, so that dropped words are gone, and writes the file anew without old pages. */
		scrub: (): void => {
			database.exec("INSERT INTO words (words) VALUES ('optimize')");
			database.exec('VACUUM');
			database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
		},
		/** After damage: begins with an empty file at the next opening. */
		discard: (): void => {
			database.close();
			removeDatabase(path);
		},
		close: (): void => database.close(),
	};
};

export type WordFile = ReturnType<typeof openWordFile>;
