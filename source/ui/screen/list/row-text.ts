import type {Row} from '../../../desk/desk.ts';
import {initials} from '../../../domain/agent.ts';
import {textWidth} from '../../../domain/text/width.ts';
import {isStarred} from '../../../domain/ticket.ts';
import {age} from '../../../language/age.ts';
import {fit} from '../../look/width.ts';
import {agentInitials} from '../../part/agent-name.ts';
import type {Look} from '../../part/look.ts';
import {shortNumber} from '../../part/number.ts';
import type {State} from '../../state/state.ts';
import {type Column, columnsFor} from './column.ts';

export type RowSigns = {readonly isCursor: boolean; readonly isMarked: boolean};

/** Prio and who may see it have a place each; the star takes the one that is free, that of Prio last. */
const flagSigns = (row: Row, state: State, {glyphs}: Look): string => {
	const owned = row.private !== null ? 'v' : row.personal !== null ? 'p' : ' ';
	const prio = row.prio ? glyphs.prio : ' ';
	if (!isStarred(row, state.me?.agent.login ?? '')) return `${prio}${owned}`;
	return owned === ' ' ? `${prio}${glyphs.star}` : `${glyphs.star}${owned}`;
};

const signs = (row: Row, {isCursor, isMarked}: RowSigns, state: State, look: Look): string => {
	const {glyphs} = look;
	return [
		isCursor ? glyphs.cursor : ' ',
		isMarked ? glyphs.mark : ' ',
		row.unread ? glyphs.unread : ' ',
		flagSigns(row, state, look),
	].join('');
};

const requester = (row: Row, {say}: Look): string =>
	row.masked ? say('field.private') : row.requester.name || row.requester.address;

/** Subject, with what is going on in front of it: where it was merged, a draft, a mail that failed. */
const subject = (row: Row, state: State, {say, glyphs}: Look): string => {
	if (row.masked) return say('row.masked');
	if (row.mergedInto !== undefined)
		return `${glyphs.outgoing} ${shortNumber(row.mergedInto, state.now)} ${row.subject}`;
	const me = state.me?.agent.login ?? '';
	const hasFailed = row.outbox.some(mark => mark.state === 'failed' || mark.state === 'uncertain');
	const prefix = hasFailed
		? `${say('row.failed')} `
		: row.drafts.includes(me)
			? `${say('row.draft')} `
			: '';
	return `${prefix}${row.subject || say('word.noSubject')}`;
};

/** The subject gives way to the initials of colleagues who have the ticket open. */
const subjectCell = (row: Row, width: number, state: State, look: Look): string => {
	const {ellipsis} = look.glyphs;
	const open = row.openBy.length === 0 ? '' : ` [${row.openBy.map(initials).join(' ')}]`;
	const room = width - textWidth(open);
	return room < 8
		? fit(subject(row, state, look), width, {ellipsis})
		: fit(subject(row, state, look), room, {ellipsis}) + open;
};

const cell = (column: Column, row: Row, state: State, look: Look): string => {
	const {say, glyphs} = look;
	const {width} = column;
	const {ellipsis} = glyphs;
	const short = (text: string) => fit(text, width, {ellipsis});
	switch (column.name) {
		case 'number':
			return short(width >= 12 ? row.number : shortNumber(row.number, state.now));
		case 'from':
			return short(requester(row, look));
		case 'subject':
			return subjectCell(row, width, state, look);
		case 'tags':
			return short(row.tags.join(' '));
		case 'messages':
			return fit(row.masked ? '' : String(row.messages), width, {align: 'end', ellipsis});
		case 'queue':
			return short(row.queue ?? '');
		case 'assignee':
			return short(agentInitials(state, row.assignee) || glyphs.none);
		case 'status':
			return short(say(`status.short.${row.status}`));
		case 'age':
			return fit(age(state.now - Date.parse(row.updatedAt), say.language), width, {
				align: 'end',
				ellipsis,
			});
	}
};

const oneLine = (row: Row, marks: RowSigns, state: State, look: Look, width: number): string => {
	const cells = columnsFor(width).map(column => cell(column, row, state, look));
	return fit(`${signs(row, marks, state, look)} ${cells.join(' ')}`, width, {ellipsis: ''});
};

/** A row in two lines, for windows below 60 columns. */
const twoLines = (
	row: Row,
	marks: RowSigns,
	state: State,
	look: Look,
	width: number,
): readonly [string, string] => {
	const {ellipsis} = look.glyphs;
	const old = age(state.now - Date.parse(row.updatedAt), look.say.language);
	const head = `${signs(row, marks, state, look)} ${shortNumber(row.number, state.now)} `;
	const room = Math.max(4, width - textWidth(head) - 6);
	const first = `${head}${fit(requester(row, look), room, {ellipsis})} ${fit(old, 4, {align: 'end'})} `;
	const second = `      ${subjectCell(row, width - 7, state, look)} `;
	return [fit(first, width, {ellipsis: ''}), fit(second, width, {ellipsis: ''})];
};

type Fitted = {readonly key: string; readonly lines: readonly string[]};

const fitted = new Map<string, Fitted>();
const mostFitted = 2000;

/** What a fitted row depends on beside its ticket's revision. */
const keyOf = (row: Row, marks: RowSigns, state: State, look: Look, width: number): string =>
	[
		row.revision,
		width,
		Math.floor(state.now / 60_000),
		marks.isCursor,
		marks.isMarked,
		row.openBy.join(),
		row.masked,
		look.say.language,
		look.isAscii,
	].join('|');

/** The fitted lines of a row: one, or two in a narrow window. Fitted once per revision, width and state. */
export const rowLines = (
	row: Row,
	marks: RowSigns,
	{state, look, width}: {readonly state: State; readonly look: Look; readonly width: number},
): readonly string[] => {
	const key = keyOf(row, marks, state, look, width);
	const known = fitted.get(row.number);
	if (known?.key === key) return known.lines;
	const lines =
		width < 60 && state.size.columns < 60
			? twoLines(row, marks, state, look, width)
			: [oneLine(row, marks, state, look, width)];
	if (fitted.size > mostFitted) fitted.clear();
	fitted.set(row.number, {key, lines});
	return lines;
};
