/** Lets writes pass, and holds them back while a snapshot is taken. */
export type Gate = {
	readonly pass: <T>(work: () => Promise<T>) => Promise<T>;
	/** Waits for the writes that run, then works alone. */
	readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
};

export const newGate = (): Gate => {
	const running = new Set<Promise<unknown>>();
	let shut: Promise<unknown> | null = null;

	const pass: Gate['pass'] = async work => {
		while (shut !== null) await shut;
		const result = work();
		const settled = result.catch(() => undefined);
		running.add(settled);
		try {
			return await result;
		} finally {
			running.delete(settled);
		}
	};
	const alone: Gate['alone'] = async work => {
		while (shut !== null) await shut;
		const result = Promise.all(running).then(work);
		const settled = result
			.catch(() => undefined)
			.then(() => {
				shut = null;
			});
		shut = settled;
		return result;
	};
	return {pass, alone};
};
