import type {Account} from '../../domain/account/account.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Mailbox} from '../../mail/mail.ts';
import type {LedgerEntry, Store} from '../../store/store.ts';
import type {Imported} from './import-chunk.ts';

type How = Parameters<Mailbox['settle']>[1];

/**
 * What happens on the server to a mail that is ours for good. A folder to move to goes first; without
 * UID EXPUNGE nothing is deleted, as a plain EXPUNGE would take other clients' mails along.
 */
const howFor = (account: Account, mailbox: Mailbox): How => {
	if (account.moveTo !== null) return {kind: 'move', folder: account.moveTo};
	return {kind: account.deleteOnServer && mailbox.canUidExpunge ? 'delete' : 'seen'};
};

/** Settles after the flush: whole mails as the account wants, those we hold in part are only flagged. */
const settle = async (
	mailbox: Mailbox,
	{
		account,
		whole,
		partial,
	}: {
		readonly account: Account;
		readonly whole: readonly number[];
		readonly partial: readonly number[];
	},
): Promise<Result<void>> => {
	const how = howFor(account, mailbox);
	const first = whole.length > 0 ? await mailbox.settle(whole, how) : ok(undefined);
	if (!first.ok || partial.length === 0) return first;
	return mailbox.settle(partial, {kind: 'seen'});
};

/** Settles a chunk that was just committed. Skipped mails are left as they are. */
export const settleImported = (
	mailbox: Mailbox,
	account: Account,
	imported: readonly Imported[],
): Promise<Result<void>> => {
	const ours = imported.filter(({outcome}) => outcome.result !== 'skipped');
	const stays = ({outcome, partial}: Imported) => partial || outcome.number === null;
	return settle(mailbox, {
		account,
		whole: ours.filter(mail => !stays(mail)).map(({uid}) => uid),
		partial: ours.filter(stays).map(({uid}) => uid),
	});
};

/** Whether the ticket holds no more than the header of the mail. */
const heldInPart = async (store: Store, number: string, uid: number): Promise<boolean> => {
	const ticket = await store.ticket(number);
	if (!ticket.ok) return true;
	const {messages} = ticket.value;
	const here = messages.filter(one => one.origin?.place?.uid === uid);
	const suspects = here.length > 0 ? here : messages;
	return suspects.some(({notes}) => notes.includes('note.too-large'));
};

/**
 * Settles what an earlier pass committed and left (step 6 after a crash). Before anything is taken
 * from the server the ticket is looked into.
 */
export const settleKnown = async (
	mailbox: Mailbox,
	{
		account,
		known,
		store,
	}: {
		readonly account: Account;
		readonly known: ReadonlyMap<number, LedgerEntry>;
		readonly store: Store;
	},
): Promise<Result<void>> => {
	const whole: number[] = [];
	const partial: number[] = [];
	for (const [uid, entry] of known) {
		if (entry.kind === 'quarantined') {
			partial.push(uid);
		} else if (entry.kind === 'ticket') {
			const part =
				howFor(account, mailbox).kind !== 'seen' && (await heldInPart(store, entry.number, uid));
			(part ? partial : whole).push(uid);
		}
	}
	return settle(mailbox, {account, whole, partial});
};
