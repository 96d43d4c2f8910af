import type * as v from 'valibot';
import {recordChange} from '../../domain/change/record-change.ts';
import type {Draft, Message} from '../../domain/message.ts';
import {isMoving} from '../../domain/move/merged.ts';
import {bareSubject} from '../../domain/reply/mail-subject.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Status} from '../../domain/status.ts';
import {unfilledIn} from '../../domain/template/template.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {maySee} from '../../domain/visibility.ts';
import type {Caller} from '../caller.ts';
import {placeOf} from '../change/merge-tickets.ts';
import type {Core} from '../core.ts';
import type {SendOutcome, SendRequest} from '../desk.ts';
import {openTicket} from '../permit.ts';
import {checked, sendInput} from '../request-input.ts';
import {accountFor} from '../settings/accounts.ts';
import {outgoing} from './outgoing.ts';

type Request = v.InferOutput<typeof sendInput>;

/** Mail of a person, or an answer of a colleague: what the writer should have read before sending. */
const isNews = (message: Message, login: string): boolean =>
	message.automatic === null &&
	message.bounce === null &&
	(message.direction === 'in' || message.author !== login);

/** The stale-send guard. */
const stale = (ticket: Ticket, {draft, force}: Request): Result<null> => {
	const news = ticket.messages
		.slice(draft.seenMessages)
		.filter(message => isNews(message, draft.agent));
	return force || news.length === 0
		? ok(null)
		: fail('send-stale', {number: ticket.number, messages: news.length});
};

/** A forward asks nothing of the customer; an answer does, unless the agent says otherwise. */
const statusAfter = (ticket: Ticket, {draft, status}: Request, usual: Status): Status => {
	if (status !== null) return status;
	if (draft.kind !== 'forward') return usual;
	return ticket.status === 'new' ? 'open' : ticket.status;
};

/** The first mail of a ticket names it and whose it is. */
const firstWords = (ticket: Ticket, draft: Draft): Partial<Ticket> => {
	if (draft.kind !== 'new' || ticket.messages.length > 0) return {};
	return {
		subject: bareSubject(draft.subject, ticket.number) || ticket.subject,
		requester: draft.to[0] ?? ticket.requester,
	};
};

const withMessage = (core: Core, request: Request, message: Message) => (ticket: Ticket) => {
	const fresh = stale(ticket, request);
	if (!fresh.ok) return fresh;
	const by = request.draft.agent;
	const now = message.receivedAt;
	const changed: Ticket = {
		...ticket,
		...firstWords(ticket, request.draft),
		status: statusAfter(ticket, request, core.parts.store.desk().statusAfterReply),
		unread: false,
		messages: [...ticket.messages, message],
		drafts: ticket.drafts.filter(draft => draft.id !== request.draft.id || draft.agent !== by),
		history: [...ticket.history, {at: now, by, what: 'send', to: message.id}],
	};
	return ok(recordChange(ticket, changed, {now, by}));
};

const outcomeOf = (message: Message): SendOutcome => ({
	message: message.id,
	messageId: message.messageId ?? '',
	notBefore: message.delivery?.notBefore ?? message.receivedAt,
	undo: {action: 'callBack', input: {message: message.id}},
});

const prepared = async (
	core: Core,
	caller: Caller,
	{request, ticket}: {readonly request: Request; readonly ticket: Ticket},
): Promise<Result<Message>> => {
	const draft: Draft = request.draft;
	if (draft.agent !== caller.agent.login) return fail('not-permitted', {number: ticket.number});
	if (draft.to.length + draft.cc.length + draft.bcc.length === 0)
		return fail('recipient-missing', {number: ticket.number});
	const open = unfilledIn(draft.text);
	if (open.length > 0)
		return fail('variables-unfilled', {variables: open.map(one => one.slice(1, -1)).join(', ')});
	const account = accountFor(core, caller, draft.account);
	if (!account) return fail('account-unknown', {account: draft.account});
	const fresh = stale(ticket, request);
	if (!fresh.ok) return fresh;
	const start = core.parts.clock.now();
	const wait = core.parts.store.desk().undoSeconds * 1000;
	return outgoing(core, {
		id: request.id,
		ticket,
		draft,
		account,
		now: new Date(start).toISOString(),
		notBefore: new Date(start + wait).toISOString(),
	});
};

/** The ticket was merged while the mail was composed: it goes where the others went, or never leaves. */
const follow = async (core: Core, number: string, by: string): Promise<void> => {
	const moved = await core.mover.finish(number, by);
	if (!moved.ok) core.parts.log(`move of ${number} cannot be finished: ${moved.problem.name}`);
};

/**
 * Queues an answer: the mail waits in the outbox for the undo window, the draft goes, the status
 * follows. Its id becomes the message's, so that a repeated request finds what it has done.
 * Problems: `send-stale` (somebody wrote meanwhile; `force` sends all the same), `recipient-missing`,
 * `variables-unfilled`, `account-unknown`, `attachment-missing`, `mail-too-large`.
 */
export const send = async (
	core: Core,
	caller: Caller,
	input: SendRequest,
): Promise<Result<SendOutcome>> => {
	const request = checked(sendInput, input);
	if (!request.ok) return request;
	const {id} = request.value;
	// The ticket may have been merged while the answer was written.
	const number = await placeOf(core, {number: request.value.number, action: 'draft'});
	const found = await openTicket(core, caller, number);
	if (!found.ok) return found;
	const done = found.value.messages.find(message => message.id === id);
	if (done) return ok(outcomeOf(done));
	const message = await prepared(core, caller, {request: request.value, ticket: found.value});
	if (!message.ok) return message;
	const apply = withMessage(core, request.value, message.value);
	const changed = await core.parts.store.change(
		number,
		ticket =>
			maySee(ticket, caller.viewer)
				? apply(ticket)
				: fail('not-permitted', {number, reason: 'private'}),
		{commandId: id},
	);
	if (!changed.ok) return changed;
	const {after} = changed.value;
	if (isMoving(after)) await follow(core, number, caller.agent.login);
	const kept = after.messages.find(one => one.id === id);
	return kept ? ok(outcomeOf(kept)) : fail('too-late', {number});
};
