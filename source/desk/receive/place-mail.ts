import {mostMessages} from '../../domain/move/continuation.ts';
import {mergedInto} from '../../domain/move/merged.ts';
import {authenticityNotes} from '../../domain/receive/authenticity.ts';
import {
	type Arrival,
	followUp,
	isOwnAside,
	isOwnMail,
	newTicket,
} from '../../domain/receive/incoming.ts';
import type {ParsedMail} from '../../domain/receive/parsed-mail.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {ReceiveOutcome} from '../desk.ts';
import {localDay} from '../local-day.ts';
import type {DeskParts} from '../parts.ts';
import {continueTicket} from './continue-ticket.ts';
import {findTicket} from './find-ticket.ts';
import type {Prepared} from './prepare-mail.ts';

/** What others add to receiving: rules shape a new ticket before its one commit. */
export type ReceiveHooks = {
	/** Awaited before a mail is placed: what `shape` needs to know by then. */
	readonly prepare?: (mail: ParsedMail) => Promise<void>;
	readonly shape?: (ticket: Ticket, mail: ParsedMail) => Ticket;
	/** The commit of a ticket that was shaped failed; the id is that of its mail. */
	readonly withdraw?: (message: string) => void;
	/** After the commit. */
	readonly received?: (ticket: Ticket, outcome: ReceiveOutcome) => void;
};

/** A mail that has been read, on its way into a ticket. */
type Context = {
	readonly parts: DeskParts;
	readonly prepared: Prepared;
	readonly hooks: ReceiveHooks;
	readonly mail: ParsedMail;
	readonly own: readonly string[];
};

const arrivalOf = ({parts, prepared, mail, own}: Context, notes: readonly string[]): Arrival => ({
	id: parts.clock.newId(),
	mail,
	raw: prepared.raw,
	origin: prepared.origin,
	receivedAt: prepared.receivedAt,
	own: isOwnMail(mail, own),
	notes: [...authenticityNotes(mail, prepared.account), ...prepared.notes, ...notes],
});

const create = async (context: Context, linked: string | null): Promise<Result<Ticket>> => {
	const {parts, prepared, hooks, mail, own} = context;
	const {store, clock} = parts;
	const moment = clock.now();
	const arrival = arrivalOf(context, linked === null ? [] : ['note.stranger']);
	const {account, queue, request} = prepared;
	const now = new Date(moment).toISOString();
	const created = await store.create(
		localDay(moment).replaceAll('-', ''),
		number => {
			const ticket = newTicket(arrival, {number, now, account, queue, ownAddresses: own, linked});
			return hooks.shape?.(ticket, mail) ?? ticket;
		},
		{defer: request.defer ?? false},
	);
	if (!created.ok) hooks.withdraw?.(arrival.id);
	return created;
};

const extend = async (context: Context, number: string): Promise<Result<Ticket>> => {
	const {store, clock} = context.parts;
	const {mail, own} = context;
	const arrival = arrivalOf(context, []);
	const now = new Date(clock.now()).toISOString();
	const {reopenTrash} = store.desk();
	const followed = (ticket: Ticket): Ticket => {
		const isAside = !arrival.own && isOwnAside(mail, ticket.requester, own);
		const after = followUp(ticket, {...arrival, own: arrival.own || isAside}, {now, reopenTrash});
		// Nobody else may have seen it.
		return isAside ? {...after, unread: true} : after;
	};
	const changed = await store.change(
		number,
		ticket => {
			const into = mergedInto(ticket);
			return into === null ? ok(followed(ticket)) : fail('ticket-merged', {number, into});
		},
		{defer: context.prepared.request.defer ?? false},
	);
	return changed.ok ? ok(changed.value.after) : changed;
};

/** A mail of a person for a ticket that is full. What machines say of it stays with it. */
const wantsMoreRoom = ({mail, own}: Context, ticket: Ticket): boolean =>
	ticket.messages.length >= mostMessages &&
	mail.automatic === null &&
	mail.bounce === null &&
	!isOwnMail(mail, own);

const goOn = (context: Context, full: Ticket): Promise<Result<Ticket>> => {
	const {parts, prepared, own} = context;
	const {account, queue} = prepared;
	const arrival = arrivalOf(context, []);
	const now = new Date(parts.clock.now()).toISOString();
	return continueTicket(parts, full, number =>
		newTicket(arrival, {number, now, account, queue, ownAddresses: own, linked: null}),
	);
};

/** Puts a follow-up where the conversation is; null when that ticket went away or was merged meanwhile. */
const follow = async (context: Context, ticket: Ticket): Promise<Result<Ticket> | null> => {
	if (wantsMoreRoom(context, ticket)) return goOn(context, ticket);
	const extended = await extend(context, ticket.number);
	const isElsewhere = !extended.ok && elsewhere.has(extended.problem.name);
	return isElsewhere ? null : extended;
};

const elsewhere: ReadonlySet<string> = new Set(['ticket-missing', 'ticket-merged']);

/** Merges and deletions between finding a ticket and writing to it; more than one is unheard of. */
const mostTries = 5;

/** Commits a mail into the ticket that it belongs to, else into a new one that the hooks shape. */
export const placeMail = async (
	context: Context,
	tries = mostTries,
): Promise<Result<ReceiveOutcome>> => {
	const {parts, mail, hooks} = context;
	await hooks.prepare?.(mail);
	const {belonging, ticket} = await findTicket(parts.store, mail);
	const isFollowUp = belonging === 'follow-up' && ticket !== null && tries > 0;
	const extended = isFollowUp ? await follow(context, ticket) : null;
	if (isFollowUp && extended === null) return placeMail(context, tries - 1);
	const linked = belonging === 'stranger' && ticket ? ticket.number : null;
	const result = extended === null ? 'new' : 'follow-up';
	const committed = extended ?? (await create(context, linked));
	if (!committed.ok) return committed;
	parts.checkpoint('receive.committed');
	const {number} = committed.value;
	const outcome: ReceiveOutcome = {result, number, messageId: mail.messageId, reason: null};
	hooks.received?.(committed.value, outcome);
	return ok(outcome);
};
