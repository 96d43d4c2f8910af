import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fail, ok, type Result} from '../../domain/result.ts';
import {filePath} from '../layout.ts';
import type {Found, Shelf, Stamp} from '../shelf.ts';

type Sheet = {readonly text: string; readonly stamp: Stamp};

const writeAll = async (
	folder: string,
	entries: ReadonlyMap<string, string | Uint8Array>,
): Promise<Result<void>> => {
	for (const [path, content] of entries) {
		const file = join(folder, path);
		await mkdir(dirname(file), {recursive: true, mode: 0o700});
		await writeFile(file, content, {mode: 0o600});
	}
	return ok(undefined);
};

/** A shelf without a disk. Documents are kept as text, so that nobody shares objects with it. */
export const memoryShelf = (): Shelf => {
	const sheets = new Map<string, Sheet>();
	const mails = new Map<string, Uint8Array>();
	let writes = 0;
	return {
		read: async path => {
			const sheet = sheets.get(path);
			return ok(sheet ? (JSON.parse(sheet.text) as unknown) : null);
		},
		write: async (path, document, {create}) => {
			if (create && sheets.has(path)) return fail('number-taken', {path});
			const text = JSON.stringify(document);
			writes += 1;
			const stamp = {inode: writes, mtime: writes, size: text.length};
			sheets.set(path, {text, stamp});
			return ok(stamp);
		},
		remove: async path => {
			sheets.delete(path);
			return ok(undefined);
		},
		scan: function* (room): Generator<Found> {
			for (const [path, {stamp}] of sheets) {
				const name = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
				if (path.startsWith(`${room}/`)) yield {path, name, stamp};
			}
		},
		forget: () => undefined,
		stamp: path => sheets.get(path)?.stamp ?? null,
		putFile: async (sha256, bytes) => {
			if (!mails.has(sha256)) mails.set(sha256, Uint8Array.from(bytes));
			return ok(undefined);
		},
		file: async sha256 => {
			const bytes = mails.get(sha256);
			return bytes ? ok(bytes) : fail('attachment-missing', {sha256});
		},
		removeFile: async sha256 => {
			mails.delete(sha256);
			return ok(undefined);
		},
		files: () => mails.keys(),
		quarantine: async () => undefined,
		strays: () => [],
		removeStray: async () => undefined,
		flush: async () => ok(undefined),
		snapshot: folder =>
			writeAll(
				folder,
				new Map<string, string | Uint8Array>([
					...[...sheets].map(([path, {text}]) => [path, text] as const),
					...[...mails].map(([sha256, bytes]) => [filePath(sha256), bytes] as const),
				]),
			),
	};
};
