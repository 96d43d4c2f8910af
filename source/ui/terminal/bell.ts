import type {ModeSink} from './dispatch.ts';

/** Rings at most once in this time, however many mails arrive. */
const quiet = 60_000;

/** A bell that keeps its manners. `now` in milliseconds; true when it rang. */
export const createBell = (stdout: ModeSink) => {
	let last: number | undefined;
	return (now: number): boolean => {
		if (last !== undefined && now - last < quiet) return false;
		last = now;
		stdout.write('\u0007');
		return true;
	};
};
