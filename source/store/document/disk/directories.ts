import {mkdir} from 'node:fs/promises';
import {dirname} from 'node:path';
import {UncertainWrite} from '../failure.ts';
import {folderMode} from './disk.ts';
import type {Workshop} from './workshop.ts';

type Slot = {running: Promise<void>; next: Promise<void> | null};

const syncFolder = async (workshop: Workshop, folder: string): Promise<void> => {
	try {
		await workshop.syncNames(folder);
	} catch (error) {
		throw new UncertainWrite(folder, {cause: error});
	}
};

/** Syncs of one folder asked for while one runs share the following one: it began after their renames. */
const sharedSyncs = (workshop: Workshop): ((folder: string) => Promise<void>) => {
	const slots = new Map<string, Slot>();
	const start = (folder: string): Promise<void> => {
		const slot: Slot = {running: syncFolder(workshop, folder), next: null};
		slots.set(folder, slot);
		const done = (): void => {
			if (slots.get(folder) === slot && slot.next === null) slots.delete(folder);
		};
		slot.running.then(done, done);
		return slot.running;
	};
	return folder => {
		const slot = slots.get(folder);
		if (!slot) return start(folder);
		const begin = (): Promise<void> => start(folder);
		slot.next ??= slot.running.then(begin, begin);
		return slot.next;
	};
};

/**
 * Folders and their fsync. A new name in a folder survives a power cut only after the folder's own
 * fsync. `later` leaves that to `flush`. Rejects with UncertainWrite when a sync fails.
 */
export const directories = (workshop: Workshop) => {
	const sync = sharedSyncs(workshop);
	const known = new Map<string, Promise<void>>();
	const dirty = new Set<string>();

	const make = async (folder: string): Promise<void> => {
		const first = await mkdir(folder, {recursive: true, mode: folderMode});
		if (first === undefined) return;
		for (let made = folder; ; made = dirname(made)) {
			await sync(dirname(made));
			if (made === first) return;
		}
	};
	return {
		sync,
		/** Makes the folder, durably, if it is not there. */
		ensure: (folder: string): Promise<void> => {
			const made = known.get(folder);
			if (made !== undefined) return made;
			const making = make(folder);
			known.set(folder, making);
			making.catch(() => known.delete(folder));
			return making;
		},
		later: (folder: string): void => {
			dirty.add(folder);
		},
		flush: async (): Promise<void> => {
			const folders = [...dirty];
			dirty.clear();
			await Promise.all(folders.map(sync));
		},
	};
};

export type Directories = ReturnType<typeof directories>;
