import type {Store} from '../state/store.ts';
import type {ModeSink} from '../terminal/dispatch.ts';
import {setTitle} from '../terminal/title.ts';

/** Keeps the count of new tickets in the title of the window: `(3) raute`. */
export const watchTitle = (stdout: ModeSink, store: Store): (() => void) => {
	let shown = -1;
	return store.subscribe(() => {
		const count = store.state().list.counts?.new ?? 0;
		if (count === shown) return;
		shown = count;
		setTitle(stdout, count === 0 ? 'raute' : `(${count}) raute`);
	});
};
