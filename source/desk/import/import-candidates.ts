import type {Account, Mark} from '../../domain/account/account.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Mailbox} from '../../mail/mail.ts';
import type {LedgerEntry, Store} from '../../store/store.ts';
import {dayBefore, localDay} from '../local-day.ts';

/** What a pass has to look at: mails the ledger does not know, and known ones to settle again. */
export type Candidates = {
	readonly place: {
		readonly account: string;
		readonly folder: string;
		readonly uidValidity: string;
	};
	/** UIDs, ascending. */
	readonly unknown: readonly number[];
	readonly known: ReadonlyMap<number, LedgerEntry>;
	/** The mark to set when the whole pass is done. */
	readonly mark: Mark;
};

type Searched = Pick<Mailbox, 'uidValidity' | 'uidNext' | 'search'>;

type Search = {
	readonly mailbox: Searched;
	readonly previous: Mark | undefined;
	/** SINCE compares whole days in a zone of the server's choice: one day earlier is asked. */
	readonly since: string | null;
	/** Everything that the ledger answers for, read or not, instead of what is above the mark. */
	readonly whole: boolean;
};

const later = (a: string, b: string | null): string => (b !== null && b > a ? b : a);

/**
 * After a new UIDVALIDITY the mark says nothing: everything since the last complete pass is looked
 * at again, read or not, and known again by its identity.
 */
const searchAnew = async ({
	mailbox,
	previous,
	since,
}: Search): Promise<Result<readonly number[]>> => {
	const unseen = await mailbox.search({unseen: true, above: null, since});
	if (!unseen.ok || previous?.at === undefined) return unseen;
	const day = dayBefore(localDay(Date.parse(previous.at)));
	const recent = await mailbox.search({unseen: false, above: 0, since: later(day, since)});
	return recent.ok ? ok([...new Set([...unseen.value, ...recent.value])]) : recent;
};

/** A search that was valid for the folder it found; the folder can change under a connection. */
const search = async (asked: Search): Promise<Result<readonly number[]>> => {
	const {mailbox, previous, since, whole} = asked;
	const above = whole ? (previous?.first ?? previous?.uid) : previous?.uid;
	for (let attempt = 0; attempt < 3; attempt += 1) {
		const {uidValidity} = mailbox;
		const found =
			previous?.uidValidity === uidValidity
				? await mailbox.search({unseen: true, above: above ?? null, since})
				: await searchAnew(asked);
		if (!found.ok || mailbox.uidValidity === uidValidity) return found;
	}
	return fail('server-refused', {text: 'UIDVALIDITY'});
};

/** The mark of the first pass stays while the folder is the same. */
const firstMark = (
	previous: Mark | undefined,
	{uidValidity, uid}: Pick<Mark, 'uidValidity' | 'uid'>,
): number => (previous?.uidValidity === uidValidity ? (previous.first ?? previous.uid) : uid);

export type CandidateOptions = {
	readonly account: Account;
	readonly store: Store;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Looks again at all mails that the ledger answers for, to take in what it lacks. */
	readonly whole: boolean;
};

/** Step 1 of a pass: the unseen mails and everything above the mark, apart by what the ledger knows. */
export const findCandidates = async (
	mailbox: Searched,
	{account, store, now, whole}: CandidateOptions,
): Promise<Result<Candidates>> => {
	const {folder, fromDate} = account;
	const document = store.accounts().find(one => one.account.id === account.id);
	const previous = document?.state.marks[folder];
	const since = fromDate === null ? null : dayBefore(fromDate);
	const found = await search({mailbox, previous, since, whole});
	if (!found.ok) return found;
	const {uidValidity, uidNext} = mailbox;
	const place = {account: account.id, folder, uidValidity};
	const uids = [...found.value].sort((a, b) => a - b);
	const known = store.byUid({...place, uids});
	return ok({
		place,
		known,
		unknown: uids.filter(uid => !known.has(uid)),
		mark: {
			uidValidity,
			uid: uidNext - 1,
			at: new Date(now).toISOString(),
			first: firstMark(previous, {uidValidity, uid: uidNext - 1}),
		},
	});
};
