import type {Account} from '../../domain/account/account.ts';
import {applyDelivery, type DeliveryEvent, mayTryAgain, retryDelay} from '../../domain/delivery.ts';
import type {Delivery, Message} from '../../domain/message.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Submitted} from '../../mail/mail.ts';
import type {DeskParts} from '../parts.ts';
import type {Push} from '../push.ts';
import {composeQueued} from './compose-queued.ts';
import {undeliverable} from './undeliverable.ts';

export type OnDelivery = (change: Omit<Extract<Push, {readonly kind: 'outbox'}>, 'kind'>) => void;

/** One outgoing message of one ticket. */
export type Place = {readonly number: string; readonly message: string};

export type DeliverParts = {
	readonly parts: DeskParts;
	readonly onState: OnDelivery;
	/** There is no mailbox at this address. */
	readonly onUndeliverable: (address: string) => void;
};

/** Writes what became of a message into its ticket, and tells it. */
export const record = async (
	{parts, onState}: DeliverParts,
	{number, message}: Place,
	event: DeliveryEvent,
): Promise<Result<null>> => {
	const now = new Date(parts.clock.now()).toISOString();
	const changed = await parts.store.change(number, ticket =>
		applyDelivery(ticket, {message, event, now}),
	);
	if (!changed.ok) return changed;
	const after = changed.value.after.messages.find(one => one.id === message);
	const {text: error = null, code = null} = after?.delivery?.error ?? {};
	onState({number, message, state: after?.state ?? '', error, code, author: after?.author ?? null});
	return ok(null);
};

const accountOf = ({store}: DeskParts, id: string): Account | null =>
	store.accounts().find(({account}) => account.id === id)?.account ?? null;

const inSeconds = ({clock}: DeskParts, seconds: number | null): string | null =>
	seconds === null ? null : new Date(clock.now() + seconds * 1000).toISOString();

const submit = async (
	parts: DeskParts,
	raw: string,
	delivery: Delivery,
): Promise<Result<Submitted>> => {
	const account = accountOf(parts, delivery.account);
	if (account === null) return fail('account-unknown', {account: delivery.account});
	if (delivery.envelope.to.length === 0) return fail('recipient-missing');
	const bytes = await parts.store.file(raw);
	if (!bytes.ok) return fail('message-missing', {text: bytes.problem.name});
	return parts.server.submit(account, {envelope: delivery.envelope, raw: bytes.value});
};

/** Milliseconds after which nobody wants an automatic answer any more. */
const automaticTime = 24 * 3_600_000;

/** A confirmation that comes days later confirms nothing. */
const isStale = ({clock}: DeskParts, {automatic, receivedAt}: Message): boolean =>
	automatic !== null && clock.now() - Date.parse(receivedAt) > automaticTime;

/**
 * Sends one queued message. That it is being sent is committed first: whoever finds it so after a
 * crash knows that nobody knows. What came of it is committed after.
 */
export const deliver = async (
	deliverParts: DeliverParts,
	place: Place,
	message: Message,
): Promise<Result<null>> => {
	const {parts} = deliverParts;
	const {delivery} = message;
	if (delivery === null) return ok(null);
	const raw = message.raw === null ? await composeQueued(parts, message) : ok(message.raw);
	if (!raw.ok) return raw;
	const begun = await record(deliverParts, place, {kind: 'sending', raw: raw.value});
	if (!begun.ok) return begun;
	parts.checkpoint('outbox.sending');
	const submitted = await submit(parts, raw.value, delivery);
	parts.checkpoint('outbox.submitted');
	undeliverable(submitted, delivery.envelope.to).forEach(deliverParts.onUndeliverable);
	if (submitted.ok) {
		return record(deliverParts, place, {kind: 'sent', refused: submitted.value.refused});
	}
	const {problem} = submitted;
	const isWorthIt = mayTryAgain(problem) && !isStale(parts, message);
	const seconds = isWorthIt ? retryDelay(delivery.tries + 1) : null;
	parts.log(`outbox ${place.number}: ${problem.name} ${String(problem.details['text'] ?? '')}`);
	return record(deliverParts, place, {
		kind: 'failed',
		problem,
		nextTry: inSeconds(parts, seconds),
	});
};

/** Appends to the Sent folder unless a mail with this Message-ID lies there already. */
const append = async (
	parts: DeskParts,
	account: Account,
	{raw, messageId}: Pick<Message, 'raw' | 'messageId'>,
): Promise<Result<void>> => {
	const {sentFolder} = account;
	const bytes = raw === null ? fail('message-missing') : await parts.store.file(raw);
	if (!bytes.ok || sentFolder === null) return bytes.ok ? ok(undefined) : bytes;
	const opened = await parts.server.open(account);
	if (!opened.ok) return opened;
	const mailbox = opened.value;
	try {
		const there =
			messageId === null ? ok(false) : await mailbox.hasMessageId(sentFolder, messageId);
		if (!there.ok) return there;
		return there.value ? ok(undefined) : await mailbox.append(sentFolder, bytes.value);
	} finally {
		await mailbox.close();
	}
};

/** Puts a copy of a sent message into the account's Sent folder, once; tried again like the sending. */
export const copyToSent = async (
	deliverParts: DeliverParts,
	place: Place,
	message: Message,
): Promise<Result<null>> => {
	const {parts} = deliverParts;
	const {delivery} = message;
	const account = delivery === null ? null : accountOf(parts, delivery.account);
	if (delivery === null || account === null || account.sentFolder === null) {
		return record(deliverParts, place, {kind: 'copy-failed', nextTry: null});
	}
	const appended = await append(parts, account, message);
	parts.checkpoint('outbox.copied');
	return record(
		deliverParts,
		place,
		appended.ok
			? {kind: 'copied'}
			: {kind: 'copy-failed', nextTry: inSeconds(parts, retryDelay(delivery.tries + 1))},
	);
};
