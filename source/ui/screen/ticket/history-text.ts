import type {Me} from '../../../desk/desk.ts';
import {editableFields, type HistoryEntry} from '../../../domain/ticket.ts';
import {isTextKey, type Say} from '../../../language/say.ts';
import {longTime} from '../../../language/when.ts';
import {agentName} from '../../part/agent-name.ts';

/** What an entry is put into words with. */
export type Words = {
	readonly say: Say;
	readonly me: Me | null;
	/** Stands for a value that is nothing. */
	readonly none: string;
	/** Stands between the value before and the one after. */
	readonly between: string;
};

/** Fields whose values are `on` and `off` in the audit trail. */
const switches: ReadonlySet<string> = new Set(['unread', 'prio', 'personal', 'private']);

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u;

/** A value of the audit trail in words: a status, a date, on and off, a name; else as it stands. */
const valueText = (what: string, value: string | undefined, {say, me, none}: Words): string => {
	if (value === undefined || value === '' || value === 'null') return none;
	if (what === 'status' && isTextKey(`status.${value}`)) return say(`status.${value}` as never);
	if (switches.has(what)) return say(value === 'on' ? 'word.on' : 'word.off');
	if (iso.test(value)) return longTime(value, say.language);
	return what === 'assignee' ? agentName({me}, value) : value;
};

/** Of a field even a side that is nothing is said. */
const isField = ({what, from, to}: HistoryEntry): boolean =>
	(from !== undefined && to !== undefined) || editableFields.some(field => field === what);

/** Why no automatic answer went out, with what it hangs on: a variable, a header, a time. */
const noAnswerText = ({from = '', to = ''}: HistoryEntry, {say}: Words): string => {
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

/** What an entry of the audit trail says. */
export const historyText = (entry: HistoryEntry, words: Words): string => {
	if (entry.what === 'no-answer') return noAnswerText(entry, words);
	const key = `history.${entry.what}`;
	const what = isTextKey(key) ? words.say(key) : entry.what;
	if (namesTicket.has(entry.what)) return `${what} #${entry.to ?? entry.from ?? ''}`;
	if (entry.what === 'rule') return `${what}: ${entry.to ?? ''}`;
	if (!isField(entry)) return what;
	const from = valueText(entry.what, entry.from, words);
	const to = valueText(entry.what, entry.to, words);
	return `${what}: ${from} ${words.between} ${to}`;
};
