import type {ImapFlow} from 'imapflow';
import {countRow} from './progress.ts';
import {refusalOf} from './refused.ts';
import {uidSet} from './uid-set.ts';

/** Refusals one after another that are believed to mean all mails, not these. */
const mostRefusals = 50;

/** The first bytes of a mail. */
export type Start = {
	readonly uid: number;
	readonly internalDate: string;
	readonly bytes: Uint8Array;
};

/** The time of INTERNALDATE; now when a server gives none. */
export const isoOf = (date: Date | string | undefined): string => {
	const parsed = date === undefined ? new Date() : new Date(date);
	return (Number.isNaN(parsed.getTime()) ? new Date() : parsed).toISOString();
};

const inOrder = (starts: readonly Start[]): readonly Start[] =>
	[...starts].sort((a, b) => a.uid - b.uid);

const ask = async (
	client: ImapFlow,
	asked: Set<number>,
	{maxLength, onStart}: {readonly maxLength: number; readonly onStart: (start: Start) => void},
): Promise<void> => {
	const query = {uid: true, internalDate: true, source: {start: 0, maxLength}};
	const range = uidSet([...asked]);
	for await (const {uid, internalDate, source} of client.fetch(range, query, {uid: true})) {
		// Rows that were not asked for, or lack the mail, are other clients' flag changes.
		if (!source || !asked.delete(uid)) continue;
		countRow(client);
		onStart({uid, internalDate: isoOf(internalDate), bytes: source});
	}
};

/**
 * The starts of mails, in one question; when the server refuses that, each that did not come is asked
 * for alone, so that one it cannot give holds up no other. UIDs that are gone or refused are left out.
 * Throws what imapflow throws, the refusal too where nothing came.
 */
export const fetchStarts = async (
	client: ImapFlow,
	uids: readonly number[],
	maxLength: number,
): Promise<readonly Start[]> => {
	const starts: Start[] = [];
	const how = {maxLength, onStart: (start: Start) => void starts.push(start)};
	const asked = new Set(uids);
	const refusal = await refusalOf(ask(client, asked, how));
	if (refusal === null) return inOrder(starts);
	let inRow = 0;
	for (const uid of uids.length === 1 ? [] : [...asked]) {
		inRow = (await refusalOf(ask(client, new Set([uid]), how))) === null ? 0 : inRow + 1;
		if (inRow === mostRefusals) break;
	}
	if (starts.length === 0) throw refusal;
	return inOrder(starts);
};
