import * as v from 'valibot';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Deletes for good. The desk removes the document; not while a mail of it is on its way out. */
export const deleteForGood = defineAction({
	name: 'delete',
	scope: 'many',
	right: 'tickets.delete',
	input: v.object({}),
	blocked: ticket =>
		ticket.messages.some(message => message.state === 'sending') ? 'action-unavailable' : null,
	apply: ticket => ok(ticket),
	undo: () => null,
});
