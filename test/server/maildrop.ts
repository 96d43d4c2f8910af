// The server side of a mailbox as files: Maildir folders as Dovecot keeps them.
import {randomBytes} from 'node:crypto';
import {chown, mkdir, readdir, readFile, rename, rm, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

export type Maildrop = {
	readonly path: string;
	makeFolder(name: string): Promise<void>;
	/** Puts a raw mail into `new/`; `receivedAt` becomes its INTERNALDATE. */
	deliver(
		raw: string | Uint8Array,
		options?: {readonly folder?: string; readonly receivedAt?: Date},
	): Promise<void>;
	/** The Maildir flags of each mail in a folder (`S` is seen, `T` deleted), in delivery order. */
	flags(folder?: string): Promise<readonly string[]>;
	/** The raw mails in a folder. */
	mails(folder?: string): Promise<readonly string[]>;
	/** What another mail program does: flags everything in a folder as read. */
	readAll(folder?: string): Promise<void>;
	/** Gives the folder a new UIDVALIDITY and every mail a new UID. The server must be stopped. */
	changeUidValidity(folder?: string): Promise<void>;
};

type Owner = {readonly uid: number; readonly gid: number};

const makeMaildir = async (path: string, owner: Owner) => {
	for (const folder of [path, join(path, 'cur'), join(path, 'new'), join(path, 'tmp')]) {
		await mkdir(folder, {recursive: true});
		await chown(folder, owner.uid, owner.gid);
	}
};

const names = async (path: string) => {
	const [fresh, seen] = await Promise.all([readdir(join(path, 'new')), readdir(join(path, 'cur'))]);
	return [
		...fresh.map(name => ({name, file: join(path, 'new', name)})),
		...seen.map(name => ({name, file: join(path, 'cur', name)})),
	].sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** Opens (and makes) the Maildir of one user. */
export const openMaildrop = async (path: string, owner: Owner): Promise<Maildrop> => {
	let count = 0;
	const where = (folder?: string) =>
		folder === undefined || folder === 'INBOX' ? path : join(path, `.${folder}`);
	const home = join(path, '..');
	await mkdir(home, {recursive: true});
	await chown(home, owner.uid, owner.gid);
	await makeMaildir(path, owner);
	return {
		path,
		makeFolder: name => makeMaildir(where(name), owner),
		deliver: async (raw, {folder, receivedAt} = {}) => {
			count += 1;
			const name = `${String(1_700_000_000 + count)}.P${process.pid}M${count}.test`;
			const temporary = join(where(folder), 'tmp', name);
			await writeFile(temporary, raw);
			await chown(temporary, owner.uid, owner.gid);
			if (receivedAt) await utimes(temporary, receivedAt, receivedAt);
			await rename(temporary, join(where(folder), 'new', name));
		},
		flags: async folder => (await names(where(folder))).map(({name}) => name.split(':2,')[1] ?? ''),
		mails: async folder =>
			Promise.all((await names(where(folder))).map(({file}) => readFile(file, 'latin1'))),
		readAll: async folder => {
			for (const {name, file} of await names(where(folder))) {
				const flagged = name.includes(':2,') ? name : `${name}:2,`;
				await rename(
					file,
					join(where(folder), 'cur', flagged.includes('S') ? flagged : `${flagged}S`),
				);
			}
		},
		changeUidValidity: async folder => {
			const files = await readdir(where(folder));
			const indexes = files.filter(name => name.startsWith('dovecot'));
			await Promise.all(indexes.map(name => rm(join(where(folder), name), {force: true})));
			// The header of dovecot-uidlist: version, UIDVALIDITY, next UID, GUID of the mailbox.
			count += 1;
			const validity = Math.floor(Date.now() / 1000) + count;
			const list = join(where(folder), 'dovecot-uidlist');
			await writeFile(list, `3 V${validity} N1 G${randomBytes(16).toString('hex')}\n`);
			await chown(list, owner.uid, owner.gid);
		},
	};
};
