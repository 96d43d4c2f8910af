import {addressKey} from '../../domain/address.ts';
import {intakeVersion} from '../../domain/receive/intake-document.ts';
import type {ParsedMail} from '../../domain/receive/parsed-mail.ts';
import {ownAddresses} from '../../domain/reply/sender.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {LedgerEntry} from '../../store/store.ts';
import type {ReceiveOutcome} from '../desk.ts';
import type {DeskParts} from '../parts.ts';
import {placeMail, type ReceiveHooks} from './place-mail.ts';
import type {Prepared} from './prepare-mail.ts';

const quarantine = async (
	parts: DeskParts,
	prepared: Prepared,
	reason: string,
): Promise<Result<ReceiveOutcome>> => {
	const {store, clock, checkpoint} = parts;
	const {origin, raw, receivedAt, request} = prepared;
	const kept = await store.putIntake(
		{
			v: intakeVersion,
			id: clock.newId(),
			kind: 'quarantined',
			reason,
			origin,
			raw,
			tries: 2,
			at: receivedAt,
		},
		{defer: request.defer ?? false},
	);
	checkpoint('receive.committed');
	return kept.ok ? ok({result: 'quarantined', number: null, messageId: null, reason}) : kept;
};

const duplicate = (
	{store}: DeskParts,
	{origin, mail}: Prepared,
	entry: LedgerEntry,
): Result<ReceiveOutcome> => {
	if (origin.place !== null) store.alias(origin, entry);
	return ok({
		result: 'duplicate',
		number: entry.kind === 'ticket' ? entry.number : null,
		messageId: mail.ok ? mail.value.messageId : null,
		reason: null,
	});
};

const bare = (text: string): string => text.replaceAll(/\s+/gu, '');

/** The ticket that sent this very mail: our own answer coming back to us, as a copy or a recipient. */
const ownCopy = async (
	{store}: DeskParts,
	mail: ParsedMail,
	own: readonly string[],
): Promise<string | null> => {
	const {messageId} = mail;
	const number = messageId === null ? undefined : store.byMessageId([messageId]).get(messageId);
	if (number === undefined || !own.includes(addressKey(mail.from.address))) return null;
	const ticket = await store.ticket(number);
	const sent = ticket.ok
		? ticket.value.messages.find(
				message => message.direction === 'out' && message.messageId === messageId,
			)
		: undefined;
	return sent && bare(sent.text) === bare(mail.text) ? number : null;
};

/** Decides what a mail is, a known one, an unreadable one, a follow-up or new, and commits that. */
export const commitMail = async (
	parts: DeskParts,
	prepared: Prepared,
	hooks: ReceiveHooks,
): Promise<Result<ReceiveOutcome>> => {
	const {store} = parts;
	const {origin, mail} = prepared;
	const known = store.byIdentity(origin.account, origin.identity);
	if (known !== null) return duplicate(parts, prepared, known);
	if (!mail.ok) {
		const reason = String(mail.problem.details['reason'] ?? 'parse-error');
		return quarantine(parts, prepared, reason);
	}
	const own = ownAddresses(store.accounts().map(({account}) => account)).map(addressKey);
	const sent = await ownCopy(parts, mail.value, own);
	return sent === null
		? placeMail({parts, prepared, hooks, mail: mail.value, own})
		: duplicate(parts, prepared, {kind: 'ticket', number: sent});
};
