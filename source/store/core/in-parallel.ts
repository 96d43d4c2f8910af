import {ok, type Result} from '../../domain/result.ts';

/** Documents read side by side: enough to keep the disk busy. */
const readers = 8;

/** Works through the items, several at a time, up to the first problem. */
export const inParallel = async <T>(
	items: Iterable<T>,
	work: (item: T) => Promise<Result<void>>,
): Promise<Result<void>> => {
	const rest = items[Symbol.iterator]();
	let result: Result<void> = ok(undefined);
	const worker = async (): Promise<void> => {
		for (let next = rest.next(); result.ok && !next.done; next = rest.next()) {
			const done = await work(next.value);
			if (!done.ok) result = done;
		}
	};
	await Promise.all(Array.from({length: readers}, worker));
	return result;
};
