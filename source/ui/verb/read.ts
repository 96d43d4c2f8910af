import type {Message} from '../../domain/message.ts';
import {isSealed} from '../../domain/receive/seal.ts';
import {moveTextEnd} from '../../domain/text/move.ts';
import {createTextField} from '../../domain/text/text-field.ts';
import type {TextKey} from '../../language/say.ts';
import {currentEntry, currentMessage} from '../state/current-entry.ts';
import type {AttachmentPlace, PickerItem, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

/** What a mail can be opened or saved as: its attachments, its HTML, and the mail as it came. */
const placesOf = (
	number: string,
	message: Message,
	withRaw: boolean,
): readonly AttachmentPlace[] => {
	const place = {number, message: message.id};
	return [
		...message.attachments.map(({name}, index) => ({...place, index, name})),
		...(message.hasHtml ? [{...place, index: 'html', name: 'original.html'} as const] : []),
		...(withRaw && message.raw !== null
			? [{...place, index: 'raw', name: `${number}.eml`} as const]
			: []),
	];
};

/** Those of all mails of the open ticket, those of the current one first. */
const places = (state: State, withRaw: boolean): readonly AttachmentPlace[] => {
	const ticket = state.ticket?.ticket;
	if (ticket == null) return [];
	const now = currentEntry(state)?.id;
	const found = ticket.messages
		.toReversed()
		.flatMap(message => placesOf(ticket.number, message, withRaw));
	return [
		...found.filter(place => place.message === now),
		...found.filter(place => place.message !== now),
	];
};

const items = (
	found: readonly AttachmentPlace[],
	react: (place: AttachmentPlace) => Reaction,
): readonly PickerItem[] =>
	found.map((place, index) =>
		item(place.name, react(place), {letter: index < 9 ? String(index + 1) : ''}),
	);

/** Asks for the path, with the attachment's name to begin with. */
const askPath = (place: AttachmentPlace): Reaction => ({
	events: [
		{
			type: 'overlay-opened',
			overlay: {
				kind: 'path',
				purpose: {save: place},
				field: moveTextEnd(createTextField(`~/${place.name.replaceAll('/', '_')}`)),
				choices: [],
				problem: null,
			},
		},
	],
});

const hasPlaces =
	(withRaw: boolean) =>
	(state: State): true | TextKey =>
		places(state, withRaw).length === 0 ? 'reason.noAttachments' : true;

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
	defineVerb({
		name: 'openAttachment',
		group: 'ticket',
		scopes: ticketOnly,
		available: hasPlaces(false),
		run: state =>
			openPicker(
				{key: 'picker.openAttachment'},
				items(places(state, false), place => ({effects: [{type: 'open-attachment', place}]})),
			),
	}),
	defineVerb({
		name: 'saveAttachment',
		group: 'ticket',
		scopes: ticketOnly,
		available: hasPlaces(true),
		run: state => openPicker({key: 'picker.saveAttachment'}, items(places(state, true), askPath)),
	}),
];
