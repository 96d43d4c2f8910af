import {performAction} from '../../domain/change/perform.ts';
import type {DeskDocument} from '../../domain/desk-document.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import {type NamedLabel, settingsMoved, standardOption, ticketsWith} from './label-use.ts';

type Move = NamedLabel & {readonly to: string | null; readonly caller: Caller};

/** Accounts that set the label on new tickets set the other one from now on. */
const moveAccounts = async ({parts}: Core, {kind, label, to}: Move): Promise<Result<null>> => {
	const option = standardOption[kind];
	for (const {account} of parts.store.accounts()) {
		if (account[option] !== label) continue;
		const saved = await parts.store.changeAccount(account.id, document =>
			ok(
				document?.account[option] === label
					? {...document, account: {...document.account, [option]: to}}
					: document,
			),
		);
		if (!saved.ok) return saved;
	}
	return ok(null);
};

/** The same change that `m` makes by hand: the queue's responsible, and a line in the history. */
const apply =
	(core: Core, {kind, label, to, caller}: Move) =>
	(ticket: Ticket): Result<Ticket> => {
		if (ticket[kind] !== label) return ok(ticket);
		const performed = performAction(
			ticket,
			{action: kind, input: {[kind]: to}},
			{
				now: core.now(),
				by: caller.agent.login,
				newId: core.parts.clock.newId,
				settings: core.actionSettings(),
			},
		);
		return performed.ok ? ok(performed.value.after) : performed;
	};

/** Moves these tickets until one fails; the numbers of those that moved. */
const moveGroup = async (
	{parts}: Core,
	numbers: readonly string[],
	change: (ticket: Ticket) => Result<Ticket>,
): Promise<{readonly moved: readonly string[]; readonly failed: Result<never> | null}> => {
	const moved: string[] = [];
	for (const number of numbers) {
		const changed = await parts.store.change(number, change, {defer: true});
		if (changed.ok) moved.push(number);
		else if (changed.problem.name !== 'ticket-missing') return {moved, failed: changed};
	}
	return {moved, failed: null};
};

/** Group by group, each durable at its end; mail that comes meanwhile may add some. */
const moveTickets = async (core: Core, move: Move): Promise<Result<readonly string[]>> => {
	const {store} = core.parts;
	const all: string[] = [];
	for (let numbers = ticketsWith(store, move); numbers.length > 0; ) {
		const {moved, failed} = await moveGroup(core, numbers, apply(core, move));
		const flushed = await store.flush();
		if (failed) return failed;
		if (!flushed.ok) return flushed;
		all.push(...moved);
		numbers = ticketsWith(store, move);
	}
	return ok(all);
};

const moveAll = async (core: Core, move: Move): Promise<Result<readonly string[]>> => {
	const accounts = await moveAccounts(core, move);
	return accounts.ok ? moveTickets(core, move) : accounts;
};

/**
 * Moves everything that names a label to another one, or to none: first the settings that would give
 * it to new tickets, then the tickets, and lets `drop` take the label itself away last. A move that
 * was cut off leaves the label and what has not moved; asked for again it does the rest.
 */
export const moveLabel = async (
	core: Core,
	move: Move,
	drop: (document: DeskDocument) => DeskDocument,
): Promise<Result<readonly string[]>> => {
	const settings = await core.parts.store.changeDesk(document =>
		ok(settingsMoved(document, move, move.to)),
	);
	if (!settings.ok) return settings;
	const first = await moveAll(core, move);
	if (!first.ok) return first;
	const dropped = await core.parts.store.changeDesk(document =>
		ok(drop(settingsMoved(document, move, move.to))),
	);
	if (!dropped.ok) return dropped;
	// What still got the label while the last tickets moved; from now on nothing can.
	const rest = await moveAll(core, move);
	return rest.ok ? ok([...first.value, ...rest.value]) : rest;
};
