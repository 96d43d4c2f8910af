export type Times = {readonly count: number; readonly p50: number; readonly p99: number};

/** Median and 99th percentile of times in milliseconds, rounded to hundredths. */
export const timesOf = (milliseconds: readonly number[]): Times => {
	const sorted = milliseconds.toSorted((a, b) => a - b);
	const at = (share: number): number =>
		Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;
	return {count: sorted.length, p50: at(0.5), p99: at(0.99)};
};

/** Times of one call after the other, in milliseconds. */
export const measure = async (
	count: number,
	work: (index: number) => Promise<unknown>,
): Promise<Times> => {
	const milliseconds: number[] = [];
	for (let index = 0; index < count; index++) {
		const started = performance.now();
		await work(index);
		milliseconds.push(performance.now() - started);
	}
	return timesOf(milliseconds);
};
