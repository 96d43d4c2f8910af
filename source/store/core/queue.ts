/** Runs work of the same key one after the other, of different keys side by side. */
export type Queue = {
	readonly run: <T>(key: string, work: () => Promise<T>) => Promise<T>;
	/** Resolves when everything that was queued before is done. */
	readonly idle: () => Promise<void>;
};

export const newQueue = (): Queue => {
	const tails = new Map<string, Promise<void>>();
	return {
		run: (key, work) => {
			const before = tails.get(key);
			const result = before === undefined ? work() : before.then(work);
			const tail = result
				.catch(() => undefined)
				.then(() => {
					if (tails.get(key) === tail) tails.delete(key);
				});
			tails.set(key, tail);
			return result;
		},
		idle: async () => {
			await Promise.all(tails.values());
		},
	};
};
