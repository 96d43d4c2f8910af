import type {Summary} from '../summary.ts';
import {compareNumbers} from '../ticket-number.ts';
import type {SortName} from './tab.ts';

export type Compare = (a: Summary, b: Summary) => number;

const newest: Compare = (a, b) =>
	a.updatedAt === b.updatedAt
		? compareNumbers(b.number, a.number)
		: a.updatedAt > b.updatedAt
			? -1
			: 1;

const oldest: Compare = (a, b) => newest(b, a);

/** Who has waited longest comes first, then those who wait for nothing, newest first. */
const waiting: Compare = (a, b) => {
	if (a.waitingSince === b.waitingSince) return newest(a, b);
	if (a.waitingSince === null) return 1;
	if (b.waitingSince === null) return -1;
	return a.waitingSince < b.waitingSince ? -1 : 1;
};

const prio: Compare = (a, b) => (a.prio === b.prio ? newest(a, b) : a.prio ? -1 : 1);

/** The orders of a list. Each is total (the number decides at last), so that a row can be found again. */
export const compareBy: Readonly<Record<SortName, Compare>> = {newest, oldest, waiting, prio};
