import {continuationOf} from '../../domain/move/continuation.ts';
import type {Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {createMover} from '../change/mover.ts';
import {localDay} from '../local-day.ts';
import type {DeskParts} from '../parts.ts';

/**
 * Goes on with a full ticket in a further one, which `build` makes from the mail. The full one
 * points to it afterwards; a start finishes that when a crash came between.
 */
export const continueTicket = async (
	parts: DeskParts,
	full: Ticket,
	build: (number: string) => Ticket,
): Promise<Result<Ticket>> => {
	const made = await parts.store.create(localDay(parts.clock.now()).replaceAll('-', ''), number =>
		continuationOf(full, build(number)),
	);
	if (!made.ok) return made;
	parts.checkpoint('move.continued');
	const ended = await createMover(parts).finish(made.value.number, 'raute');
	if (!ended.ok) parts.log(`${full.number} does not point on yet: ${ended.problem.name}`);
	return made;
};
