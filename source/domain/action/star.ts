import * as v from 'valibot';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

/** An agent's own mark on a ticket. It says nothing to anybody else, so the history does not keep it. */
export const star = defineAction({
	name: 'star',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({on: v.boolean()}),
	apply: ({stars: before = [], ...ticket}, {on}, {by}) => {
		const others = before.filter(login => login !== by);
		const stars = on ? [...others, by] : others;
		return ok(stars.length === 0 ? ticket : {...ticket, stars});
	},
	undo: (before, after) => {
		const [was, is] = [before.stars?.length ?? 0, after.stars?.length ?? 0];
		return was === is ? null : {action: 'star', input: {on: was > is}};
	},
});
