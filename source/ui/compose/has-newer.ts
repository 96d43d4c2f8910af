import type {ComposerState} from '../state/composer-state.ts';
import type {State} from '../state/state.ts';

/** Whether a mail has come to the ticket since writing began. */
export const hasNewer = (composer: ComposerState, {ticket: view}: State): boolean =>
	view?.number === composer.number &&
	view.ticket !== null &&
	view.ticket.messages.length > composer.seenMessages;
