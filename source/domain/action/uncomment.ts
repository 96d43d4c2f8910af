import * as v from 'valibot';
import {filledLineInput} from '../clean-input.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Takes back one's own comment. */
export const uncomment = defineAction({
	name: 'uncomment',
	scope: 'one',
	right: 'tickets.edit',
	input: v.object({id: filledLineInput(64)}),
	apply: (ticket, {id}, {by, now}) => {
		const comment = ticket.comments.find(candidate => candidate.id === id);
		if (!comment) return fail('changed-meanwhile', {number: ticket.number, field: 'comments'});
		if (comment.author !== by) return fail('not-permitted', {number: ticket.number});
		return ok({
			...ticket,
			comments: ticket.comments.filter(candidate => candidate.id !== id),
			history: [...ticket.history, {at: now, by, what: 'uncomment', from: id}],
		});
	},
	undo: (before, after) => {
		const gone = before.comments.find(
			comment => !after.comments.some(kept => kept.id === comment.id),
		);
		return gone ? {action: 'comment', input: {text: gone.text}} : null;
	},
});
