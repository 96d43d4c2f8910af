import type {KeyBook} from '../settings/own.ts';
import {verbs} from '../verb/index.ts';
import {createKeymap, type KeyFile, shippedKeys} from './keymap.ts';

const keysIn = (keys: KeyFile[string] | undefined): readonly string[] =>
	Array.isArray(keys) ? keys : [];

/** What the tab of keys shows. Each key file is read once. */
export const createKeyBook = (): KeyBook => {
	const shipped = shippedKeys();
	const known = new WeakMap<KeyFile, ReturnType<KeyBook['read']>>();
	return {
		verbs,
		read(keys) {
			const found = known.get(keys) ?? {
				keysOf: name => keysIn(keys[name] ?? shipped[name]),
				findings: createKeymap({shipped, user: keys}).findings,
			};
			known.set(keys, found);
			return found;
		},
	};
};
