/** Runs work that shares a key one after the other, in the order of the calls; other work at once. */
export type KeyLock = <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>;

/** Keys are taken together when the call is made, so two works never wait for each other. */
export const createKeyLock = (): KeyLock => {
	const tails = new Map<string, Promise<void>>();
	return async (keys, work) => {
		const earlier = keys.flatMap(key => tails.get(key) ?? []);
		const {promise, resolve} = Promise.withResolvers<void>();
		for (const key of keys) {
			tails.set(key, promise);
		}
		await Promise.all(earlier);
		try {
			return await work();
		} finally {
			for (const key of keys) {
				if (tails.get(key) === promise) tails.delete(key);
			}
			resolve();
		}
	};
};
