export type Random = {
	/** From 0 up to, but not including, 1. */
	readonly next: () => number;
	/** A whole number from 0 up to, but not including, `below`. */
	readonly whole: (below: number) => number;
	readonly pick: <T>(from: readonly T[]) => T;
};

/** A small generator with a fixed seed, so that a failure can be repeated (mulberry32). */
export const seeded = (seed: number): Random => {
	let state = seed;
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let value = Math.imul(state ^ (state >>> 15), 1 | state);
		value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
		return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
	};
	const whole = (below: number): number => Math.floor(next() * below);
	return {next, whole, pick: from => from[whole(from.length)] as (typeof from)[number]};
};
