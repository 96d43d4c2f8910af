import type {DatabaseSync} from 'node:sqlite';
import type {Origin} from '../../domain/message.ts';
import type {Summary} from '../../domain/summary.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {numberKey, numberOfKey} from '../number.ts';
import type {Tombstone} from '../schema/tombstone.ts';
import {sameSearchText} from '../search-text.ts';
import type {Stamp} from '../shelf.ts';
import type {WordIndex} from '../words/word-index.ts';
import {entryText, type LedgerRows} from './ledger-rows.ts';
import {packSummary, unpackSummary} from './packed-summary.ts';

/** A row as loaded at start; no summary for a removed ticket. */
export type CachedTicket = {
	readonly number: string;
	readonly stamp: Stamp;
	readonly summary: Summary | null;
};

export type IndexedTicket = {
	readonly ticket: Ticket;
	/** The version indexed before; null when unknown, then everything is indexed anew. */
	readonly before: Ticket | null;
	/** Nothing of it can be in the cache: it was made just now. */
	readonly created: boolean;
	readonly summary: Summary;
	readonly stamp: Stamp;
};

const loaded = (row: readonly unknown[]): CachedTicket => {
	const [key, inode, mtime, size, summary] = row as [number, number, number, number, string | null];
	return {
		number: numberOfKey(key),
		stamp: {inode, mtime, size},
		summary: summary === null ? null : unpackSummary(summary),
	};
};

const originsOf = (ticket: Ticket): readonly Origin[] =>
	ticket.messages.flatMap(message => (message.origin ? [message.origin] : []));

/** Summaries and Message-IDs of the tickets. */
export const ticketRows = (
	database: DatabaseSync,
	{ledger, words}: {readonly ledger: LedgerRows; readonly words: WordIndex},
) => {
	const put = database.prepare('INSERT OR REPLACE INTO ticket VALUES (?, ?, ?, ?, ?, ?)');
	const update = database.prepare(
		'UPDATE ticket SET inode = ?, mtime = ?, size = ?, summary = ? WHERE key = ?',
	);
	const drop = database.prepare('DELETE FROM ticket WHERE key = ?');
	const all = database.prepare('SELECT key, inode, mtime, size, summary FROM ticket');
	const one = database.prepare('SELECT key, inode, mtime, size, summary FROM ticket WHERE key = ?');
	const putId = database.prepare('INSERT OR IGNORE INTO message_id VALUES (?, ?)');
	const dropIds = database.prepare('DELETE FROM message_id WHERE key = ?');
	const byId = database.prepare('SELECT max(key) AS key FROM message_id WHERE id = ?');
	all.setReturnArrays(true);
	one.setReturnArrays(true);

	const dropParts = (number: string): void => {
		dropIds.run(numberKey(number));
		words.drop(number);
		ledger.drop(number);
	};
	const putOrigins = (number: string, origins: readonly Origin[]): void => {
		const entry = entryText({kind: 'ticket', number});
		for (const origin of origins) ledger.put(number, origin, entry);
	};

	const putMails = (ticket: Ticket, created: boolean): void => {
		const key = numberKey(ticket.number);
		if (!created) {
			dropIds.run(key);
			ledger.drop(ticket.number);
		}
		for (const {messageId} of ticket.messages) if (messageId) putId.run(messageId, key);
		putOrigins(ticket.number, originsOf(ticket));
	};

	return {
		load: function* (): Generator<CachedTicket> {
			for (const row of all.iterate()) yield loaded(row as unknown as readonly unknown[]);
		},
		row: (number: string): CachedTicket | null => {
			const row = one.get(numberKey(number));
			return row ? loaded(row as unknown as readonly unknown[]) : null;
		},
		put: ({ticket, before, created, summary, stamp}: IndexedTicket): void => {
			const key = numberKey(ticket.number);
			const {inode, mtime, size} = stamp;
			const packed = packSummary(summary);
			const sameWords = before !== null && sameSearchText(before, ticket);
			if (!sameWords || update.run(inode, mtime, size, packed, key).changes === 0) {
				put.run(key, inode, mtime, size, packed, words.put(ticket, size));
			}
			if (before?.messages !== ticket.messages) putMails(ticket, created);
		},
		putTombstone: (tombstone: Tombstone, stamp: Stamp): void => {
			const {number, origins} = tombstone;
			dropParts(number);
			put.run(numberKey(number), stamp.inode, stamp.mtime, stamp.size, null, null);
			putOrigins(number, origins);
		},
		forget: (number: string): void => {
			dropParts(number);
			drop.run(numberKey(number));
		},
		byMessageId: (ids: readonly string[]): ReadonlyMap<string, string> => {
			const known = new Map<string, string>();
			for (const id of ids) {
				const key = byId.get(id)?.['key'];
				if (typeof key === 'number') known.set(id, numberOfKey(key));
			}
			return known;
		},
	};
};
