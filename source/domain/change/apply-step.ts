import * as v from 'valibot';
import type {Action, Context} from '../action/action.ts';
import {fail, type Result} from '../result.ts';
import type {Ticket} from '../ticket.ts';

/**
 * Checks the input of an action and applies it. Nothing is recorded: that is for who knows what the
 * whole change is. Problems: `input-invalid` and what the action itself refuses.
 */
export const applyStep = (
	ticket: Ticket,
	{action, input}: {readonly action: Action; readonly input: unknown},
	context: Context,
): Result<Ticket> => {
	const checked = v.safeParse(action.input, input);
	if (!checked.success) {
		const [issue] = checked.issues;
		return fail('input-invalid', {
			action: action.name,
			field: v.getDotPath(issue) ?? '',
			reason: issue.type,
		});
	}
	const blocked = action.blocked?.(ticket, context) ?? null;
	if (blocked) return fail(blocked, {action: action.name, number: ticket.number});
	return action.apply(ticket, checked.output, context);
};
