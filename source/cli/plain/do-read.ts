import {conversationOf} from '../../domain/conversation.ts';
import {shortTime} from '../../language/when.ts';
import {historyText} from '../../ui/screen/ticket/history-text.ts';
import {moreRows} from './do-list.ts';
import {nameOf} from './row-words.ts';
import type {Session} from './session.ts';
import {entryWords, headWords} from './ticket-words.ts';

/** Reads the mail or comment that stands at the state's place. */
const readEntry = (session: Session, withQuotes = false): void => {
	const {ticket, entry} = session.state();
	if (ticket === null) return;
	for (const line of entryWords(session, {ticket, index: entry, withQuotes})) session.tell(line);
};

/** The ticket as it is now; null after its problem was said. */
export const reload = async (session: Session, number: string) => {
	const found = await session.desk.ticket(number);
	if (!found.ok) {
		session.refuse(found.problem);
		return null;
	}
	session.put({ticket: found.value});
	return found.value;
};

/** Opens a ticket: what it is, then its newest mail or comment. It counts as read, as on the screen. */
export const openTicket = async (session: Session, number: string): Promise<void> => {
	const ticket = await reload(session, number);
	if (ticket === null) return;
	void session.desk.present(number, false);
	session.put({entry: conversationOf(ticket).length - 1});
	for (const line of headWords(ticket, session, Date.now())) session.tell(line);
	readEntry(session);
	const rights = session.state().me.rights;
	if (ticket.unread && rights.includes('tickets.edit'))
		await session.desk.perform([{id: crypto.randomUUID(), number, action: 'read', input: {}}]);
};

/** Opens the row that was read out under this number. */
export const openRow = async (session: Session, place: number): Promise<void> => {
	const row = session.state().rows[place - 1];
	if (row === undefined) return session.tell(session.say('plain.noRow', {place}));
	await openTicket(session, row.number);
};

export const readAgain = async (session: Session, withQuotes: boolean): Promise<void> => {
	const {ticket} = session.state();
	if (ticket !== null && (await reload(session, ticket.number)) !== null)
		readEntry(session, withQuotes);
};

/** The mail or comment before or after the one that was read. */
export const entryBeside = (session: Session, by: number): void => {
	const {ticket, entry} = session.state();
	if (ticket === null) return;
	const next = entry + by;
	const isThere = next >= 0 && next < conversationOf(ticket).length;
	if (isThere) session.put({entry: next});
	if (isThere) readEntry(session);
	else session.tell(session.say('plain.noEntry'));
};

/** Who did what to the ticket, the newest first; a number behind the letter says how many. */
export const readHistory = (session: Session, wish: string): void => {
	const {say, tell, state} = session;
	const {ticket, me} = state();
	if (ticket === null) return;
	const count = Number(wish) || 20;
	const words = {say, me, none: say('plain.nothing'), between: say('plain.then')};
	for (const entry of ticket.history.slice(-count).toReversed()) {
		const time = shortTime(entry.at, Date.now(), say.language);
		tell(say('plain.change', {time, by: nameOf(entry.by, me), what: historyText(entry, words)}));
	}
	const left = ticket.history.length - count;
	if (left > 0) tell(say('plain.moreHistory', {n: left, count: ticket.history.length}));
};

/** The ticket before or after the open one in the list; rows that were not read yet are asked for. */
export const ticketBeside = async (session: Session, by: number): Promise<void> => {
	const {state, say, tell} = session;
	const {rows, ticket, total} = state();
	const index = rows.findIndex(({number}) => number === ticket?.number) + by;
	if (index >= rows.length && rows.length < total) await moreRows(session);
	const row = state().rows[index];
	if (row === undefined || index < 0) return tell(say('plain.noTicket'));
	await openTicket(session, row.number);
};
