import {blankRow, type ScreenRow} from './screen-row.ts';

/** Rows `top` to `bottom`, counted from 0, move up by `by` rows; down when negative. */
export type Shift = {readonly top: number; readonly bottom: number; readonly by: number};

/** Below this many characters saved a shift is not worth its 20 bytes. */
const leastGain = 40;

type Rows = readonly ScreenRow[];

const isSame = (a: ScreenRow | undefined, b: ScreenRow | undefined): boolean => a?.raw === b?.raw;

/** Every changed row votes, with its length, for the distances at which it stood before. */
const votes = (before: Rows, after: Rows): ReadonlyMap<number, number> => {
	const places = new Map<string, number[]>();
	before.forEach(({raw}, row) => {
		if (raw === '' || isSame(before[row], after[row])) return;
		const known = places.get(raw) ?? [];
		// Rows that repeat, such as rules, tell nothing about the distance.
		if (known.length < 4) places.set(raw, [...known, row]);
	});
	const found = new Map<number, number>();
	after.forEach(({raw}, row) => {
		if (isSame(before[row], after[row])) return;
		for (const place of places.get(raw) ?? []) {
			found.set(place - row, (found.get(place - row) ?? 0) + raw.length);
		}
	});
	return found;
};

/** The smallest region that holds every changed row found again at this distance. */
const regionOf = (before: Rows, after: Rows, by: number): Shift => {
	let top = after.length;
	let bottom = -1;
	after.forEach((row, index) => {
		const isMoved =
			row.raw !== '' && isSame(row, before[index + by]) && !isSame(row, before[index]);
		if (!isMoved) return;
		top = Math.min(top, index, index + by);
		bottom = Math.max(bottom, index, index + by);
	});
	return {top, bottom, by};
};

/** The rows of the screen once the terminal has carried out a shift. */
export const shifted = (rows: Rows, {top, bottom, by}: Shift): Rows =>
	rows.map((row, index) => {
		if (index < top || index > bottom) return row;
		const from = index + by;
		return from < top || from > bottom ? blankRow : (rows[from] ?? blankRow);
	});

/** Characters that need not be written, counted before the shift as loss and after it as gain. */
const gainOf = (before: Rows, after: Rows, shift: Shift): number => {
	const moved = shifted(before, shift);
	return after.reduce((sum, row, index) => {
		if (isSame(row, before[index])) return isSame(row, moved[index]) ? sum : sum - row.raw.length;
		return isSame(row, moved[index]) ? sum + row.raw.length : sum;
	}, 0);
};

/** The vertical shift that saves most of the writing between two screens, if one does. */
export const findShift = (before: Rows, after: Rows): Shift | undefined => {
	const [best] = [...votes(before, after)]
		.filter(([by]) => by !== 0)
		.sort(([, one], [, other]) => other - one);
	if (best === undefined) return undefined;
	const shift = regionOf(before, after, best[0]);
	return gainOf(before, after, shift) >= leastGain ? shift : undefined;
};
