import type {Channel} from '../../domain/channel.ts';
import {composerOf} from '../compose/draft-of.ts';
import {firstDraft} from '../compose/first-draft.ts';
import type {EffectContext} from './context.ts';
import {problemToast} from './toast.ts';

/**
 * Makes a ticket with an empty text and opens that: it has its number from the start, and what is
 * written into it survives whatever happens. Thrown away, the ticket goes as well.
 */
export const createTicket = async (
	{desk, store, newId, now}: EffectContext,
	channel: Channel,
): Promise<void> => {
	const {me} = store.state();
	if (me === null || store.state().composer !== null) return;
	const draft = firstDraft(channel, {me, id: newId(), now: now()});
	const made = await desk.createTicket({
		id: newId(),
		channel,
		requester: {name: '', address: ''},
		subject: '',
		text: '',
		queue: null,
		project: null,
		assignee: null,
		draft,
	});
	const ticket = made.ok ? await desk.ticket(made.value.number) : made;
	if (!ticket.ok) return store.dispatch(problemToast(ticket.problem));
	const {number} = ticket.value;
	store.dispatch({type: 'ticket-opened', number, pane: store.state().pane});
	store.dispatch({type: 'ticket-came', ticket: ticket.value});
	const composer = composerOf(draft, {ticket: ticket.value, isNew: false});
	store.dispatch({type: 'composer-opened', composer});
};
