/** A seeded stream of numbers (mulberry32), so that a failing run can be repeated. */
export const createRandom = (seed: number) => {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		below: (limit: number): number => Math.floor(next() * limit),
		pick: <T>(list: readonly T[]): T => {
			const found = list[Math.floor(next() * list.length)];
			if (found === undefined) throw new Error('nothing to pick from');
			return found;
		},
	};
};
