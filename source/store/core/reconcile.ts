import {ok, type Result} from '../../domain/result.ts';
import {summarize} from '../../domain/summary.ts';
import type {CachedTicket} from '../cache/ticket-rows.ts';
import {ticketPath} from '../layout.ts';
import {numberParts} from '../number.ts';
import {isTombstone} from '../schema/tombstone.ts';
import {type Found, type Room, type Stamp, sameStamp} from '../shelf.ts';
import {inParallel} from './in-parallel.ts';
import type {State} from './state.ts';

/** The highest counter of each day, from the names alone: also of removed and unreadable tickets. */
const count = (state: State, name: string): void => {
	const parts = numberParts(name);
	if (!parts || parts.counter <= (state.counters.get(parts.day) ?? 0)) return;
	state.counters.set(parts.day, parts.counter);
};

/**
 * Clocks of file systems tick in steps of some milliseconds, and inodes are used again: two versions
 * written within a tick can bear the same stamp. What is as young as the youngest row is read again.
 */
const tickMs = 20;

const newest = (stamps: Iterable<Stamp>): number => {
	let mtime = 0;
	for (const stamp of stamps) mtime = Math.max(mtime, stamp.mtime);
	return mtime;
};

/** Compares a room with what the cache knew of it: what to read, and what is gone. */
const compare = (
	state: State,
	room: Room,
	known: Map<string, Stamp>,
): {readonly differ: readonly Found[]; readonly gone: readonly string[]} => {
	const differ: Found[] = [];
	const certain = newest(known.values()) - tickMs;
	for (const found of state.shelf.scan(room)) {
		if (room === 'tickets') {
			if (!numberParts(found.name)) continue;
			count(state, found.name);
		}
		const stamp = known.get(found.name);
		known.delete(found.name);
		if (stamp && sameStamp(stamp, found.stamp) && stamp.mtime < certain) continue;
		differ.push(found);
	}
	differ.sort((a, b) => (a.name < b.name ? -1 : 1));
	return {differ, gone: [...known.keys()]};
};

const setAside = async (state: State, path: string, text: string): Promise<void> => {
	await state.shelf.quarantine(path);
	state.log(`${path} cannot be read and was copied to quarantine: ${text}`);
};

/** Reads one ticket into summaries and cache. Only `data-newer` stops the start. */
export const indexTicket = async (state: State, found: Found): Promise<Result<void>> => {
	const {name: number, path, stamp} = found;
	await state.cache.room();
	const read = await state.documents.ticketOrTombstone(number);
	state.unreadable.delete(number);
	if (!read.ok) {
		if (read.problem.name !== 'document-unreadable') return read;
		const text = String(read.problem.details['text'] ?? '');
		state.summaries.delete(number);
		state.cache.forgetTicket(number);
		state.unreadable.set(number, text);
		await setAside(state, path, text);
	} else if (read.value && isTombstone(read.value)) {
		state.summaries.delete(number);
		state.cache.putTombstone(read.value, stamp);
	} else if (read.value) {
		const summary = summarize(read.value);
		state.summaries.set(number, summary);
		state.cache.putTicket({ticket: read.value, before: null, created: false, summary, stamp});
	}
	return ok(undefined);
};

const indexIntake = async (state: State, {name: id, path, stamp}: Found): Promise<Result<void>> => {
	const read = await state.documents.intake(id);
	if (read.ok && read.value) {
		state.intakes.set(id, read.value);
		state.cache.putIntake(read.value, stamp);
	} else if (!read.ok) {
		if (read.problem.name !== 'document-unreadable') return read;
		state.intakes.delete(id);
		state.cache.forgetIntake(id);
		await setAside(state, path, String(read.problem.details['text'] ?? ''));
	}
	return ok(undefined);
};

const loadTicket = (state: State, known: Map<string, Stamp>, row: CachedTicket): void => {
	known.set(row.number, row.stamp);
	if (row.summary) state.summaries.set(row.number, row.summary);
};

/** What was written and not indexed any more before the last process ended. */
const indexWords = async (state: State, stale: readonly string[]): Promise<Result<void>> =>
	inParallel(stale, async number => {
		const path = ticketPath(number);
		const stamp = state.summaries.has(number) ? state.shelf.stamp(path) : null;
		return stamp ? indexTicket(state, {name: number, path, stamp}) : ok(undefined);
	});

const reconcileTickets = async (state: State): Promise<Result<void>> => {
	const staleWords = state.cache.staleWords();
	const known = new Map<string, Stamp>();
	for (const row of state.cache.loadTickets()) loadTicket(state, known, row);
	const {differ, gone} = compare(state, 'tickets', known);
	for (const number of gone) {
		state.summaries.delete(number);
		state.cache.forgetTicket(number);
	}
	const indexed = await inParallel(differ, found => indexTicket(state, found));
	if (!indexed.ok) return indexed;
	const anew = new Set(differ.map(({name}) => name));
	const stale = (await staleWords).filter(number => !anew.has(number));
	return indexWords(state, stale);
};

const reconcileIntakes = async (state: State): Promise<Result<void>> => {
	const known = new Map<string, Stamp>();
	for (const {document, stamp} of state.cache.loadIntakes()) {
		known.set(document.id, stamp);
		state.intakes.set(document.id, document);
	}
	const {differ, gone} = compare(state, 'intake', known);
	for (const id of gone) {
		state.intakes.delete(id);
		state.cache.forgetIntake(id);
	}
	return inParallel(differ, found => indexIntake(state, found));
};

/**
 * Loads the summaries from the cache and compares inode, mtime and size of every document with
 * them: whatever differs, is new or gone is indexed again, whoever changed it. Words are compared by
 * their token.
 */
export const reconcile = async (state: State): Promise<Result<void>> => {
	const tickets = await reconcileTickets(state);
	const result = tickets.ok ? await reconcileIntakes(state) : tickets;
	state.cache.commit();
	return result;
};
