import * as v from 'valibot';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

/** SPAM entfernen: into the trash. Nothing is deleted. */
export const spam = defineAction({
	name: 'spam',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({}),
	apply: ticket => ok({...ticket, status: 'trash'}),
});
