import type {DatabaseSync} from 'node:sqlite';
import {numberOfKey} from '../number.ts';
import {searchQuestion} from '../search-text.ts';

/** The full-text index: one row a ticket, under its key, so that newest first needs no sorting. */
export const wordRows = (database: DatabaseSync) => {
	const put = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
	const drop = database.prepare('DELETE FROM words WHERE rowid = ?');
	const find = database.prepare(
		'SELECT rowid AS key FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?',
	);
	return {
		/** Replaces the text of a ticket. */
		put: (key: number, text: string): void => {
			drop.run(key);
			put.run(key, text);
		},
		drop: (key: number): void => {
			drop.run(key);
		},
		search: (typed: string, limit: number): readonly string[] => {
			const question = searchQuestion(typed);
			if (question === '') return [];
			return find.all(question, limit).map(row => numberOfKey(Number(row['key'])));
		},
	};
};

export type WordRows = ReturnType<typeof wordRows>;
