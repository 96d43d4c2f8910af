import {type TabName, tabs} from '../../domain/list/tab.ts';
import type {TextKey} from '../../language/say.ts';
import {wrongWord} from '../input/wrong-word.ts';
import {rowWords} from './row-words.ts';
import type {PlainState, Session} from './session.ts';

/** As many rows as one listens to without losing the thread. */
const page = 10;

/** Asks for the rows from a place on, and reads them out. */
const read = async (session: Session, from: number): Promise<void> => {
	const {desk, say, tell, state} = session;
	const {query, rows, me} = state();
	const window = await desk.window({query, from, count: page});
	if (!window.ok) return session.refuse(window.problem);
	const {total} = window.value;
	session.put({rows: [...rows.slice(0, window.value.from), ...window.value.rows], total});
	if (total === 0) return tell(say('plain.none'));
	const now = Date.now();
	for (const [index, row] of window.value.rows.entries())
		tell(rowWords(row, window.value.from + index + 1, {say, me, now}));
	const left = total - state().rows.length;
	tell(left > 0 ? say('plain.left', {n: left}) : say('plain.end'));
};

/** What the list shows and how many there are, then its first rows. */
export const firstRows = async (session: Session): Promise<void> => {
	const {say, tell, state} = session;
	const {query} = state();
	session.put({rows: [], ticket: null});
	void session.desk.present(null, false);
	const counted = await session.desk.window({query, from: 0, count: 0});
	if (!counted.ok) return session.refuse(counted.problem);
	const {filter} = query;
	const tab = say(`tab.${query.tab}`);
	tell(say('plain.list', {tab, n: counted.value.total, filter}));
	const unknown = wrongWord(say, filter);
	if (unknown !== null) tell(unknown);
	await read(session, 0);
};

export const moreRows = async (session: Session): Promise<void> => {
	const {rows, total} = session.state();
	if (rows.length === 0) return firstRows(session);
	if (rows.length >= total) return session.tell(session.say('plain.end'));
	await read(session, rows.length);
};

const ask = async (session: Session, query: Partial<PlainState['query']>): Promise<void> => {
	session.put({query: {...session.state().query, ...query}});
	await firstRows(session);
};

/** `/text` filters, `/` alone shows all again. */
export const filtered = (session: Session, text: string): Promise<void> =>
	ask(session, {filter: text.trim()});

/** The tabs with their counts; with a digit or a name, that tab. */
export const tabbed = async (session: Session, wish: string): Promise<void> => {
	const {say, tell, desk, state} = session;
	const wanted = wish.trim().toLowerCase();
	const labelOf = (name: TabName) => say(`tab.${name}` as TextKey);
	const found = tabs.find(
		({name, digit}) =>
			wanted !== '' && (digit === wanted || [name, labelOf(name).toLowerCase()].includes(wanted)),
	);
	if (found !== undefined) return ask(session, {tab: found.name, filter: ''});
	const window = await desk.window({query: state().query, from: 0, count: 0});
	if (!window.ok) return session.refuse(window.problem);
	for (const {name, digit} of tabs)
		tell(say('plain.tab', {digit, tab: labelOf(name), n: window.value.counts[name]}));
	tell(say('plain.tabHow'));
};
