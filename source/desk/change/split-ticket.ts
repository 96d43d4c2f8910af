import {type Parting, partedTicket} from '../../domain/move/split.ts';
import type {Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Core} from '../core.ts';
import type {Command, Outcome} from '../desk.ts';
import {localDay} from '../local-day.ts';

const outcomeOf = (ticket: Ticket, into: string): Outcome => ({
	ok: true,
	number: ticket.number,
	revision: ticket.revision,
	undo: {action: 'merge', input: {into}},
});

/** The ticket that this very command made before its answer got lost. */
const madeBefore = async (core: Core, ticket: Ticket, id: string): Promise<Ticket | null> => {
	for (const {kind, number} of ticket.links) {
		const other = kind === 'related' ? await core.parts.store.ticket(number) : null;
		if (other?.ok && other.value.applied.includes(id)) return other.value;
	}
	return null;
};

/**
 * Puts mails of a ticket into a new one, whose number is the outcome's; its way back is to merge
 * the new one again. `check` says whether these may go.
 */
export const splitTicket = async (
	core: Core,
	command: Command,
	{by, check}: {readonly by: string; readonly check: (ticket: Ticket) => Result<unknown>},
): Promise<Outcome> => {
	const {number, id} = command;
	const failed = (result: Result<never>): Outcome =>
		result.ok ? {ok: false, number, problem: {name: 'too-late', details: {}}} : {...result, number};
	const found = await core.parts.store.ticket(number);
	if (!found.ok) return failed(found);
	const known = await madeBefore(core, found.value, id);
	if (known !== null) return outcomeOf(known, number);
	const may = check(found.value);
	if (!may.ok) return failed(may);
	const {messages, comments = []} = command.input as Partial<Parting> & Pick<Parting, 'messages'>;
	const moment = core.parts.clock.now();
	const parts = {now: new Date(moment).toISOString(), by, command: id};
	const made = await core.parts.store.create(localDay(moment).replaceAll('-', ''), fresh =>
		partedTicket(found.value, {messages, comments}, {...parts, number: fresh}),
	);
	if (!made.ok) return failed(made);
	core.parts.checkpoint('move.parted');
	const ended = await core.mover.finish(made.value.number, by);
	return ended.ok ? outcomeOf(ended.value, number) : failed(ended);
};
