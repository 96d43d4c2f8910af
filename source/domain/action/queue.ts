import * as v from 'valibot';
import {findQueue} from '../change/action-settings.ts';
import {filledLineInput} from '../clean-input.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Moves to a queue or out of all; the queue's responsible gets a ticket that nobody has. */
export const queue = defineAction({
	name: 'queue',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({queue: v.nullable(filledLineInput(64))}),
	apply: (ticket, input, context) => {
		if (input.queue === null) return ok({...ticket, queue: null});
		const found = findQueue(context.settings, input.queue);
		if (!found) return fail('queue-unknown', {queue: input.queue});
		const assignee = ticket.assignee ?? found.responsible;
		return ok({...ticket, queue: found.label, assignee});
	},
});
