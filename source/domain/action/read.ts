import * as v from 'valibot';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Somebody has opened the ticket. The status stays. */
export const read = defineAction({
	name: 'read',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({}),
	apply: ticket => ok({...ticket, unread: false}),
});
