import {conversationOf} from '../../domain/conversation.ts';
import {moveTextEnd} from '../../domain/text/move.ts';
import {createTextField} from '../../domain/text/text-field.ts';
import type {TextKey} from '../../language/say.ts';
import type {AttachmentPlace, PickerItem, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {item, openPicker} from './picker.ts';
import {defineVerb, type Verb} from './verb.ts';

/** Attachments of all mails of the open ticket, those of the current one first. */
const attachments = (state: State): readonly AttachmentPlace[] => {
	const ticket = state.ticket?.ticket;
	if (ticket == null) return [];
	const now = conversationOf(ticket)[state.ticket?.current ?? -1]?.id;
	const found = ticket.messages.toReversed().flatMap(message =>
		message.attachments.map((attachment, index) => ({
			number: ticket.number,
			message: message.id,
			index,
			name: attachment.name,
		})),
	);
	return [
		...found.filter(place => place.message === now),
		...found.filter(place => place.message !== now),
	];
};

const items = (
	places: readonly AttachmentPlace[],
	react: (place: AttachmentPlace) => Reaction,
): readonly PickerItem[] =>
	places.map((place, index) =>
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

const hasAttachments = (state: State): true | TextKey =>
	attachments(state).length === 0 ? 'reason.noAttachments' : true;

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
		name: 'openAttachment',
		group: 'ticket',
		scopes: ticketOnly,
		available: hasAttachments,
		run: state =>
			openPicker(
				{key: 'picker.openAttachment'},
				items(attachments(state), place => ({effects: [{type: 'open-attachment', place}]})),
			),
	}),
	defineVerb({
		name: 'saveAttachment',
		group: 'ticket',
		scopes: ticketOnly,
		available: hasAttachments,
		run: state => openPicker({key: 'picker.saveAttachment'}, items(attachments(state), askPath)),
	}),
];
