import type {ImapFlow} from 'imapflow';
import type {FetchedMail, Mailbox} from '../mail.ts';
import {fetchGroups} from './fetch-group.ts';
import {fetchRest} from './fetch-rest.ts';
import {fetchStarts, isoOf, type Start} from './fetch-start.ts';
import {refusalOf} from './refused.ts';
import {uidSet} from './uid-set.ts';

/** Header blocks beyond this are cut: RFC 5322 knows no limit, senders of such know no mercy. */
const longestHeader = 1024 * 1024;

/** UIDs of one question for dates alone: a mailbox may hold a hundred thousand. */
const datesChunk = 5000;

/** So much of each mail is asked for at first: nearly all are shorter, and then it is all of them. */
const longestStart = 256 * 1024;

/** ISO times of INTERNALDATE; a UID that is gone is left out. Throws what imapflow throws. */
export const fetchDates = async (
	client: ImapFlow,
	uids: readonly number[],
): Promise<readonly string[]> => {
	const dates: string[] = [];
	for (let from = 0; from < uids.length; from += datesChunk) {
		const some = uids.slice(from, from + datesChunk);
		const asked = new Set(some);
		const query = {uid: true, internalDate: true};
		for await (const row of client.fetch(uidSet(some), query, {uid: true})) {
			// Rows that were not asked for are other clients' flag changes.
			if (asked.delete(row.uid)) dates.push(isoOf(row.internalDate));
		}
	}
	return dates;
};

/** RFC822.SIZE by UID. Exchange only estimates it: good for limits, not to know a whole mail by. */
const fetchSizes = async (
	client: ImapFlow,
	uids: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
	const sizes = new Map<number, number>();
	if (uids.length === 0) return sizes;
	for await (const row of client.fetch(uidSet(uids), {uid: true, size: true}, {uid: true})) {
		if (row.size !== undefined) sizes.set(row.uid, row.size);
	}
	return sizes;
};

const fetchHeader = async (client: ImapFlow, uid: number): Promise<Uint8Array | null> => {
	const row = await client.fetchOne(String(uid), {uid: true, headers: true}, {uid: true});
	return row ? (row.headers?.subarray(0, longestHeader) ?? null) : null;
};

/** A mail that goes on behind its start: whole, or the header of one too large; null when it is gone. */
const finish = async (
	client: ImapFlow,
	start: Start,
	limits: {readonly size: number; readonly maxBytes: number},
): Promise<FetchedMail | null> => {
	const {uid, internalDate} = start;
	const isLarge = limits.size > limits.maxBytes;
	const raw = isLarge ? 'too-large' : await fetchRest(client, start, limits);
	if (raw === 'gone') return null;
	if (raw !== 'too-large') return {uid, internalDate, raw, header: null};
	const header = await fetchHeader(client, uid);
	return header && {uid, internalDate, raw: null, header};
};

type Limits = {
	readonly maxBytes: number;
	readonly budgetBytes: number;
	readonly sizes: ReadonlyMap<number, number>;
};

const sizeOf = ({uid, bytes}: Start, sizes: Limits['sizes']): number =>
	sizes.get(uid) ?? bytes.length;

/** Those that fit while the budget lasts, the first in any case, and those for another call. */
const withinBudget = (
	long: readonly Start[],
	{maxBytes, budgetBytes, sizes}: Limits,
): {readonly now: readonly Start[]; readonly later: readonly Start[]} => {
	const now: Start[] = [];
	const later: Start[] = [];
	let held = 0;
	for (const start of long) {
		const size = sizeOf(start, sizes);
		const kept = size <= maxBytes ? size : 0;
		if (held > 0 && kept > 0 && held + kept > budgetBytes) {
			later.push(start);
		} else {
			now.push(start);
			held += kept;
		}
	}
	return {now, later};
};

/**
 * While the budget lasts; the others are named for another call. One that the server refuses is left
 * out, as one that is gone.
 */
const finishLong = async (
	client: ImapFlow,
	long: readonly Start[],
	limits: Limits,
): Promise<readonly FetchedMail[]> => {
	const {maxBytes, sizes} = limits;
	const {now, later} = withinBudget(long, limits);
	const mails: FetchedMail[] = later.map(({uid, internalDate}) => ({
		uid,
		internalDate,
		raw: null,
		header: null,
	}));
	const grouped = await fetchGroups(
		client,
		now.filter(start => sizeOf(start, sizes) <= maxBytes),
		sizes,
	);
	for (const start of now) {
		const {uid, internalDate} = start;
		const raw = grouped.get(uid);
		const size = sizeOf(start, sizes);
		if (raw) mails.push({uid, internalDate, raw, header: null});
		else
			await refusalOf(
				finish(client, start, {size, maxBytes}).then(mail => mail && mails.push(mail)),
			);
	}
	return mails;
};

/** The headers alone. Throws what imapflow throws. */
const fetchHeaders = async (
	client: ImapFlow,
	uids: readonly number[],
): Promise<readonly FetchedMail[]> => {
	const mails: FetchedMail[] = [];
	const query = {uid: true, internalDate: true, headers: true};
	for await (const row of client.fetch(uidSet(uids), query, {uid: true})) {
		if (!uids.includes(row.uid) || !row.headers) continue;
		const header = row.headers.subarray(0, longestHeader);
		mails.push({uid: row.uid, internalDate: isoOf(row.internalDate), raw: null, header});
	}
	return mails;
};

/**
 * Fetches one chunk with PEEK: the starts of all mails in one question, then the rest of the few that
 * go on, as many as the budget has room for and the first in any case; of those that are too large
 * the header. A size is asked for the long ones alone, as many servers read a whole mail to tell it;
 * for all when `leavesServer`: a server may have cut one that is to be deleted there. An empty one is
 * never believed without it. Throws what imapflow throws.
 */
export const fetchMails = async (
	client: ImapFlow,
	uids: readonly number[],
	{
		maxBytes,
		budgetBytes = Number.POSITIVE_INFINITY,
		leavesServer = false,
		headersOnly = false,
	}: Parameters<Mailbox['fetch']>[1],
): Promise<readonly FetchedMail[]> => {
	if (uids.length === 0) return [];
	if (headersOnly) return fetchHeaders(client, uids);
	const share = Math.max(1, Math.floor(budgetBytes / uids.length));
	const length = Math.min(longestStart, share, maxBytes + 1);
	const starts = await fetchStarts(client, uids, length);
	// A server that knows no parts of a mail (RFC 9051 §6.4.5) sends more than was asked for.
	const seemsWhole = ({bytes}: Start) => bytes.length !== length && bytes.length > 0;
	const doubtful = starts.filter(start => leavesServer || !seemsWhole(start));
	const sizes = await fetchSizes(
		client,
		doubtful.map(({uid}) => uid),
	);
	const isBelieved = ({uid, bytes}: Start) => bytes.length > 0 || sizes.has(uid);
	const isLong = (start: Start) =>
		!seemsWhole(start) || (leavesServer && sizes.get(start.uid) !== start.bytes.length);
	const whole = starts
		.filter(start => !isLong(start))
		.map(({uid, internalDate, bytes}) => ({uid, internalDate, raw: bytes, header: null}));
	const finished = await finishLong(client, starts.filter(isBelieved).filter(isLong), {
		maxBytes,
		budgetBytes,
		sizes,
	});
	return [...whole, ...finished].sort((a, b) => a.uid - b.uid);
};
