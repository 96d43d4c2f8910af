import {ok, type Result} from '../../domain/result.ts';
import {ticketPath} from '../layout.ts';
import type {Documents, Kind} from '../schema/decode.ts';
import {sameStamp} from '../shelf.ts';
import {notify} from './notify.ts';
import {indexTicket} from './reconcile.ts';
import type {State} from './state.ts';

/**
 * Somebody may edit a ticket's document while the store is open. To be called before a change, in the
 * ticket's queue: what lies there now is read and indexed, and the change builds on it. Problem
 * `document-unreadable` for what cannot be read; it is left as it is. Costs one stat and one row.
 */
export const takeInTicket = async (state: State, number: string): Promise<Result<void>> => {
	const path = ticketPath(number);
	const stamp = state.shelf.stamp(path);
	const known = state.cache.ticketStamp(number);
	if (stamp === null || known === null || sameStamp(known, stamp)) return ok(undefined);
	state.shelf.forget(path);
	const read = await state.documents.ticketOrTombstone(number);
	if (!read.ok) return read;
	const before = state.summaries.get(number) ?? null;
	const indexed = await indexTicket(state, {name: number, path, stamp});
	state.log(`${path} was changed by somebody else and has been read anew`);
	notify(state, before, state.summaries.get(number) ?? null);
	return indexed;
};

/**
 * The same for a document of the settings: `keep` gets what somebody else has written since the store
 * last read or wrote it, then the listeners are told.
 */
export const takeInSettings = async <K extends Kind>(
	state: State,
	kind: K,
	{path, keep}: {readonly path: string; readonly keep: (document: Documents[K]) => void},
): Promise<Result<void>> => {
	const stamp = state.shelf.stamp(path);
	const known = state.stamps.get(path);
	if (stamp === null || (known && sameStamp(known, stamp))) return ok(undefined);
	state.shelf.forget(path);
	const read = await state.documents.read(kind, path);
	if (!read.ok || read.value === null) return read.ok ? ok(undefined) : read;
	state.stamps.set(path, stamp);
	keep(read.value);
	state.log(`${path} was changed by somebody else and has been read anew`);
	for (const listener of state.settingsListeners) listener();
	return ok(undefined);
};
