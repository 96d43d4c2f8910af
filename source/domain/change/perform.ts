import type {Action, Context, Step} from '../action/action.ts';
import {actionByName} from '../action/index.ts';
import {mergedInto} from '../move/merged.ts';
import {fail, ok, type Result} from '../result.ts';
import type {Ticket} from '../ticket.ts';
import {applyStep} from './apply-step.ts';
import {fieldChanges, sameTicket} from './field-change.ts';
import {recordChange} from './record-change.ts';

export type Performed = {
	readonly after: Ticket;
	/** The step that takes it back, null when there is none or nothing changed. */
	readonly undo: Step | null;
};

/** The way back of an action that changes fields alone: refused later if they changed again. */
const restoreStep = (before: Ticket, after: Ticket): Step | null => {
	const changes = fieldChanges(before, after);
	if (changes.length === 0) return null;
	const fields = changes.map(({field, from, to}) => [field, {from: to, to: from}] as const);
	return {action: 'restore', input: {fields: Object.fromEntries(fields)}};
};

const wayBack = (action: Action, before: Ticket, after: Ticket): Step | null =>
	action.undo ? action.undo(before, after) : restoreStep(before, after);

/** What can still be done to a ticket that was merged into another one. */
const ofMerged: ReadonlySet<string> = new Set(['merge', 'unmerge', 'link', 'read', 'delete']);

/**
 * Applies one step to a ticket. A step that changes nothing answers the same ticket and no way back.
 * Performing the returned `undo` takes it back, performing the undo of that does it again.
 * Problems: `action-unavailable`, `input-invalid` and what the action itself refuses.
 */
export const performAction = (ticket: Ticket, step: Step, context: Context): Result<Performed> => {
	const action = actionByName.get(step.action);
	if (!action) return fail('action-unavailable', {action: step.action});
	const into = mergedInto(ticket);
	if (into !== null && !ofMerged.has(step.action))
		return fail('ticket-merged', {number: ticket.number, into});
	const applied = applyStep(ticket, {action, input: step.input}, context);
	if (!applied.ok) return applied;
	if (sameTicket(ticket, applied.value)) return ok({after: ticket, undo: null});
	const after = recordChange(ticket, applied.value, context);
	return ok({after, undo: wayBack(action, ticket, after)});
};
