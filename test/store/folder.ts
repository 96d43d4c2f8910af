import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Result} from '../../source/domain/result.ts';
import {
	type DocumentStoreOptions,
	openDocumentStore,
} from '../../source/store/document/open-document-store.ts';
import type {Store} from '../../source/store/store.ts';
import {must} from '../result.ts';
import {fixedClock} from './sample.ts';

type Options = Partial<DocumentStoreOptions>;

/** A data folder of its own for one test. `lines` gathers the store's log. */
export const openEmptyFolder = () => {
	const folder = mkdtempSync(join(tmpdir(), 'raute-store-'));
	const lines: string[] = [];
	const tryOpen = (options: Options = {}): Promise<Result<Store>> =>
		openDocumentStore({
			folder,
			clock: fixedClock(),
			checkpoint: () => undefined,
			log: line => lines.push(line),
			...options,
		});
	return {
		folder,
		lines,
		tryOpen,
		open: async (options: Options = {}): Promise<Store> => must(await tryOpen(options)),
		remove: () => rmSync(folder, {recursive: true, force: true}),
	};
};
