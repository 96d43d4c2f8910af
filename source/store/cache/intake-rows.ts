import type {DatabaseSync} from 'node:sqlite';
import type {IntakeDocument} from '../../domain/receive/intake-document.ts';
import type {Stamp} from '../shelf.ts';
import type {LedgerEntry} from '../store.ts';
import {entryText, type LedgerRows} from './ledger-rows.ts';

export type CachedIntake = {readonly document: IntakeDocument; readonly stamp: Stamp};

const entryOfIntake = (document: IntakeDocument): LedgerEntry => ({
	kind: document.kind,
	intake: document.id,
});

/** Rows whose owner this is are the further UIDs of a known mail. */
export const aliasOwner = (entry: string): string => `alias ${entry}`;

/** Skipped and quarantined mails. */
export const intakeRows = (database: DatabaseSync, ledger: LedgerRows) => {
	const put = database.prepare('INSERT OR REPLACE INTO intake VALUES (?, ?, ?, ?, ?)');
	const drop = database.prepare('DELETE FROM intake WHERE id = ?');
	const all = database.prepare('SELECT inode, mtime, size, document FROM intake');

	return {
		load: function* (): Generator<CachedIntake> {
			for (const row of all.iterate()) {
				const stamp = {
					inode: Number(row['inode']),
					mtime: Number(row['mtime']),
					size: Number(row['size']),
				};
				yield {stamp, document: JSON.parse(String(row['document'])) as IntakeDocument};
			}
		},
		put: (document: IntakeDocument, stamp: Stamp): void => {
			const owner = `intake ${document.id}`;
			ledger.drop(owner);
			put.run(document.id, stamp.inode, stamp.mtime, stamp.size, JSON.stringify(document));
			ledger.put(owner, document.origin, entryText(entryOfIntake(document)));
		},
		forget: (id: string): void => {
			ledger.drop(`intake ${id}`);
			ledger.drop(aliasOwner(`s:${id}`));
			ledger.drop(aliasOwner(`q:${id}`));
			drop.run(id);
		},
	};
};
