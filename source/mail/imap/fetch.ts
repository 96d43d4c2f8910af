import type {ImapFlow} from 'imapflow';
import type {FetchedMail} from '../mail.ts';
import {uidSet} from './uid-set.ts';

/** Header blocks beyond this are cut: RFC 5322 knows no limit, senders of such know no mercy. */
const longestHeader = 1024 * 1024;

/** UIDs of one question for dates alone: a mailbox may hold a hundred thousand. */
const datesChunk = 5000;

type Head = {readonly uid: number; readonly internalDate: string; readonly size: number};

const isoOf = (date: Date | string | undefined): string => {
	const parsed = date === undefined ? new Date() : new Date(date);
	return (Number.isNaN(parsed.getTime()) ? new Date() : parsed).toISOString();
};

/** Rows that were not asked for, or lack what was asked for, are other clients' flag changes. */
const fetchHeads = async (client: ImapFlow, uids: readonly number[]): Promise<readonly Head[]> => {
	const asked = new Set(uids);
	const heads = new Map<number, Head>();
	const query = {uid: true, size: true, internalDate: true};
	for await (const row of client.fetch(uidSet(uids), query, {uid: true})) {
		if (asked.has(row.uid) && row.size !== undefined) {
			heads.set(row.uid, {uid: row.uid, size: row.size, internalDate: isoOf(row.internalDate)});
		}
	}
	return [...heads.values()].sort((a, b) => a.uid - b.uid);
};

/** ISO times of INTERNALDATE; a UID that is gone is left out. Throws what imapflow throws. */
export const fetchDates = async (
	client: ImapFlow,
	uids: readonly number[],
): Promise<readonly string[]> => {
	const dates: string[] = [];
	for (let from = 0; from < uids.length; from += datesChunk) {
		const heads = await fetchHeads(client, uids.slice(from, from + datesChunk));
		dates.push(...heads.map(head => head.internalDate));
	}
	return dates;
};

/** A mail beyond this is fetched in pieces of this size: putting 60 MB together stops everything else. */
const pieceBytes = 4 * 1024 * 1024;

/** Null where the server does not give the pieces it was asked for (RFC 9051 §6.4.5, partial). */
const fetchPieces = async (client: ImapFlow, {uid, size}: Head): Promise<Uint8Array | null> => {
	const whole = new Uint8Array(size);
	for (let start = 0; start < size; start += pieceBytes) {
		const source = {start, maxLength: Math.min(pieceBytes, size - start)};
		const row = await client.fetchOne(String(uid), {uid: true, source}, {uid: true});
		const piece = row ? row.source : undefined;
		if (piece?.length !== source.maxLength) return null;
		whole.set(piece, start);
	}
	return whole;
};

const fetchWhole = async (client: ImapFlow, heads: readonly Head[]) => {
	const sizes = new Map(heads.map(head => [head.uid, head.size]));
	const sources = new Map<number, Uint8Array>();
	if (heads.length === 0) return sources;
	const range = uidSet(heads.map(head => head.uid));
	for await (const row of client.fetch(range, {uid: true, source: true}, {uid: true})) {
		const {uid, source} = row;
		if (source && sizes.get(uid) === source.length) sources.set(uid, source);
	}
	return sources;
};

const fetchSources = async (client: ImapFlow, heads: readonly Head[]) => {
	const large = heads.filter(head => head.size > pieceBytes);
	const pieces = new Map<number, Uint8Array>();
	for (const head of large) {
		const raw = await fetchPieces(client, head);
		if (raw !== null) pieces.set(head.uid, raw);
	}
	const whole = await fetchWhole(
		client,
		heads.filter(head => !pieces.has(head.uid)),
	);
	return new Map([...whole, ...pieces]);
};

const fetchHeader = async (client: ImapFlow, uid: number): Promise<Uint8Array | null> => {
	const row = await client.fetchOne(String(uid), {uid: true, headers: true}, {uid: true});
	return row ? (row.headers?.subarray(0, longestHeader) ?? null) : null;
};

/** Mails that fit into the budget together; the first always does. */
const withinBudget = (heads: readonly Head[], budget: number): ReadonlySet<number> => {
	let sum = 0;
	const chosen = new Set<number>();
	for (const {uid, size} of heads) {
		sum += size;
		if (chosen.size > 0 && sum > budget) break;
		chosen.add(uid);
	}
	return chosen;
};

/**
 * Fetches one chunk with PEEK: sizes first, then the mails that are small enough and fit the
 * budget, then the headers of those that are too large. Throws what imapflow throws.
 */
export const fetchMails = async (
	client: ImapFlow,
	uids: readonly number[],
	{maxBytes, budgetBytes}: {readonly maxBytes: number; readonly budgetBytes?: number},
): Promise<readonly FetchedMail[]> => {
	if (uids.length === 0) return [];
	const heads = await fetchHeads(client, uids);
	const readable = heads.filter(head => head.size <= maxBytes);
	const chosen = withinBudget(readable, budgetBytes ?? Number.POSITIVE_INFINITY);
	const sources = await fetchSources(
		client,
		readable.filter(head => chosen.has(head.uid)),
	);
	const mails: FetchedMail[] = [];
	for (const head of heads) {
		const raw = sources.get(head.uid) ?? null;
		const header = head.size > maxBytes ? await fetchHeader(client, head.uid) : null;
		const postponed = head.size <= maxBytes && !chosen.has(head.uid);
		if (raw !== null || header !== null || postponed) mails.push({...head, raw, header});
	}
	return mails;
};
