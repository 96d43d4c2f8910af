import type {IntakeDocument} from '../../domain/receive/intake-document.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {ReceiveOutcome} from '../desk.ts';
import type {KeyLock} from '../key-lock.ts';
import type {DeskParts} from '../parts.ts';
import {commitMail} from './commit-mail.ts';
import type {ReceiveHooks} from './place-mail.ts';
import {type Prepared, prepareMail, threadKeys} from './prepare-mail.ts';

/** What work on the quarantine shares with receiving. */
export type IntakeContext = {
	readonly parts: DeskParts;
	readonly lock: KeyLock;
	readonly hooks: ReceiveHooks;
};

const entryOf = async ({store}: DeskParts, id: string): Promise<Result<IntakeDocument>> => {
	const all = await store.intakes();
	if (!all.ok) return all;
	const found = all.value.find(document => document.id === id);
	return found?.kind === 'quarantined' ? ok(found) : fail('message-missing', {id});
};

/** A mail in quarantine with bytes, by the id of its entry. Problem: `message-missing`. */
export const quarantinedIntake = async (
	parts: DeskParts,
	id: string,
): Promise<Result<IntakeDocument & {readonly raw: string}>> => {
	const found = await entryOf(parts, id);
	if (!found.ok) return found;
	const {raw} = found.value;
	return raw === null ? fail('message-missing', {id}) : ok({...found.value, raw});
};

/** The mail as it would arrive now, under the place and the time of its entry. */
export const prepareAgain = async (
	parts: DeskParts,
	{origin, at, reason}: IntakeDocument,
	raw: Uint8Array,
): Promise<Result<Prepared>> => {
	const known = parts.store.accounts().some(({account}) => account.id === origin.account);
	const prepared = await prepareMail(parts, {
		raw,
		account: known ? origin.account : null,
		queue: null,
		place: origin.place,
		internalDate: at,
		// No more than its header was to be had.
		headerOnly: reason === 'connection-lost',
	});
	return prepared.ok
		? ok({...prepared.value, origin: {...prepared.value.origin, account: origin.account}})
		: prepared;
};

const keep = async (
	{store}: DeskParts,
	document: IntakeDocument,
	reason: string,
): Promise<Result<ReceiveOutcome>> => {
	const kept = await store.putIntake({...document, reason, tries: document.tries + 1});
	return kept.ok ? ok({result: 'quarantined', number: null, messageId: null, reason}) : kept;
};

/** Reads a quarantined mail again: its document goes when the ticket is committed. */
export const retryIntake = async (
	id: string,
	context: IntakeContext,
): Promise<Result<ReceiveOutcome>> => {
	const {parts, lock, hooks} = context;
	const document = await quarantinedIntake(parts, id);
	const bytes = document.ok ? await parts.store.file(document.value.raw) : document;
	if (!document.ok || !bytes.ok) return document.ok ? fail('message-missing', {id}) : document;
	const prepared = await prepareAgain(parts, document.value, bytes.value);
	if (!prepared.ok) return prepared;
	const {mail} = prepared.value;
	if (!mail.ok) {
		return keep(parts, document.value, String(mail.problem.details['reason'] ?? 'parse-error'));
	}
	const outcome = await lock(threadKeys(prepared.value), () =>
		commitMail(parts, prepared.value, hooks),
	);
	const removed = outcome.ok ? await parts.store.removeIntake(id) : outcome;
	return removed.ok ? outcome : removed;
};

/** Gives a quarantined mail up: it stays in the ledger as skipped, so that no pass brings it back. */
export const discardIntake = async (parts: DeskParts, id: string): Promise<Result<null>> => {
	const document = await entryOf(parts, id);
	if (!document.ok) return document;
	const kept = await parts.store.putIntake({
		...document.value,
		kind: 'skipped',
		reason: 'discarded',
	});
	return kept.ok ? ok(null) : kept;
};

/** The bytes of a quarantined mail, as they came. Problem: `message-missing`. */
export const intakeRaw = async (parts: DeskParts, id: string): Promise<Result<Uint8Array>> => {
	const document = await quarantinedIntake(parts, id);
	return document.ok ? parts.store.file(document.value.raw) : document;
};
