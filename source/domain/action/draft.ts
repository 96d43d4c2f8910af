import * as v from 'valibot';
import {unfinishedDraftInput} from '../reply/draft-input.ts';
import {fail, ok} from '../result.ts';
import {defineAction} from './action.ts';

const mostDrafts = 100;

/** Keeps an unsent text of the agent who calls. Who begins to answer a new ticket opens it. */
export const draft = defineAction({
	name: 'draft',
	scope: 'one',
	right: 'tickets.reply',
	input: v.object({draft: unfinishedDraftInput}),
	apply: (ticket, input, {by, now}) => {
		const old = ticket.drafts.find(candidate => candidate.id === input.draft.id);
		const kept = {...input.draft, updatedAt: now};
		if (kept.agent !== by || (old && old.agent !== by))
			return fail('not-permitted', {number: ticket.number});
		if (!old && ticket.drafts.length >= mostDrafts)
			return fail('input-invalid', {field: 'drafts', most: mostDrafts});
		const drafts = old
			? ticket.drafts.map(candidate => (candidate === old ? kept : candidate))
			: [...ticket.drafts, kept];
		const begun = ticket.status === 'new' && kept.kind !== 'comment';
		return ok({...ticket, drafts, status: begun ? 'open' : ticket.status});
	},
	undo: () => null,
});
