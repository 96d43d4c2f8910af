import {type Belonging, belongsTo, threadIds} from '../../domain/receive/belongs-to.ts';
import type {ParsedMail} from '../../domain/receive/parsed-mail.ts';
import type {LinkKind, Ticket} from '../../domain/ticket.ts';
import {numbersInSubject} from '../../domain/ticket-number.ts';
import type {Store} from '../../store/store.ts';

/** Longer chains of merges are a circle. */
const mostSteps = 20;

const onward: ReadonlySet<LinkKind> = new Set(['merged-into', 'continued-by']);

/** The ticket in which the conversation of this one goes on; null when it is gone or unreadable. */
export const livingTicket = async (store: Store, number: string): Promise<Ticket | null> => {
	let next = number;
	for (let step = 0; step < mostSteps; step += 1) {
		const read = await store.ticket(next);
		if (!read.ok) return null;
		const link = read.value.links.find(({kind}) => onward.has(kind));
		if (!link) return read.value;
		next = link.number;
	}
	return null;
};

const exists = (ticket: Ticket | null): ticket is Ticket => ticket !== null;

/** Which ticket the mail belongs to, merges followed: the ticket, and whether it only links there. */
export const findTicket = async (
	store: Store,
	mail: ParsedMail,
): Promise<{readonly belonging: Belonging['kind']; readonly ticket: Ticket | null}> => {
	const known = store.byMessageId(threadIds(mail));
	const numbers = numbersInSubject(mail.subject).slice(0, 5);
	const named = await Promise.all(numbers.map(number => livingTicket(store, number)));
	const belonging = belongsTo(mail, {known, named: named.filter(exists)});
	if (belonging.kind === 'new') return {belonging: 'new', ticket: null};
	const ticket = await livingTicket(store, belonging.number);
	return {belonging: ticket ? belonging.kind : 'new', ticket};
};
