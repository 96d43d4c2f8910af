import type {Delivery, Message} from './message.ts';
import {isMoving} from './move/merged.ts';
import type {Problem, ProblemName} from './problem.ts';
import {fail, ok, type Result} from './result.ts';
import type {Ticket} from './ticket.ts';

/** Seconds before the next try: 25, 50, 75, 100, then hourly; null after seven days of them. */
export const retryDelay = (tries: number): number | null => {
	if (tries <= 4) return tries * 25;
	return tries <= 4 + 7 * 24 ? 3600 : null;
};

/** What became of a try to send or to copy. Times are ISO. */
export type DeliveryEvent =
	| {
			readonly kind: 'sending';
			/** sha256 of the raw mail that is being sent. */
			readonly raw?: string;
	  }
	| {
			readonly kind: 'sent';
			readonly refused: ReadonlyArray<{readonly address: string; readonly text: string}>;
	  }
	| {readonly kind: 'failed'; readonly problem: Problem; readonly nextTry: string | null}
	/** Found in the middle of sending by a service that has just started. */
	| {readonly kind: 'interrupted'}
	| {readonly kind: 'copied'}
	| {readonly kind: 'copy-failed'; readonly nextTry: string | null};

const finalProblems: ReadonlySet<ProblemName> = new Set([
	'account-unknown',
	'message-missing',
	'recipient-missing',
	'smtp-permanent',
]);

/** Whether another try could help. */
export const mayTryAgain = (problem: Problem): boolean =>
	!finalProblems.has(problem.name) && problem.name !== 'smtp-uncertain';

const errorOf = ({name, details}: Problem): Delivery['error'] => ({
	code: String(details['code'] ?? '') || name,
	text: String(details['text'] ?? name),
});

const afterFailure = (
	delivery: Delivery,
	{problem, nextTry}: {readonly problem: Problem; readonly nextTry: string | null},
): Partial<Message> => {
	const tried = {...delivery, tries: delivery.tries + 1, error: errorOf(problem)};
	if (problem.name === 'smtp-uncertain') return {state: 'uncertain', delivery: tried};
	return nextTry === null
		? {state: 'failed', delivery: tried}
		: {state: 'queued', delivery: {...tried, nextTry}};
};

const refusedError = (
	refused: ReadonlyArray<{readonly address: string; readonly text: string}>,
): Delivery['error'] =>
	refused.length === 0
		? null
		: {
				code: 'recipient-refused',
				text: refused.map(({address, text}) => `${address}: ${text}`).join('; '),
			};

/** Whether the message is in the state that the event speaks of. */
const fits = ({state}: Message, delivery: Delivery, event: DeliveryEvent): boolean => {
	switch (event.kind) {
		case 'sending':
			return state === 'queued';
		case 'sent':
		case 'failed':
		case 'interrupted':
			return state === 'sending';
		case 'copied':
		case 'copy-failed':
			return state === 'sent' && delivery.copy === 'due';
	}
};

const changed = (delivery: Delivery, event: DeliveryEvent): Partial<Message> => {
	switch (event.kind) {
		case 'sending':
			return {state: 'sending', ...(event.raw === undefined ? {} : {raw: event.raw})};
		case 'sent': {
			const sent = {...delivery, tries: 0, error: refusedError(event.refused), draft: null};
			return {state: 'sent', delivery: sent};
		}
		case 'failed':
			return afterFailure(delivery, event);
		case 'interrupted':
			return {state: 'uncertain', delivery: {...delivery, error: {code: 'interrupted', text: ''}}};
		case 'copied':
			return {delivery: {...delivery, copy: 'done'}};
		case 'copy-failed': {
			const {nextTry} = event;
			const again = {...delivery, tries: delivery.tries + 1, nextTry: nextTry ?? delivery.nextTry};
			return {delivery: nextTry === null ? {...again, copy: 'none'} : again};
		}
	}
};

const told: ReadonlySet<Message['state']> = new Set(['sent', 'failed', 'uncertain']);

/**
 * The ticket after an event of its outgoing message. Problems: `message-missing` (called back),
 * `too-late` when the message is in another state than the event expects.
 */
export const applyDelivery = (
	ticket: Ticket,
	{
		message: id,
		event,
		now,
	}: {readonly message: string; readonly event: DeliveryEvent; readonly now: string},
): Result<Ticket> => {
	const message = ticket.messages.find(one => one.id === id);
	if (!message) return fail('message-missing', {number: ticket.number});
	const {delivery} = message;
	if (delivery === null || isMoving(ticket) || !fits(message, delivery, event))
		return fail('too-late', {number: ticket.number});
	const after: Message = {...message, ...changed(delivery, event)};
	const line =
		after.state !== message.state && told.has(after.state)
			? [{at: now, by: 'raute', what: after.state, from: message.id}]
			: [];
	return ok({
		...ticket,
		messages: ticket.messages.map(one => (one === message ? after : one)),
		history: [...ticket.history, ...line],
	});
};
