import type {Message} from '../../domain/message.ts';
import {isSealed} from '../../domain/receive/seal.ts';
import type {TextKey} from '../../language/say.ts';
import {currentMessage} from '../state/current-entry.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {defineVerb, type Verb} from './verb.ts';

/** The mail that J and K stand on when it is signed or encrypted, else the last one that is. */
const sealedMessage = (state: State): Message | null => {
	const ticket = state.ticket?.ticket;
	if (ticket == null) return null;
	const now = currentMessage(state);
	return now !== null && isSealed(now) ? now : (ticket.messages.findLast(isSealed) ?? null);
};

const isLoaded = (state: State): true | TextKey =>
	state.ticket?.ticket == null ? 'reason.noTicket' : true;

const ticketOnly = ['ticket'] as const;

const moveMessage = (by: number) => (): Reaction => ({events: [{type: 'message-moved', by}]});

/** Going through the mails of an open ticket, and how they are shown. */
export const readVerbs: readonly Verb[] = [
	defineVerb({
		name: 'nextMessage',
		group: 'move',
		scopes: ['list', 'ticket'],
		hint: {ticket: 30},
		available: isLoaded,
		run: moveMessage(1),
	}),
	defineVerb({
		name: 'previousMessage',
		group: 'move',
		scopes: ['list', 'ticket'],
		available: isLoaded,
		run: moveMessage(-1),
	}),
	defineVerb({
		name: 'quotes',
		group: 'ticket',
		scopes: ticketOnly,
		available: isLoaded,
		run: () => ({events: [{type: 'quotes-toggled'}]}),
	}),
	defineVerb({
		name: 'history',
		group: 'ticket',
		scopes: ticketOnly,
		available: isLoaded,
		run: () => ({events: [{type: 'history-toggled'}]}),
	}),
	defineVerb({
		name: 'verify',
		group: 'ticket',
		scopes: ticketOnly,
		available: state => (state.ticket?.ticket?.messages.some(isSealed) ? true : 'reason.notSealed'),
		run: state => {
			const found = sealedMessage(state);
			const number = state.ticket?.number;
			return found === null || number === undefined
				? {}
				: {effects: [{type: 'check-seal', number, message: found.id}]};
		},
	}),
];
