import * as v from 'valibot';
import {filledLineInput} from '../clean-input.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Gives the ticket to an agent or to nobody. Who takes a new ticket for himself opens it. */
export const assign = defineAction({
	name: 'assign',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({assignee: v.nullable(filledLineInput(64))}),
	apply: (ticket, {assignee}, context) => {
		if (assignee === null) return ok({...ticket, assignee});
		const agent = context.settings.agents.get(assignee);
		if (!agent?.active) return fail('agent-unknown', {agent: assignee});
		const taken = assignee === context.by && ticket.status === 'new';
		return ok({...ticket, assignee, status: taken ? 'open' : ticket.status});
	},
});
