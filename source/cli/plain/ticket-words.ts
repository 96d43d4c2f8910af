import {conversationOf, type Entry} from '../../domain/conversation.ts';
import type {Message} from '../../domain/message.ts';
import {quoteSegments} from '../../domain/quote.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {sayDeliveryError, sayDeliveryHelp} from '../../language/delivery.ts';
import type {Say} from '../../language/say.ts';
import {size} from '../../language/size.ts';
import {shortTime} from '../../language/when.ts';
import {addressLine} from '../../ui/compose/address-line.ts';
import {bounceText, noteText} from '../../ui/screen/ticket/note-text.ts';
import {factsOf, listed, nameOf} from './row-words.ts';
import type {Session} from './session.ts';

/** What stands above the conversation on the screen, in sentences. */
export const headWords = (
	ticket: Ticket,
	{say, state}: Session,
	now: number,
): readonly string[] => {
	const {me} = state();
	const draft = ticket.drafts.findLast(({agent}) => agent === me.agent.login);
	return [
		say('plain.ticket', {number: ticket.number, subject: ticket.subject || say('word.noSubject')}),
		listed([
			...factsOf(ticket, say, me),
			ticket.tags.length === 0 ? '' : say('ticket.tags', {tags: ticket.tags.join(' ')}),
			ticket.snoozedUntil === null
				? ''
				: say('ticket.snoozed', {time: shortTime(ticket.snoozedUntil, now, say.language)}),
			ticket.links.length === 0 ? '' : say('ticket.links', {n: ticket.links.length}),
		]),
		say('plain.requester', {from: addressLine([ticket.requester])}),
		...(draft === undefined
			? []
			: [
					say('plain.draft', {
						time: shortTime(draft.updatedAt, now, say.language),
						key: draft.kind === 'comment' ? 'c' : 'r',
					}),
				]),
	].filter(line => line !== '');
};

/** Quotes are left out unless they are asked for: they were read before. */
const textWords = (text: string, say: Say, withQuotes: boolean): readonly string[] =>
	quoteSegments(text.trimEnd()).flatMap(({kind, lines}) => {
		const filled = lines.filter(line => line.trim() !== '');
		return kind === 'quote' && !withQuotes && filled.length > 0
			? [say('plain.quote', {n: filled.length})]
			: lines.filter((line, index) => line.trim() !== '' || (lines[index - 1] ?? '').trim() !== '');
	});

const stateWords = (
	{direction, state, delivery}: Message,
	say: Say,
	number: string,
): readonly string[] => {
	if (direction === 'in' || state === 'sent') return [];
	const error = delivery?.error ?? null;
	return [
		say(`message.${state}`),
		sayDeliveryError(say, error),
		error === null ? '' : sayDeliveryHelp(say, state, number),
	].filter(line => line !== '');
};

const messageWords = (
	message: Message,
	say: Say,
	{number, withQuotes}: {readonly number: string; readonly withQuotes: boolean},
): readonly string[] => [
	...message.notes.map(note => noteText(note, say)),
	...(message.bounce === null ? [] : [bounceText(message, say)]),
	...textWords(message.text, say, withQuotes),
	...message.attachments.map(({name, size: bytes}, index) =>
		say('plain.attachment', {n: index + 1, name, size: size(bytes, say.language)}),
	),
	...stateWords(message, say, number),
];

const authorWords = (entry: Entry, {say, state}: Session): string => {
	const {me} = state();
	if (entry.kind === 'comment')
		return say('plain.comment', {name: nameOf(entry.comment.author, me)});
	const {message} = entry;
	return message.direction === 'in'
		? say('plain.from', {from: message.from.name || message.from.address})
		: say('plain.ours', {
				name: message.author === null ? message.from.address : nameOf(message.author, me),
				to: addressLine(message.to),
			});
};

/** One mail or comment of the conversation: who, when, its place, then all of its text. */
export const entryWords = (
	session: Session,
	{ticket, index, withQuotes}: {ticket: Ticket; index: number; withQuotes: boolean},
): readonly string[] => {
	const {say} = session;
	const entries = conversationOf(ticket);
	const entry = entries[index];
	if (entry === undefined) return [say('plain.noEntry')];
	const head = say('plain.entry', {
		place: index + 1,
		count: entries.length,
		who: authorWords(entry, session),
		time: shortTime(entry.at, Date.now(), say.language),
	});
	return [
		head,
		...(entry.kind === 'comment'
			? textWords(entry.comment.text, say, true)
			: messageWords(entry.message, say, {number: ticket.number, withQuotes})),
	];
};
