import {addressKey} from '../address.ts';
import {participants} from '../reply/recipients.ts';
import type {Ticket} from '../ticket.ts';
import type {ParsedMail} from './parsed-mail.ts';

/** Which ticket a mail continues (product.md §8). */
export type Belonging =
	| {readonly kind: 'follow-up'; readonly number: string}
	/** The subject names a ticket that the sender has no part in: a new one, linked to it. */
	| {readonly kind: 'stranger'; readonly number: string}
	| {readonly kind: 'new'};

/**
 * The Message-IDs by which a mail names its thread, the most telling first: what a bounce returned,
 * what it answers, then the references from the newest back.
 */
export const threadIds = (
	mail: Pick<ParsedMail, 'inReplyTo' | 'references' | 'bounce'>,
): readonly string[] => {
	const named = [mail.bounce?.of ?? '', mail.inReplyTo ?? '', ...mail.references.toReversed()];
	return [...new Set(named.filter(id => id !== ''))];
};

/** A bounce comes from a mail system; who took part is the address that it speaks of. */
const author = (mail: Pick<ParsedMail, 'from' | 'bounce'>): string =>
	addressKey(mail.bounce ? mail.bounce.address : mail.from.address);

const takesPart = (mail: Pick<ParsedMail, 'from' | 'bounce'>, ticket: Ticket): boolean => {
	const key = author(mail);
	return key !== '' && participants(ticket.messages, ticket.requester).has(key);
};

/**
 * Decides by the references first, then by the numbers in the subject. `known` are the tickets of
 * `threadIds`, `named` those tickets of the subject's numbers that exist, in their order there.
 */
export const belongsTo = (
	mail: Pick<ParsedMail, 'inReplyTo' | 'references' | 'bounce' | 'from'>,
	{known, named}: {readonly known: ReadonlyMap<string, string>; readonly named: readonly Ticket[]},
): Belonging => {
	for (const id of threadIds(mail)) {
		const number = known.get(id);
		if (number !== undefined) return {kind: 'follow-up', number};
	}
	const own = named.find(ticket => takesPart(mail, ticket));
	if (own) return {kind: 'follow-up', number: own.number};
	const [first] = named;
	return first ? {kind: 'stranger', number: first.number} : {kind: 'new'};
};
