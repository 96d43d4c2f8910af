import {readdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import type {KeptDraft, UiPorts} from '../../ui/ports.ts';
import {writeDurably} from '../write-durably.ts';
import {deskKey} from './desk-key.ts';

const nameOf = (id: string): string => `${id.replaceAll(/[^\w-]/gu, '_')}.json`;

const readKept = async (file: string): Promise<KeptDraft | null> => {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as KeptDraft;
	} catch {
		return null;
	}
};

/**
 * Drafts that the desk could not take, in a folder of the person's own, apart for each data folder.
 */
export const keptDrafts = (
	stateFolder: string,
	dataFolder: string,
): Pick<UiPorts, 'keepDraftLocally' | 'listKeptDrafts' | 'forgetKeptDraft'> => {
	const folder = path.join(stateFolder, 'drafts', deskKey(dataFolder));
	return {
		keepDraftLocally: kept => {
			try {
				// It is the last thing that happens before the process ends.
				writeDurably(path.join(folder, nameOf(kept.draft.id)), JSON.stringify(kept));
			} catch {
				// Nobody is left to be told: the terminal is going away.
			}
		},
		listKeptDrafts: async () => {
			const names = await readdir(folder).catch(() => []);
			const files = names.filter(name => name.endsWith('.json')).sort();
			const drafts = await Promise.all(files.map(name => readKept(path.join(folder, name))));
			return drafts.filter(draft => draft !== null);
		},
		forgetKeptDraft: id => rm(path.join(folder, nameOf(id)), {force: true}),
	};
};
