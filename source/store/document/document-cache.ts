import type {Low} from 'lowdb';
import {leastRecent} from './least-recent.ts';

type Reading = {readonly document: Promise<object | null>; stale: boolean};

/** lowdb keeps its default data when there is no file: this stands for none. */
export const noDocument: object = {};

/** The documents used last, one `Low` each. Reads of one path at the same time share the file. */
export const documentCache = (limitBytes: number) => {
	const lows = leastRecent<Low<object>>(limitBytes);
	const readings = new Map<string, Reading>();

	const load = async (path: string, low: Low<object>, bytes: () => number) => {
		await low.read();
		if (low.data === noDocument) return null;
		if (readings.get(path)?.stale === false) lows.set(path, low, bytes());
		return low.data;
	};
	return {
		read: (path: string, open: () => {readonly low: Low<object>; readonly bytes: () => number}) => {
			const known = lows.get(path)?.data ?? readings.get(path)?.document;
			if (known !== undefined) return known;
			const {low, bytes} = open();
			const document = load(path, low, bytes).finally(() => readings.delete(path));
			readings.set(path, {document, stale: false});
			return document;
		},
		/** After a write; what a read that began before brings back is not kept. */
		keep: (path: string, low: Low<object>, bytes: number): void => {
			const reading = readings.get(path);
			if (reading) reading.stale = true;
			lows.set(path, low, bytes);
		},
		forget: (path: string): void => {
			const reading = readings.get(path);
			if (reading) reading.stale = true;
			lows.delete(path);
		},
	};
};
