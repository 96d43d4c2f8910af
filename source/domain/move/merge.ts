import {recordChange} from '../change/record-change.ts';
import {fail, ok, type Result} from '../result.ts';
import type {Status} from '../status.ts';
import {withTags} from '../tag.ts';
import type {Moved, Ticket} from '../ticket.ts';
import {mergedInto} from './merged.ts';
import {draftAmong, joinComments, joinDrafts, joinMessages, withMessages} from './put-together.ts';
import {backOf} from './take-back.ts';

type Moment = {readonly now: string; readonly by: string};

const ids = (things: ReadonlyArray<{readonly id: string}>): readonly string[] =>
	things.map(({id}) => id);

/**
 * The first of three steps of a merge: the ticket says where it goes, and stands still from now on;
 * its mails are in it yet. Problems: `mail-waiting` while one is being sent, `ticket-merged`.
 */
export const markMerged = (ticket: Ticket, into: string, {now, by}: Moment): Result<Ticket> => {
	const already = mergedInto(ticket);
	if (already !== null || ticket.taking !== undefined)
		return fail('ticket-merged', {number: ticket.number, into: already ?? into});
	if (ticket.messages.some(message => message.state === 'sending'))
		return fail('mail-waiting', {number: ticket.number});
	const closed: Ticket = {...ticket, status: 'completed', unread: false, snoozedUntil: null};
	const moved: Moved = {
		messages: ids(ticket.messages),
		comments: ids(ticket.comments),
		drafts: ids(ticket.drafts),
		back: backOf(ticket, closed),
	};
	return ok({
		...closed,
		links: [...ticket.links, {kind: 'merged-into', number: into, moved}],
		history: [...ticket.history, {at: now, by, what: 'merge-into', to: into}],
	});
};

const dormant: ReadonlySet<Status> = new Set(['waiting_customer', 'completed', 'trash']);

/** What was to be done in the merged ticket is to be done in the other one now. */
const awake = (ticket: Ticket, from: Ticket): Ticket => {
	const was = from.links
		.find(({kind}) => kind === 'merged-into')
		?.moved?.back.find(({field}) => field === 'status')?.from;
	const isOurs = was === 'new' || was === 'open';
	return isOurs && dormant.has(ticket.status) ? {...ticket, status: was} : ticket;
};

const withMarks = (ticket: Ticket, from: Ticket): Ticket => ({
	...awake(withTags(ticket, [...ticket.tags, ...from.tags]), from),
	private: ticket.private ?? from.private,
});

/** The second step: the other ticket has everything. Repeating it changes nothing more. */
export const takeMerged = (ticket: Ticket, from: Ticket, {now, by}: Moment): Ticket => {
	const messages = joinMessages(ticket.messages, from.messages);
	const own = withMessages(ticket, messages, by);
	const theirs = from.drafts.map(draft =>
		draftAmong(draft, {before: from.messages, after: messages, by}),
	);
	const known = ticket.links.find(
		({kind, number}) => kind === 'merged-from' && number === from.number,
	);
	const marked = known ? ticket : withMarks(ticket, from);
	const moved: Moved = {
		messages: ids(from.messages),
		comments: ids(from.comments),
		drafts: ids(from.drafts),
		back: known?.moved?.back ?? backOf(ticket, marked),
		updatedAt: known?.moved?.updatedAt ?? ticket.updatedAt,
	};
	const line = {at: now, by, what: 'merge-from', from: from.number};
	const taken: Ticket = {
		...marked,
		messages,
		drafts: joinDrafts(own.drafts, theirs),
		comments: joinComments(ticket.comments, from.comments),
		links: [
			...ticket.links.filter(link => link !== known),
			{kind: 'merged-from', number: from.number, moved},
		],
		history: known ? ticket.history : [...ticket.history, line],
	};
	const recorded = recordChange(ticket, taken, {now, by});
	return {
		...recorded,
		updatedAt: [ticket.updatedAt, from.updatedAt].toSorted().at(-1) ?? now,
	};
};

/** The last step: the merged ticket is an empty sign that points on. */
export const emptyMerged = (ticket: Ticket): Ticket => ({
	...ticket,
	messages: [],
	comments: [],
	drafts: [],
});
