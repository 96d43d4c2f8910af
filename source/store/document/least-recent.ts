/** Keeps what was used last, up to a sum of bytes. */
export type LeastRecent<T> = {
	readonly get: (key: string) => T | undefined;
	readonly set: (key: string, value: T, bytes: number) => void;
	readonly delete: (key: string) => void;
};

export const leastRecent = <T>(limit: number): LeastRecent<T> => {
	// A Map keeps the order of insertion: the first key is the one unused for longest.
	const kept = new Map<string, {readonly value: T; readonly bytes: number}>();
	let total = 0;
	const remove = (key: string): void => {
		total -= kept.get(key)?.bytes ?? 0;
		kept.delete(key);
	};
	return {
		get: key => {
			const found = kept.get(key);
			if (!found) return undefined;
			kept.delete(key);
			kept.set(key, found);
			return found.value;
		},
		set: (key, value, bytes) => {
			remove(key);
			kept.set(key, {value, bytes});
			total += bytes;
			for (const oldest of kept.keys()) {
				if (total <= limit || oldest === key) break;
				remove(oldest);
			}
		},
		delete: remove,
	};
};
