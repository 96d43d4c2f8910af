import type {Account} from '../../domain/account/account.ts';
import type {FolderCounts} from '../../domain/account/account-setup.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {CountedMailbox} from '../../mail/mail.ts';
import {dayBefore} from '../local-day.ts';
import type {DeskParts} from '../parts.ts';
import {findCandidates} from './import-candidates.ts';
import {tooOld} from './import-chunk.ts';

/** Mails received on or after the account's date: asked a day earlier, then by INTERNALDATE. */
const sinceDate = async (
	mailbox: CountedMailbox,
	account: Account,
	uids: readonly number[],
): Promise<Result<number>> => {
	if (account.fromDate === null) return ok(uids.length);
	const dates = await mailbox.dates(uids);
	return dates.ok ? ok(dates.value.filter(date => !tooOld(date, account)).length) : dates;
};

/**
 * Counts the mails of an open folder. `toImport` follows the importer's own search, ledger and
 * date, so that it says what the next pass takes.
 */
export const countFolder = async (
	mailbox: CountedMailbox,
	{account, parts}: {readonly account: Account; readonly parts: Pick<DeskParts, 'store' | 'clock'>},
): Promise<Result<FolderCounts>> => {
	const {fromDate} = account;
	const since = fromDate === null ? null : dayBefore(fromDate);
	const unseen = await mailbox.search({unseen: true, above: null, since: null});
	if (!unseen.ok) return unseen;
	const recent = await mailbox.search({unseen: false, above: 0, since});
	if (!recent.ok) return recent;
	const dated = await sinceDate(mailbox, account, recent.value);
	if (!dated.ok) return dated;
	const found = await findCandidates(mailbox, {
		account,
		store: parts.store,
		now: parts.clock.now(),
		whole: false,
	});
	if (!found.ok) return found;
	const toImport = await sinceDate(mailbox, account, found.value.unknown);
	if (!toImport.ok) return toImport;
	return ok({
		total: mailbox.exists,
		unseen: unseen.value.length,
		sinceDate: dated.value,
		toImport: toImport.value,
	});
};
