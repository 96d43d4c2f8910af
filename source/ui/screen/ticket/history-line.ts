import {editableFields, type HistoryEntry, type Ticket} from '../../../domain/ticket.ts';
import {isTextKey} from '../../../language/say.ts';
import {longTime, shortTime} from '../../../language/when.ts';
import {fit} from '../../look/width.ts';
import {agentInitials, agentName} from '../../part/agent-name.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import type {Look} from '../../part/look.ts';
import type {State} from '../../state/state.ts';

type Place = {readonly state: State; readonly look: Look; readonly width: number};

/** Fields whose values are `on` and `off` in the audit trail. */
const switches: ReadonlySet<string> = new Set(['unread', 'prio', 'personal', 'private']);

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u;

/** A value of the audit trail in words: a status, a date, on and off, a name; else as it stands. */
const valueText = (what: string, value: string | undefined, {state, look}: Place): string => {
	const {say} = look;
	if (value === undefined || value === '' || value === 'null') return look.glyphs.none;
	if (what === 'status' && isTextKey(`status.${value}`)) return say(`status.${value}` as never);
	if (switches.has(what)) return say(value === 'on' ? 'word.on' : 'word.off');
	if (iso.test(value)) return longTime(value, say.language);
	return what === 'assignee' ? agentName(state, value) : value;
};

/** Of a field even a side that is nothing is said. */
const isField = ({what, from, to}: HistoryEntry): boolean =>
	(from !== undefined && to !== undefined) || editableFields.some(field => field === what);

/** Why no automatic answer went out, with what it hangs on: a variable, a header, a time. */
const noAnswerText = ({from = '', to = ''}: HistoryEntry, {look: {say}}: Place): string => {
	const key = `no-answer.${to}`;
	const reason = isTextKey(key) ? say(key) : to;
	const detail = iso.test(from) ? longTime(from, say.language) : from;
	return [`${say('history.no-answer')}: ${reason}`, detail].filter(part => part !== '').join(' ');
};

/** Events whose one value is the number of another ticket. */
const namesTicket: ReadonlySet<string> = new Set([
	'link',
	'unlink',
	'merge-into',
	'merge-from',
	'unmerge-to',
	'unmerge-from',
	'split-to',
	'split-from',
	'continues',
	'continued-by',
]);

const whatText = (entry: HistoryEntry, place: Place): string => {
	if (entry.what === 'no-answer') return noAnswerText(entry, place);
	const key = `history.${entry.what}`;
	const what = isTextKey(key) ? place.look.say(key) : entry.what;
	if (namesTicket.has(entry.what)) return `${what} #${entry.to ?? entry.from ?? ''}`;
	if (entry.what === 'rule') return `${what}: ${entry.to ?? ''}`;
	if (!isField(entry)) return what;
	const from = valueText(entry.what, entry.from, place);
	const to = valueText(entry.what, entry.to, place);
	return `${what}: ${from} ${place.look.glyphs.outgoing} ${to}`;
};

/** One change of the ticket: when, who, what. The newest stands first. */
export const historyLine = (ticket: Ticket, index: number, place: Place): Line => {
	const entry = ticket.history.at(-1 - index);
	const {state, look, width} = place;
	if (entry === undefined) return fitLine([], width, '');
	const {ellipsis} = look.glyphs;
	const isNarrow = width < 60;
	const time = isNarrow
		? fit(shortTime(entry.at, state.now, look.say.language), 11, {ellipsis: ''})
		: fit(longTime(entry.at, look.say.language), 23, {ellipsis: ''});
	const who = isNarrow
		? fit(agentInitials(state, entry.by), 2)
		: fit(agentName(state, entry.by), 18, {ellipsis});
	return fitLine(
		[span(` ${time} `, 'faint'), span(`${who} `), span(whatText(entry, place))],
		width,
		ellipsis,
	);
};
