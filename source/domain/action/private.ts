import * as v from 'valibot';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Hides requester, subject and text from the others. A flag that is set stays with who set it. */
export const privateFlag = defineAction({
	name: 'private',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({on: v.boolean()}),
	apply: (ticket, {on}, {by}) => ok({...ticket, private: on ? (ticket.private ?? by) : null}),
});
