import {fail, ok} from '../../domain/result.ts';
import {intakePath, isFileId} from '../layout.ts';
import type {Store} from '../store.ts';
import type {State} from './state.ts';

/** Mails that became no message. */
export const intakes = (state: State): Pick<Store, 'putIntake' | 'removeIntake' | 'intakes'> => ({
	putIntake: async (document, {defer = false} = {}) => {
		const path = intakePath(document.id);
		if (!isFileId(document.id)) return fail('input-invalid', {field: 'id', value: document.id});
		return state.queue.run(path, async () => {
			const written = await state.shelf.write(path, document, {create: false, defer});
			if (!written.ok) return written;
			state.intakes.set(document.id, document);
			state.cache.putIntake(document, written.value);
			return ok(undefined);
		});
	},
	removeIntake: async id => {
		const path = intakePath(id);
		return state.queue.run(path, async () => {
			if (!state.intakes.has(id)) return ok(undefined);
			const removed = await state.shelf.remove(path);
			if (!removed.ok) return removed;
			state.intakes.delete(id);
			state.cache.forgetIntake(id);
			return ok(undefined);
		});
	},
	intakes: async () =>
		ok([...state.intakes.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))),
});
