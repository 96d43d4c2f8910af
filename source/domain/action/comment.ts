import * as v from 'valibot';
import {filledLineInput, linesInput} from '../clean-input.ts';
import {ok} from '../result.ts';
import {defineAction} from './action.ts';

const text = v.pipe(
	linesInput(100_000),
	v.check(value => value.trim() !== ''),
);

/** An internal comment, never mailed; the draft it was written in goes. */
export const comment = defineAction({
	name: 'comment',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({text, draft: v.optional(filledLineInput(64))}),
	apply: (ticket, input, {by, now, newId}) => {
		const id = newId();
		return ok({
			...ticket,
			comments: [...ticket.comments, {id, author: by, at: now, text: input.text}],
			drafts: ticket.drafts.filter(draft => draft.id !== input.draft || draft.agent !== by),
			history: [...ticket.history, {at: now, by, what: 'comment', to: id}],
		});
	},
	undo: (_before, after) => {
		const added = after.comments.at(-1);
		return added ? {action: 'uncomment', input: {id: added.id}} : null;
	},
});
