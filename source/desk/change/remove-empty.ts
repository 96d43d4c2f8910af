import {mergedInto} from '../../domain/move/merged.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {Core} from '../core.ts';

/** A ticket that somebody began by hand and in which there is nothing (any more). */
const isNothing = (ticket: Ticket): boolean => {
	const [made] = ticket.history;
	return (
		made?.what === 'created' &&
		made.to !== undefined &&
		ticket.messages.length + ticket.comments.length + ticket.drafts.length === 0 &&
		ticket.links.length === 0 &&
		mergedInto(ticket) === null
	);
};

/** Removes the ticket of a text that was thrown away before it became anything. Answers whether. */
export const removeEmpty = async (core: Core, ticket: Ticket): Promise<Result<boolean>> => {
	if (!isNothing(ticket)) return ok(false);
	const removed = await core.parts.store.remove(ticket.number);
	return removed.ok ? ok(true) : removed;
};
