import type {Ticket} from '../ticket.ts';
import {waitingSince} from '../waiting-since.ts';
import {fieldChanges, historyOf} from './field-change.ts';

/**
 * Completes a changed ticket: revision, the audit lines of its fields, `updatedAt` when mail or a
 * comment was added (flags and moves must not reorder the list, nor must their undo), and
 * `waitingSince` when status or mail changed. Lines that the change itself wrote stay before them.
 */
export const recordChange = (
	before: Ticket,
	changed: Ticket,
	{now, by}: {readonly now: string; readonly by: string},
): Ticket => {
	const fields = fieldChanges(before, changed);
	const grown =
		changed.messages.length > before.messages.length ||
		changed.comments.length > before.comments.length;
	const turn = before.status !== changed.status || before.messages !== changed.messages;
	return {
		...changed,
		revision: before.revision + 1,
		updatedAt: grown ? now : changed.updatedAt,
		waitingSince: turn ? waitingSince(changed) : changed.waitingSince,
		history: [...changed.history, ...fields.map(change => historyOf(change, {at: now, by}))],
	};
};
