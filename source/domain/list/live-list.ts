import type {Summary} from '../summary.ts';
import type {Compare} from './compare.ts';

/** A sorted list that follows changes of single tickets without being sorted again. */
export type LiveList = {
	readonly size: () => number;
	readonly slice: (from: number, count: number) => readonly Summary[];
	/** Position of the ticket as it is in the list now, -1 when it is not. */
	readonly indexOf: (summary: Summary) => number;
	/**
	 * Takes out `before`, puts in `after` when it is accepted. `before` must be the summary as it was
	 * last handed in. Answers whether the list changed.
	 */
	readonly update: (before: Summary | null, after: Summary | null) => boolean;
};

/** First position whose row does not come before `summary`. */
const lowerBound = (rows: readonly Summary[], summary: Summary, compare: Compare): number => {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (compare(rows[middle] as Summary, summary) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** Builds the list once with a sort; afterwards each change costs a binary search. */
export const createLiveList = (
	summaries: Iterable<Summary>,
	{accepts, compare}: {readonly accepts: (summary: Summary) => boolean; readonly compare: Compare},
): LiveList => {
	const rows: Summary[] = [];
	for (const summary of summaries) if (accepts(summary)) rows.push(summary);
	rows.sort(compare);

	const indexOf = (summary: Summary): number => {
		const index = lowerBound(rows, summary, compare);
		return rows[index]?.number === summary.number ? index : -1;
	};

	const put = (old: number, after: Summary): void => {
		const stays = old >= 0 && compare(rows[old] as Summary, after) === 0;
		if (stays) {
			rows[old] = after;
			return;
		}
		if (old >= 0) rows.splice(old, 1);
		rows.splice(lowerBound(rows, after, compare), 0, after);
	};

	return {
		size: () => rows.length,
		slice: (from, count) => rows.slice(from, from + count),
		indexOf,
		update: (before, after) => {
			const old = before ? indexOf(before) : -1;
			if (after && accepts(after)) put(old, after);
			else if (old >= 0) rows.splice(old, 1);
			else return false;
			return true;
		},
	};
};
