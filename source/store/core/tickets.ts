import {fail, ok, type Result} from '../../domain/result.ts';
import {summarize} from '../../domain/summary.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {formatNumber} from '../../domain/ticket-number.ts';
import {ticketPath} from '../layout.ts';
import {type Tombstone, tombstoneVersion} from '../schema/tombstone.ts';
import type {Stamp} from '../shelf.ts';
import type {Store} from '../store.ts';
import {nextTicket} from './next-ticket.ts';
import {notify} from './notify.ts';
import type {State} from './state.ts';
import {takeInTicket} from './take-in.ts';

/** A number can be taken only by a document that was put there by hand while the store ran. */
const tries = 100;

/** After a commit: summary, cache, listeners. `before` is null for a new ticket. */
export const remember = (
	state: State,
	change: {readonly before: Ticket | null; readonly ticket: Ticket; readonly stamp: Stamp},
): void => {
	const {before, ticket, stamp} = change;
	const summary = summarize(ticket);
	const known = state.summaries.get(ticket.number) ?? null;
	state.summaries.set(ticket.number, summary);
	state.cache.putTicket({ticket, before, created: before === null, summary, stamp});
	notify(state, known, summary);
};

const tombstoneOf = (ticket: Ticket, now: number): Tombstone => ({
	v: tombstoneVersion,
	number: ticket.number,
	removedAt: new Date(now).toISOString(),
	origins: ticket.messages.flatMap(message => (message.origin ? [message.origin] : [])),
});

type Tickets = Pick<Store, 'ticket' | 'create' | 'change' | 'remove'>;

const reader =
	(state: State) =>
	async (number: string): Promise<Result<Ticket>> => {
		const text = state.unreadable.get(number);
		if (text !== undefined) return fail('document-unreadable', {path: ticketPath(number), text});
		return state.summaries.has(number)
			? state.documents.ticket(number)
			: fail('ticket-missing', {number});
	};

/** In the number's queue, so that nobody finds the document before the store knows it. */
const createAs = (state: State, ticket: Ticket, defer: boolean): Promise<Result<Ticket>> =>
	state.queue.run(ticket.number, async () => {
		await state.cache.room();
		const path = ticketPath(ticket.number);
		const written = await state.shelf.write(path, ticket, {create: true, defer});
		if (!written.ok) return written;
		remember(state, {before: null, ticket, stamp: written.value});
		return ok(ticket);
	});

const creator =
	(state: State): Tickets['create'] =>
	async (day, build, {defer = false} = {}) => {
		for (let attempt = 0; attempt < tries; attempt += 1) {
			const counter = (state.counters.get(day) ?? 0) + 1;
			state.counters.set(day, counter);
			const created = await createAs(state, build(formatNumber(day, counter)), defer);
			if (created.ok || created.problem.name !== 'number-taken') return created;
		}
		return fail('number-taken', {day});
	};

/** The parts of the store that concern single tickets. */
export const tickets = (state: State): Tickets => {
	const read = reader(state);
	/** The ticket as it lies there now, for a change of it. */
	const current = async (number: string): Promise<Result<Ticket>> => {
		const taken = await takeInTicket(state, number);
		return taken.ok ? read(number) : taken;
	};
	return {
		ticket: read,
		create: creator(state),
		change: (number, apply, {defer = false, commandId} = {}) =>
			state.queue.run(number, async () => {
				await state.cache.room();
				const before = await current(number);
				if (!before.ok) return before;
				const change = nextTicket(before.value, apply, commandId);
				if (!change.ok || change.value.after === change.value.before) return change;
				const {after} = change.value;
				const written = await state.shelf.write(ticketPath(number), after, {
					create: false,
					defer,
				});
				if (!written.ok) return written;
				remember(state, {before: before.value, ticket: after, stamp: written.value});
				return change;
			}),
		remove: number =>
			state.queue.run(number, async () => {
				const before = await current(number);
				if (!before.ok) return before;
				const tombstone = tombstoneOf(before.value, state.clock.now());
				const options = {create: false, defer: false};
				const written = await state.shelf.write(ticketPath(number), tombstone, options);
				if (!written.ok) return written;
				const known = state.summaries.get(number) ?? null;
				state.summaries.delete(number);
				state.cache.putTombstone(tombstone, written.value);
				notify(state, known, null);
				return before;
			}),
	};
};
