import type {Clock} from '../../domain/clock.ts';
import type {Result} from '../../domain/result.ts';
import {openStore} from '../core/open-store.ts';
import type {Store} from '../store.ts';
import {memoryShelf} from './memory-shelf.ts';

/** A store that forgets everything when it is closed: the same rules as on disk, for tests and `demo`. */
export const openMemoryStore = (options: {
	readonly clock: Clock;
	readonly log: (line: string) => void;
}): Promise<Result<Store>> =>
	openStore({
		...options,
		shelf: memoryShelf(),
		cachePath: ':memory:',
		onDamage: () => undefined,
	});
