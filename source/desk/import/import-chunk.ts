import type {Account} from '../../domain/account/account.ts';
import {intakeVersion} from '../../domain/receive/intake-document.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {FetchedMail, Mailbox} from '../../mail/mail.ts';
import type {ReceiveOutcome} from '../desk.ts';
import {localDay} from '../local-day.ts';
import type {DeskParts} from '../parts.ts';
import type {Receiver} from '../receive/receive.ts';
import type {HangUps} from './hang-ups.ts';

/** Bytes of raw mail held at once by one chunk. */
const budgetBytes = 64 * 1024 * 1024;

/** A fetched mail and what became of it. */
export type Imported = {
	readonly uid: number;
	readonly outcome: ReceiveOutcome;
	/** The server has more of it than we do: it must stay there. */
	readonly partial: boolean;
};

export type ChunkContext = {
	readonly parts: DeskParts;
	readonly receiver: Receiver;
	readonly mailbox: Mailbox;
	readonly account: Account;
	readonly place: {readonly account: string; readonly folder: string; readonly uidValidity: string};
	readonly hangUps: HangUps;
};

/** Fetches a chunk, in several calls when its mails are large. UIDs that are gone are left out. */
export const fetchChunk = async (
	{mailbox, parts, account, hangUps}: ChunkContext,
	uids: readonly number[],
): Promise<Result<readonly FetchedMail[]>> => {
	const maxBytes = parts.store.desk().maxMailBytes;
	if (uids.length === 0) return ok([]);
	const fetched = await mailbox.fetch(uids, {
		maxBytes,
		budgetBytes,
		leavesServer: account.deleteOnServer,
	});
	if (!fetched.ok && fetched.problem.name === 'server-unreachable') hangUps.lost(uids);
	parts.checkpoint('import.fetched');
	return fetched;
};

/** Mails of a fetched chunk that did not fit into its budget. */
export const postponed = (mails: readonly FetchedMail[]): readonly number[] =>
	mails.filter(mail => mail.raw === null && mail.header === null).map(mail => mail.uid);

const skip = async (
	{parts, place}: ChunkContext,
	{uid, internalDate}: FetchedMail,
): Promise<Result<ReceiveOutcome>> => {
	const {account, folder, uidValidity} = place;
	const kept = await parts.store.putIntake(
		{
			v: intakeVersion,
			id: parts.clock.newId(),
			kind: 'skipped',
			reason: 'too-old',
			origin: {account, identity: '', place: {folder, uidValidity, uid}},
			raw: null,
			tries: 0,
			at: internalDate,
		},
		{defer: true},
	);
	return kept.ok ? ok({result: 'skipped', number: null, messageId: null, reason: 'too-old'}) : kept;
};

/** Whether the account's `fromDate` leaves the mail out. */
export const tooOld = (internalDate: string, {fromDate}: Pick<Account, 'fromDate'>): boolean =>
	fromDate !== null && localDay(Date.parse(internalDate)) < fromDate;

const importMail = async (
	context: ChunkContext,
	mail: FetchedMail,
): Promise<Result<ReceiveOutcome>> => {
	const {receiver, account, place} = context;
	const raw = mail.raw ?? mail.header;
	if (raw === null) return fail('mail-unreadable', {reason: 'empty'});
	if (tooOld(mail.internalDate, account)) return skip(context, mail);
	return receiver.receive({
		raw,
		account: account.id,
		queue: null,
		place: {folder: place.folder, uidValidity: place.uidValidity, uid: mail.uid},
		internalDate: mail.internalDate,
		headerOnly: mail.raw === null,
		defer: true,
	});
};

/** Mails taken in side by side: enough for the readers and the disk, and others get their turn. */
const sideBySide = 32;

type Outcome = {readonly mail: FetchedMail; readonly result: Result<ReceiveOutcome>};

/** What became of a chunk; `failed` is the first failure. */
export type Received = {
	readonly done: readonly Imported[];
	readonly failed: Result<never> | null;
};

/**
 * Takes the mails of a chunk in; nothing of it counts before the next flush. One that fails does not
 * stop the others; the first failure is told beside what went well. After `signal` no further mail is
 * begun: the rest is left for the next pass.
 */
export const receiveChunk = async (
	context: ChunkContext,
	mails: readonly FetchedMail[],
	signal: AbortSignal,
): Promise<Received> => {
	const fetched = mails.filter(mail => mail.raw !== null || mail.header !== null);
	const outcomes: Outcome[] = [];
	const rest = fetched.values();
	const takeIn = async (): Promise<void> => {
		while (!signal.aborted) {
			const next = rest.next();
			if (next.done) return;
			outcomes.push({mail: next.value, result: await importMail(context, next.value)});
		}
	};
	await Promise.all(Array.from({length: sideBySide}, takeIn));
	context.parts.checkpoint('import.received');
	const done = outcomes.flatMap(({mail, result}) =>
		result.ok ? [{uid: mail.uid, outcome: result.value, partial: mail.raw === null}] : [],
	);
	const failure = outcomes.find(({result}) => !result.ok)?.result;
	return {done, failed: failure && !failure.ok ? failure : null};
};
