import * as v from 'valibot';
import {filledLineInput} from '../clean-input.ts';
import {mayGive} from '../move/take.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

const ids = v.array(filledLineInput(64));

/** Whether these mails can stand in a ticket of their own. The desk makes it; its undo is a merge. */
export const split = defineAction({
	name: 'split',
	scope: 'one',
	right: 'tickets.edit',
	input: v.object({
		messages: v.pipe(ids, v.minLength(1), v.maxLength(10_000)),
		comments: v.optional(v.pipe(ids, v.maxLength(10_000)), []),
	}),
	apply: (ticket, {messages}) => {
		const own = ticket.messages.filter(({id}) => messages.includes(id));
		if (own.length !== new Set(messages).size)
			return fail('message-missing', {number: ticket.number});
		if (own.length === ticket.messages.length)
			return fail('input-invalid', {field: 'messages', reason: 'all'});
		const free = mayGive(ticket, messages);
		return free.ok ? ok(ticket) : free;
	},
	undo: () => null,
});
