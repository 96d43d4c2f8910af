import * as v from 'valibot';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Ungelesen ins Archiv: completed without having been opened, so `unread` stays as it is. */
export const archiveUnread = defineAction({
	name: 'archiveUnread',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({}),
	apply: ticket => ok({...ticket, status: 'completed'}),
});
