// One pass over one folder, exactly once whatever dies in between: the steps of mail.md §1.
import type {Account, LedgerDifference, Mark, PassReport} from '../../domain/account/account.ts';
import type {Problem} from '../../domain/problem.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Mailbox} from '../../mail/mail.ts';
import type {LedgerEntry} from '../../store/store.ts';
import {dayBefore} from '../local-day.ts';
import type {DeskParts} from '../parts.ts';
import type {Receiver} from '../receive/receive.ts';
import {compareLedger} from './compare-ledger.ts';
import type {createHangUps} from './hang-ups.ts';
import {type Candidates, findCandidates} from './import-candidates.ts';
import {type ChunkContext, tooOld} from './import-chunk.ts';
import {type Progress, takeIn} from './import-chunks.ts';
import {settleKnown} from './import-settle.ts';
import {newCounts, type PassCounts} from './pass-counts.ts';

export type PassParts = {
	readonly parts: DeskParts;
	readonly receiver: Receiver;
	readonly onProgress: Progress['onProgress'];
	readonly signal: Progress['signal'];
	/** Looks at everything that the ledger answers for and compares it with the server in the end. */
	readonly whole: boolean;
	readonly hangUps: ReturnType<typeof createHangUps>;
};

/** Skipped mails that a changed `fromDate` lets in again: by UID, the document that skipped them. */
const readmitted = async (
	{store}: DeskParts,
	account: Account,
	known: ReadonlyMap<number, LedgerEntry>,
): Promise<Result<ReadonlyMap<number, string>>> => {
	const skipped = [...known].filter(([, entry]) => entry.kind === 'skipped');
	const intakes = skipped.length === 0 ? ok([]) : await store.intakes();
	if (!intakes.ok) return intakes;
	const allowed = new Set(
		intakes.value
			.filter(({reason, at}) => reason === 'too-old' && !tooOld(at, account))
			.map(({id}) => id),
	);
	const pairs = skipped.flatMap(([uid, entry]) =>
		entry.kind !== 'ticket' && allowed.has(entry.intake) ? [[uid, entry.intake] as const] : [],
	);
	return ok(new Map(pairs));
};

/** Mails that a fetch left out although they still lie there: they must not fall below the mark. */
const nothingLeft = async (
	{parts, mailbox, place}: ChunkContext,
	{unknown, mark}: Candidates,
): Promise<Result<void>> => {
	const known = parts.store.byUid({...place, uids: unknown});
	const missing = unknown.filter(uid => !known.has(uid));
	const [first] = missing;
	if (first === undefined) return ok(undefined);
	const there = await mailbox.search({unseen: false, above: first - 1, since: null});
	if (!there.ok) return there;
	const left = missing.filter(uid => uid <= mark.uid && there.value.includes(uid));
	return left.length === 0
		? ok(undefined)
		: fail('server-refused', {text: `FETCH ${left.slice(0, 5).join(',')}`});
};

const steps = async (
	mailbox: Mailbox,
	account: Account,
	{
		parts,
		receiver,
		onProgress,
		signal,
		whole,
		counts,
		hangUps,
	}: PassParts & {readonly counts: PassCounts},
): Promise<Result<{readonly mark: Mark; readonly ledger: LedgerDifference | null}>> => {
	const {store, checkpoint, clock} = parts;
	const found = await findCandidates(mailbox, {account, store, now: clock.now(), whole});
	if (!found.ok) return found;
	checkpoint('import.searched');
	const {known, unknown, place, mark} = found.value;
	const again = await readmitted(parts, account, known);
	if (!again.ok) return again;
	// An earlier pass may have ended between a commit and its flush.
	const flushed = await store.flush();
	if (!flushed.ok) return flushed;
	const settled = await settleKnown(mailbox, {account, known, store});
	if (!settled.ok) return settled;
	checkpoint('import.known-settled');
	const context: ChunkContext = {
		parts,
		receiver,
		mailbox,
		account,
		place,
		hangUps: hangUps(place),
	};
	const uids = [...again.value.keys(), ...unknown].sort((a, b) => a - b);
	const ran = await takeIn(context, uids, {counts, onProgress, signal});
	for (const id of ran.ok ? again.value.values() : []) {
		await store.removeIntake(id);
	}
	const left = ran.ok ? await nothingLeft(context, found.value) : ran;
	if (!left.ok) return left;
	const {fromDate} = account;
	const since = fromDate === null ? null : dayBefore(fromDate);
	const ledger = whole ? await compareLedger(mailbox, found.value, {store, since}) : ok(null);
	return ledger.ok ? ok({mark, ledger: ledger.value}) : ledger;
};

const problemOf = ({name, details}: Problem): PassReport['problem'] => ({
	name,
	text: String(details['text'] ?? details['reason'] ?? ''),
});

/** The report of a pass; its parts that are known before anything was done. */
export const passReport = (
	account: string,
	times: {readonly startedAt: string; readonly finishedAt: string},
	{problem, counts = newCounts()}: {readonly problem: Problem | null; readonly counts?: PassCounts},
): PassReport => ({
	account,
	...times,
	ok: problem === null,
	problem: problem === null ? null : problemOf(problem),
	...counts.values(),
});

/**
 * Runs one pass. The mark moves only when all of it went well; the report says what went wrong
 * otherwise, and the next pass repeats what is missing.
 */
export const importPass = async (
	mailbox: Mailbox,
	account: Account,
	passParts: PassParts,
): Promise<{readonly report: PassReport; readonly mark: Mark | null}> => {
	const {clock} = passParts.parts;
	const startedAt = new Date(clock.now()).toISOString();
	const counts = newCounts();
	const ran = await steps(mailbox, account, {...passParts, counts});
	const finishedAt = new Date(clock.now()).toISOString();
	const problem = ran.ok ? null : ran.problem;
	const report = passReport(account.id, {startedAt, finishedAt}, {problem, counts});
	if (!ran.ok) return {report, mark: null};
	const {mark, ledger} = ran.value;
	return {report: ledger === null ? report : {...report, ledger}, mark};
};
