import * as v from 'valibot';
import {filledLineInput} from '../clean-input.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

/** Throws away one's own draft; the way back holds it whole. */
export const discardDraft = defineAction({
	name: 'discardDraft',
	scope: 'one',
	right: 'tickets.reply',
	input: v.object({id: filledLineInput(64)}),
	apply: (ticket, {id}, {by}) => {
		const draft = ticket.drafts.find(candidate => candidate.id === id);
		if (!draft) return fail('draft-missing', {number: ticket.number});
		if (draft.agent !== by) return fail('not-permitted', {number: ticket.number});
		return ok({...ticket, drafts: ticket.drafts.filter(candidate => candidate !== draft)});
	},
	undo: (before, after) => {
		const draft = before.drafts.find(candidate => !after.drafts.includes(candidate));
		return draft ? {action: 'draft', input: {draft}} : null;
	},
});
