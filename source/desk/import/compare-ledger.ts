import type {LedgerDifference} from '../../domain/account/account.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Mailbox} from '../../mail/mail.ts';
import type {Store} from '../../store/store.ts';
import type {Candidates} from './import-candidates.ts';

/**
 * What lies on the server and the ledger does not know, of the mails that every pass had to see:
 * above the first mark, up to the mark of this pass. Older mails that somebody had read before the
 * first pass were never asked for (mail.md §1).
 */
export const compareLedger = async (
	mailbox: Pick<Mailbox, 'search'>,
	{place, mark}: Candidates,
	{store, since}: {readonly store: Store; readonly since: string | null},
): Promise<Result<LedgerDifference>> => {
	const found = await mailbox.search({unseen: false, above: mark.first ?? mark.uid, since});
	if (!found.ok) return found;
	const uids = found.value.filter(uid => uid <= mark.uid);
	const known = store.byUid({...place, uids});
	return ok({onServer: uids.length, missing: uids.filter(uid => !known.has(uid)).length});
};
