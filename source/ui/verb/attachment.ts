import type {Message} from '../../domain/message.ts';
import type {TextKey} from '../../language/say.ts';
import {currentEntry} from '../state/current-entry.ts';
import type {AttachmentPlace, PickerItem, Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {askPath} from './ask-path.ts';
import {digit, item, openPicker} from './picker.ts';
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
	found.map((place, index) => item(place.name, react(place), {letter: digit(index)}));

/** Asks where to, with the attachment's name to begin with. */
const saveTo = (place: AttachmentPlace): Reaction =>
	askPath({save: place}, `~/${place.name.replaceAll('/', '_')}`);

const hasPlaces =
	(withRaw: boolean) =>
	(state: State): true | TextKey =>
		places(state, withRaw).length === 0 ? 'reason.noAttachments' : true;

const scopes = ['ticket'] as const;

/** Opening and saving what came with the mails of a ticket. */
export const attachmentVerbs: readonly Verb[] = [
	defineVerb({
		name: 'openAttachment',
		group: 'ticket',
		scopes,
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
		scopes,
		available: hasPlaces(true),
		run: state => openPicker({key: 'picker.saveAttachment'}, items(places(state, true), saveTo)),
	}),
];
