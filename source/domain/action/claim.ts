import * as v from 'valibot';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Takes the ticket, unless a colleague took it first: then `changed-meanwhile` names who. */
export const claim = defineAction({
	name: 'claim',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({}),
	apply: (ticket, _input, {by}) =>
		ticket.assignee !== null && ticket.assignee !== by
			? fail('changed-meanwhile', {number: ticket.number, field: 'assignee', by: ticket.assignee})
			: ok({...ticket, assignee: by, status: ticket.status === 'new' ? 'open' : ticket.status}),
});
