import {fieldChanges, sameValue} from '../change/field-change.ts';
import type {Moved, Ticket} from '../ticket.ts';

/** The fields that a merge has set, and what they were. */
export const backOf = (before: Ticket, after: Ticket): Moved['back'] =>
	fieldChanges(before, after).map(({field, from, to}) => ({field, from, to}));

/** Fields as they were before a merge, where nobody has set them since. */
export const takeBack = (ticket: Ticket, back: Moved['back']): Ticket => ({
	...ticket,
	...Object.fromEntries(
		back
			.filter(({field, to}) => sameValue(ticket[field], to))
			.map(({field, from}) => [field, from]),
	),
});
