import {addressKey} from '../address.ts';
import type {Draft} from '../message.ts';
import {writtenText} from '../quote.ts';
import {unfilledIn} from '../template/template.ts';
import type {Ticket} from '../ticket.ts';
import {bareSubject} from './mail-subject.ts';
import {participants} from './recipients.ts';

/**
 * What the review before sending points out. Only `recipient-missing` and `variables-unfilled`
 * forbid sending.
 */
export type ReplyFinding =
	| {readonly name: 'recipient-missing' | 'subject-empty' | 'text-empty'}
	| {readonly name: 'variables-unfilled'; readonly variables: readonly string[]}
	| {readonly name: 'attachment-missing'; readonly word: string}
	| {readonly name: 'many-recipients'; readonly count: number}
	| {readonly name: 'new-recipients'; readonly addresses: readonly string[]};

const most = 5;

const attachmentWord =
	/(?<!\p{L})(?:anhang|anhänge|anhängen|anlage|anlagen|anbei|angehängt\p{L}*|angefügt\p{L}*|beigefügt\p{L}*|beiliegend\p{L}*|attached|attachments?|enclosed|enclosures?)(?!\p{L})/iu;

/** Looks an answer over: attachment promised but missing, empty parts, many or new recipients. */
export const checkReply = (
	draft: Draft,
	{ticket, own}: {readonly ticket: Ticket; readonly own: readonly string[]},
): readonly ReplyFinding[] => {
	const findings: ReplyFinding[] = [];
	const recipients = [...draft.to, ...draft.cc, ...draft.bcc];
	if (recipients.length === 0) findings.push({name: 'recipient-missing'});
	if (bareSubject(draft.subject, ticket.number) === '') findings.push({name: 'subject-empty'});
	const written = writtenText(draft.text);
	if (written === '') findings.push({name: 'text-empty'});
	const variables = unfilledIn(draft.text);
	if (variables.length > 0) findings.push({name: 'variables-unfilled', variables});
	const word = attachmentWord.exec(written)?.[0];
	const isAttached = draft.attachments.length > 0 || draft.original === 'eml';
	if (word && !isAttached) findings.push({name: 'attachment-missing', word});
	if (recipients.length > most) findings.push({name: 'many-recipients', count: recipients.length});
	const known = new Set([
		...participants(ticket.messages, ticket.requester),
		...own.map(addressKey),
	]);
	const added = recipients.filter(one => !known.has(addressKey(one.address)));
	// In a ticket that begins with this mail everybody is new.
	if (added.length > 0 && ticket.messages.length > 0)
		findings.push({name: 'new-recipients', addresses: added.map(one => one.address)});
	return findings;
};
