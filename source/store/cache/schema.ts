/** Raised with every change of the tables or of what is indexed: an older cache is built anew. */
export const cacheVersion = 4;

/**
 * `words` is the token under which the ticket's words are indexed, null for a removed ticket.
 * `entry` names what a mail became: `t:` and a ticket number, `s:` or `q:` and the id of a skipped
 * or quarantined intake. `owner` is the document the row was read from, so that it can be replaced.
 */
export const cacheSchema = `
CREATE TABLE ticket (
	key INTEGER PRIMARY KEY, inode INTEGER NOT NULL, mtime REAL NOT NULL, size INTEGER NOT NULL,
	summary TEXT, words INTEGER
);
CREATE TABLE intake (
	id TEXT PRIMARY KEY, inode INTEGER NOT NULL, mtime REAL NOT NULL, size INTEGER NOT NULL,
	document TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE message_id (id TEXT, key INTEGER, PRIMARY KEY (id, key)) WITHOUT ROWID;
CREATE INDEX message_id_key ON message_id (key);
CREATE TABLE place (
	account TEXT, folder TEXT, validity TEXT, uid INTEGER, owner TEXT, entry TEXT,
	PRIMARY KEY (account, folder, validity, uid, owner)
) WITHOUT ROWID;
CREATE INDEX place_owner ON place (owner);
CREATE TABLE identity (
	account TEXT, identity TEXT, owner TEXT, entry TEXT, PRIMARY KEY (account, identity, owner)
) WITHOUT ROWID;
CREATE INDEX identity_owner ON identity (owner);
PRAGMA user_version = ${cacheVersion};
`;

/**
 * WAL with NORMAL: whole after a power cut, without an fsync for each change. Large pages, because a
 * cold start reads all summaries, which lie scattered between the other rows.
 */
export const cacheSettings = `
PRAGMA page_size = 16384;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -8000;
`;
