import {constants} from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Clears away, at once, before a signal ends the program, which then answers what a shell reports of
 * it. `held` work is waited for, because another process would go on with it behind the clearing; a
 * second signal does not wait.
 */
export const clearAtInterrupt = (clear: () => void) => {
	let held: Promise<unknown> | null = null;
	let isWaiting = false;
	const leave = (signal: NodeJS.Signals): void => {
		clear();
		process.exit(128 + constants.signals[signal]);
	};
	const end = (signal: NodeJS.Signals): void => {
		if (held === null || isWaiting) {
			leave(signal);
			return;
		}
		isWaiting = true;
		void held.finally(() => leave(signal)).catch(() => undefined);
	};
	for (const signal of signals) process.on(signal, end);
	return {
		hold: async <T>(work: Promise<T>): Promise<T> => {
			held = work;
			try {
				return await work;
			} finally {
				held = null;
			}
		},
		/** There is nothing to be cleared any more. */
		end: (): void => {
			for (const signal of signals) process.off(signal, end);
		},
	};
};
