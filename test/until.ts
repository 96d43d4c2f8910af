import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';

type Found<T> = T | undefined | false;

/** Waits until `look` finds something and answers it; after half a minute the test has failed. */
export const until = async <T>(
	look: () => Found<T> | Promise<Found<T>>,
	what = 'what should have come',
): Promise<T> => {
	const end = performance.now() + 30_000;
	for (;;) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		assert.ok(performance.now() < end, `waited for ${what}`);
		await sleep(20);
	}
};
