import type {Me, Row} from '../../desk/desk.ts';
import {isStarred, type Ticket} from '../../domain/ticket.ts';
import {ago} from '../../language/ago.ts';
import type {Say} from '../../language/say.ts';

export const nameOf = (login: string, {agents}: Me): string =>
	agents.find(agent => agent.login === login)?.name ?? login;

type Shared = Pick<Row & Ticket, 'status' | 'queue' | 'assignee' | 'prio' | 'personal' | 'private'>;

/** Status, flags, queue and who has it, in words. */
export const factsOf = (ticket: Shared, say: Say, me: Me): readonly string[] => [
	say(`status.${ticket.status}`),
	ticket.prio ? say('field.prio') : '',
	ticket.personal === null ? '' : say('field.personal'),
	ticket.private === null ? '' : say('field.private'),
	ticket.queue === null ? '' : say('plain.queue', {queue: ticket.queue}),
	ticket.assignee === null
		? say('word.unassigned')
		: say('plain.assignee', {name: nameOf(ticket.assignee, me)}),
];

export const listed = (parts: readonly string[]): string =>
	parts.filter(part => part !== '').join(', ');

/** A row as a sentence: its place, who, what, and everything that the screen shows by signs. */
export const rowWords = (
	row: Row,
	place: number,
	{say, me, now}: {readonly say: Say; readonly me: Me; readonly now: number},
): string => {
	const hasFailed = row.outbox.some(({state}) => state === 'failed' || state === 'uncertain');
	return say('plain.row', {
		place,
		from: row.masked ? say('field.private') : row.requester.name || row.requester.address,
		subject: row.masked ? say('row.masked') : row.subject || say('word.noSubject'),
		facts: listed([
			row.unread ? say('plain.unread') : '',
			isStarred(row, me.agent.login) ? say('field.star') : '',
			hasFailed ? say('plain.unsent') : '',
			row.drafts.includes(me.agent.login) ? say('plain.withDraft') : '',
			...factsOf(row, say, me),
			say('count.messages', {n: row.messages}),
			row.openBy.length === 0 ? '' : say('ticket.viewing', {names: row.openBy.join(', ')}),
			ago(now - Date.parse(row.updatedAt), say.language),
		]),
	});
};
