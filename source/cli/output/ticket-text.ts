import {cleanLine, cleanLines} from '../../domain/clean-input.ts';
import {conversationOf, type Entry} from '../../domain/conversation.ts';
import type {Message} from '../../domain/message.ts';
import type {Ticket} from '../../domain/ticket.ts';
import {sayDeliveryError, sayDeliveryHelp} from '../../language/delivery.ts';
import {size} from '../../language/size.ts';
import {longTime} from '../../language/when.ts';
import {addressLine} from '../../ui/compose/address-line.ts';
import type {Call} from '../command.ts';

type Field = readonly [label: string, value: string | null];

const filled = (fields: readonly Field[]): readonly string[] =>
	fields
		.filter(([, value]) => value !== null && value !== '')
		.map(([label, value]) => `${label}: ${cleanLine(value ?? '')}`);

const flagsOf = ({say}: Call, ticket: Ticket): string =>
	[
		...(ticket.prio ? [say('field.prio')] : []),
		...(ticket.personal === null ? [] : [say('field.personal')]),
		...(ticket.private === null ? [] : [say('field.private')]),
		...ticket.tags.filter(tag => tag !== 'Prio'),
	].join(', ');

const headOf = (call: Call, ticket: Ticket): readonly string[] => {
	const {say, language} = call;
	const {snoozedUntil} = ticket;
	return [
		`#${ticket.number}  ${cleanLine(ticket.subject)}`,
		...filled([
			[say('field.status'), say(`status.${ticket.status}`)],
			[say('field.requester'), addressLine([ticket.requester])],
			[say('field.queue'), ticket.queue],
			[say('field.project'), ticket.project],
			[say('field.assignee'), ticket.assignee],
			[say('field.tags'), flagsOf(call, ticket)],
			[say('field.snoozedUntil'), snoozedUntil && longTime(snoozedUntil, language)],
			...ticket.links.map(({kind, number}): Field => [say(`link.${kind}`), `#${number}`]),
		]),
	];
};

const messageLines = (
	call: Call,
	message: Message,
	{place, number}: {readonly place: number; readonly number: string},
): readonly string[] => {
	const {say, language} = call;
	const state = say(`cli.show.${message.state}`);
	const error = message.delivery?.error ?? null;
	const help = error === null || message.state === 'sent' ? '' : message.state;
	return [
		`── ${place} ── ${longTime(message.receivedAt, language)} ── ${state}`,
		...filled([
			[say('field.from'), addressLine([message.from])],
			[say('field.to'), addressLine(message.to)],
			[say('field.cc'), addressLine(message.cc)],
			[say('field.subject'), message.subject],
			[say('cli.outbox.error'), sayDeliveryError(say, error)],
			[say('cli.show.help'), sayDeliveryHelp(say, help, number)],
			...message.attachments.map(
				(file, index): Field => [
					say('field.attachments'),
					`${place}.${index + 1} ${file.name} (${size(file.size, language)})`,
				],
			),
		]),
		'',
		cleanLines(message.text).trimEnd(),
	];
};

const entryLines = (call: Call, ticket: Ticket, entry: Entry): readonly string[] => {
	if (entry.kind === 'message')
		return messageLines(call, entry.message, {
			place: ticket.messages.indexOf(entry.message) + 1,
			number: ticket.number,
		});
	const {author, at, text} = entry.comment;
	const head = `── ${call.say('cli.show.comment')} ── ${longTime(at, call.language)} ── ${author}`;
	return [head, '', cleanLines(text).trimEnd()];
};

/** A ticket as text: its fields, then mails and comments in their order, mails with their place. */
export const ticketText = (call: Call, ticket: Ticket, {masked}: {readonly masked: boolean}) =>
	[
		...headOf(call, masked ? {...ticket, subject: call.say('row.masked')} : ticket),
		...conversationOf(ticket).flatMap(entry => ['', ...entryLines(call, ticket, entry)]),
	].join('\n');
