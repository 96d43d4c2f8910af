import type {DatabaseSync} from 'node:sqlite';
import type {Origin} from '../../domain/message.ts';
import type {LedgerEntry} from '../store.ts';

/** An entry as the rows hold it: `t:` and a ticket number, `s:` or `q:` and the id of an intake. */
export const entryText = (entry: LedgerEntry): string =>
	entry.kind === 'ticket' ? `t:${entry.number}` : `${entry.kind.slice(0, 1)}:${entry.intake}`;

const entryOf = (text: string): LedgerEntry => {
	const target = text.slice(2);
	if (text.startsWith('t:')) return {kind: 'ticket', number: target};
	return {kind: text.startsWith('s:') ? 'skipped' : 'quarantined', intake: target};
};

export type LedgerPlace = {
	readonly account: string;
	readonly folder: string;
	readonly uidValidity: string;
	readonly uids: readonly number[];
};

/** The rows that say which mails of a server are known. A ticket wins over an intake (`t` > `s`, `q`). */
export const ledgerRows = (database: DatabaseSync) => {
	const putPlace = database.prepare('INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?)');
	const putIdentity = database.prepare('INSERT OR REPLACE INTO identity VALUES (?, ?, ?, ?)');
	const dropPlaces = database.prepare('DELETE FROM place WHERE owner = ?');
	const dropIdentities = database.prepare('DELETE FROM identity WHERE owner = ?');
	const place = database.prepare(
		`SELECT entry FROM place WHERE account = ? AND folder = ? AND validity = ? AND uid = ?
		ORDER BY entry DESC LIMIT 1`,
	);
	const identity = database.prepare(
		'SELECT entry FROM identity WHERE account = ? AND identity = ? ORDER BY entry DESC LIMIT 1',
	);

	const put = (owner: string, origin: Origin, entry: string): void => {
		putIdentity.run(origin.account, origin.identity, owner, entry);
		if (!origin.place) return;
		const {folder, uidValidity, uid} = origin.place;
		putPlace.run(origin.account, folder, uidValidity, uid, owner, entry);
	};
	const drop = (owner: string): void => {
		dropPlaces.run(owner);
		dropIdentities.run(owner);
	};

	return {
		put,
		drop,
		byUid: ({
			account,
			folder,
			uidValidity,
			uids,
		}: LedgerPlace): ReadonlyMap<number, LedgerEntry> => {
			const known = new Map<number, LedgerEntry>();
			for (const uid of uids) {
				const row = place.get(account, folder, uidValidity, uid);
				if (row) known.set(uid, entryOf(String(row['entry'])));
			}
			return known;
		},
		byIdentity: (account: string, hash: string): LedgerEntry | null => {
			const row = identity.get(account, hash);
			return row ? entryOf(String(row['entry'])) : null;
		},
	};
};

export type LedgerRows = ReturnType<typeof ledgerRows>;
