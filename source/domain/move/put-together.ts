import type {Draft, Message} from '../message.ts';
import type {Comment, Ticket} from '../ticket.ts';

/** By id; of two with the same id the first one stays. */
const once = <Thing extends {readonly id: string}>(things: readonly Thing[]): readonly Thing[] => {
	const known = new Set<string>();
	return things.filter(({id}) => {
		const isNew = !known.has(id);
		known.add(id);
		return isNew;
	});
};

const byTime = <Thing>(things: readonly Thing[], timeOf: (thing: Thing) => string) =>
	things.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));

/** Mails of two tickets in the order in which they came. */
export const joinMessages = (...lists: ReadonlyArray<readonly Message[]>): readonly Message[] =>
	byTime(once(lists.flat()), message => message.receivedAt);

export const joinComments = (...lists: ReadonlyArray<readonly Comment[]>): readonly Comment[] =>
	byTime(once(lists.flat()), comment => comment.at);

/**
 * A draft among other mails than those it was begun with. Its writer has seen what he had seen: the
 * guard before sending counts from the first mail that he had not. Who moves the mails knows them.
 */
export const draftAmong = (
	draft: Draft,
	{
		before,
		after,
		by,
	}: {readonly before: readonly Message[]; readonly after: readonly Message[]; readonly by: string},
): Draft => {
	const seen = new Set(before.slice(0, draft.seenMessages).map(message => message.id));
	const isUpToDate = draft.seenMessages >= before.length;
	const firstNew = after.findIndex(message => !seen.has(message.id));
	const counted = firstNew < 0 || (isUpToDate && draft.agent === by) ? after.length : firstNew;
	return {...draft, seenMessages: counted};
};

/** Drafts of two tickets; the newer one where both have it. */
export const joinDrafts = (...lists: ReadonlyArray<readonly Draft[]>): readonly Draft[] =>
	once(lists.flat().toSorted((a, b) => (a.updatedAt > b.updatedAt ? -1 : 1)));

/** The ticket with these mails, its drafts counted anew. */
export const withMessages = (
	ticket: Ticket,
	messages: readonly Message[],
	by: string,
): Pick<Ticket, 'messages' | 'drafts'> => ({
	messages,
	drafts: ticket.drafts.map(draft =>
		draftAmong(draft, {before: ticket.messages, after: messages, by}),
	),
});
