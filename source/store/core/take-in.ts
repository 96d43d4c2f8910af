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
 * The same for a document of the settings: as somebody else wrote it since the store last read or
 * wrote it, null when nobody did.
 */
export const editedSettings = async <K extends Kind>(
	state: State,
	kind: K,
	path: string,
): Promise<Result<Documents[K] | null>> => {
	const stamp = state.shelf.stamp(path);
	const known = state.stamps.get(path);
	if (stamp === null || (known && sameStamp(known, stamp))) return ok(null);
	state.shelf.forget(path);
	const read = await state.documents.read(kind, path);
	if (!read.ok) return read;
	state.stamps.set(path, stamp);
	state.log(`${path} was changed by somebody else and has been read anew`);
	return read;
};
