import {conversationOf, type Entry} from '../../domain/conversation.ts';
import type {Message} from '../../domain/message.ts';
import type {State} from './state.ts';

/** The mail or comment of the open ticket that J and K stand on; null until the ticket is there. */
export const currentEntry = ({ticket: view}: State): Entry | null =>
	view?.ticket == null ? null : (conversationOf(view.ticket)[view.current] ?? null);

/** The same when it is a mail. */
export const currentMessage = (state: State): Message | null => {
	const entry = currentEntry(state);
	return entry?.kind === 'message' ? entry.message : null;
};
