/** Milliseconds between two looks at the clock. */
const pause = 500;

/** Without a look for so long this process did not run: stopped by a signal, or at one long work. */
const sleepMs = 4000;

/** How long what comes in may be from that time. */
const wakeMs = 1000;

/** Knows whether the process has just gone on after seconds in which it did not run. */
export const awakeWatch = (now: () => number = () => performance.now()) => {
	let looked = now();
	let wokeAt = Number.NEGATIVE_INFINITY;
	const look = (): void => {
		const time = now();
		if (time - looked > sleepMs) wokeAt = time;
		looked = time;
	};
	const timer = setInterval(look, pause).unref();
	return {
		/** What is read now may have been sent by somebody who has given up since. */
		hasSlept: (): boolean => now() - looked > sleepMs || now() - wokeAt < wakeMs,
		end: (): void => clearInterval(timer),
	};
};
