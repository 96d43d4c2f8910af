import {emptyMerged, takeMerged} from '../../domain/move/merge.ts';
import {isMoving, mergedInto} from '../../domain/move/merged.ts';
import {copyTaken, endTaking, giveUp, mayGive} from '../../domain/move/take.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import type {Taking, Ticket} from '../../domain/ticket.ts';
import {createKeyLock} from '../key-lock.ts';
import type {DeskParts} from '../parts.ts';
import {livingTicket} from '../receive/find-ticket.ts';
import {withdrawMerge, withdrawTaking} from './withdraw-move.ts';

type Parts = Pick<DeskParts, 'store' | 'clock' | 'checkpoint' | 'log'>;

/**
 * Moves mails between tickets. Each move is a list of commits that may be repeated: the first says
 * in one document what is to go where, the last takes that word away. Between them the mails may
 * stand in both tickets, never in none, and the outbox leaves them alone.
 */
export type Mover = {
	/** Goes on with what has begun in this ticket; answers the ticket as it is then. */
	readonly finish: (number: string, by: string) => Promise<Result<Ticket>>;
	/** Runs work that shares a name one after the other. */
	readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T>;
	/** Finishes every move that was interrupted. */
	readonly resume: () => Promise<void>;
};

/** A ticket may change while it is copied: then it is copied again. */
const mostRounds = 20;

const changedMeanwhile = (number: string) => fail('changed-meanwhile', {number});

/** Copies the ticket into the one it merges with, then empties it as it was copied. */
const mergeOnce = async (
	{store, checkpoint}: Parts,
	ticket: Ticket,
	moment: {readonly now: string; readonly by: string},
): Promise<Result<Ticket>> => {
	const into = await livingTicket(store, mergedInto(ticket) ?? '');
	if (into === null || into.number === ticket.number) return withdrawMerge(store, ticket.number);
	const taken = await store.change(into.number, now =>
		mergedInto(now) === null ? ok(takeMerged(now, ticket, moment)) : changedMeanwhile(now.number),
	);
	if (!taken.ok) return taken;
	checkpoint('move.taken');
	const emptied = await store.change(ticket.number, now =>
		now.revision === ticket.revision ? ok(emptyMerged(now)) : changedMeanwhile(now.number),
	);
	checkpoint('move.emptied');
	return emptied.ok ? ok(emptied.value.after) : emptied;
};

const giverOf = async ({store}: Parts, {kind, from}: Taking): Promise<Ticket | null> => {
	if (kind !== 'continue') return livingTicket(store, from);
	const found = await store.ticket(from);
	return found.ok ? found.value : null;
};

/** The link of a merge may stand in a ticket that was itself merged on since. */
const forgetTrace = async ({store}: Parts, taker: Ticket, moment: Parameters<typeof giveUp>[2]) => {
	const {from} = taker.taking ?? {from: ''};
	const done = await store.change(from, ticket => ok(giveUp(ticket, taker, moment)));
	return done.ok || done.problem.name === 'ticket-missing' ? ok(null) : done;
};

const takeOnce = async (
	parts: Parts,
	taker: Ticket,
	moment: {readonly now: string; readonly by: string},
): Promise<Result<Ticket>> => {
	const {store, checkpoint} = parts;
	const {taking, number} = taker;
	if (taking === undefined) return ok(taker);
	const giver = await giverOf(parts, taking);
	if (giver === null) {
		const ended = await store.change(number, now => ok(endTaking(now, [], moment)));
		return ended.ok ? ok(ended.value.after) : ended;
	}
	const may = taking.kind === 'unmerge' ? mayGive(giver, taking.messages) : ok(null);
	if (!may.ok) return withdrawTaking(store, number, may);
	const copied = await store.change(number, now => ok(copyTaken(now, giver, moment)));
	if (!copied.ok) return copied;
	checkpoint('move.copied');
	const {after} = copied.value;
	const given = await store.change(giver.number, now => ok(giveUp(now, after, moment)));
	if (!given.ok) return given;
	checkpoint('move.given');
	const traced = giver.number === taking.from ? ok(null) : await forgetTrace(parts, after, moment);
	if (!traced.ok) return traced;
	const had = given.value.before.messages;
	const ended = await store.change(number, now => ok(endTaking(now, had, moment)));
	checkpoint('move.ended');
	return ended.ok ? ok(ended.value.after) : ended;
};

const step = (
	parts: Parts,
	ticket: Ticket,
	moment: {readonly now: string; readonly by: string},
): Promise<Result<Ticket>> =>
	ticket.taking === undefined ? mergeOnce(parts, ticket, moment) : takeOnce(parts, ticket, moment);

export const createMover = (parts: Parts): Mover => {
	const {store, clock, log} = parts;
	const lock = createKeyLock();

	const finishNow = async (number: string, by: string): Promise<Result<Ticket>> => {
		for (let round = 0; round < mostRounds; round += 1) {
			const found = await store.ticket(number);
			if (!found.ok || !isMoving(found.value)) return found;
			const moment = {now: new Date(clock.now()).toISOString(), by};
			const done = await step(parts, found.value, moment);
			if (!done.ok && done.problem.name !== 'changed-meanwhile') return done;
		}
		return changedMeanwhile(number);
	};

	// One move at a time: they are rare, and two that touch the same tickets would wait for each other.
	const finish: Mover['finish'] = (number, by) => lock(['move'], () => finishNow(number, by));

	return {
		finish,
		alone: (name, work) => lock([`alone ${name}`], work),
		resume: async () => {
			const waiting = [...store.summaries().values()].filter(({isMoving: is}) => is);
			for (const {number} of waiting) {
				const done = await finish(number, 'raute');
				if (!done.ok) log(`move of ${number} cannot be finished: ${done.problem.name}`);
			}
		},
	};
};
