import type {Row} from '../../../desk/desk.ts';
import {initials} from '../../../domain/agent.ts';
import {textWidth} from '../../../domain/text/width.ts';
import {isStarred} from '../../../domain/ticket.ts';
import {age} from '../../../language/age.ts';
import {fit} from '../../look/width.ts';
import {agentInitials} from '../../part/agent-name.ts';
import type {Look} from '../../part/look.ts';
import {shortNumber} from '../../part/number.ts';
import {shapeOf} from '../../state/geometry.ts';
import type {State} from '../../state/state.ts';
import {type Column, columnsFor} from './column.ts';

export type RowSigns = {readonly isCursor: boolean; readonly isMarked: boolean};

type Place = {readonly state: State; readonly look: Look; readonly width: number};

/** Prio and who may see it have a place each; a star takes the free one, that of Prio last. */
const flagSigns = (row: Row, {state, look: {glyphs}}: Place): string => {
	const owned = row.private !== null ? 'v' : row.personal !== null ? 'p' : ' ';
	const prio = row.prio ? glyphs.prio : ' ';
	if (!isStarred(row, state.me?.agent.login ?? '')) return `${prio}${owned}`;
	return owned === ' ' ? `${prio}${glyphs.star}` : `${glyphs.star}${owned}`;
};

const signs = (row: Row, {isCursor, isMarked}: RowSigns, place: Place): string => {
	const {glyphs} = place.look;
	return [
		isCursor ? glyphs.cursor : ' ',
		isMarked ? glyphs.mark : ' ',
		row.unread ? glyphs.unread : ' ',
		flagSigns(row, place),
	].join('');
};

const requester = (row: Row, {say}: Look): string =>
	row.masked ? say('field.private') : row.requester.name || row.requester.address;

/** Subject, with what is going on in front of it: where it was merged, a draft, a mail that failed. */
const subject = (row: Row, {state, look: {say, glyphs}}: Place): string => {
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
const subjectCell = (row: Row, width: number, place: Place): string => {
	const {ellipsis} = place.look.glyphs;
	const open = row.openBy.length === 0 ? '' : ` [${row.openBy.map(initials).join(' ')}]`;
	const room = width - textWidth(open);
	return room < 8
		? fit(subject(row, place), width, {ellipsis})
		: fit(subject(row, place), room, {ellipsis}) + open;
};

const cell = (column: Column, row: Row, place: Place): string => {
	const {state, look} = place;
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
			return subjectCell(row, width, place);
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

const oneLine = (row: Row, marks: RowSigns, place: Place): string => {
	const {width} = place;
	const cells = columnsFor(width).map(column => cell(column, row, place));
	return fit(`${signs(row, marks, place)} ${cells.join(' ')}`, width, {ellipsis: ''});
};

/** A row in two lines, for windows below 60 columns. */
const twoLines = (row: Row, marks: RowSigns, place: Place): readonly [string, string] => {
	const {state, look, width} = place;
	const {ellipsis} = look.glyphs;
	const old = age(state.now - Date.parse(row.updatedAt), look.say.language);
	const head = `${signs(row, marks, place)} ${shortNumber(row.number, state.now)} `;
	const room = Math.max(4, width - textWidth(head) - 6);
	const first = `${head}${fit(requester(row, look), room, {ellipsis})} ${fit(old, 4, {align: 'end'})} `;
	const second = `      ${subjectCell(row, width - 7, place)} `;
	return [fit(first, width, {ellipsis: ''}), fit(second, width, {ellipsis: ''})];
};

type Fitted = {readonly key: string; readonly lines: readonly string[]};

const fitted = new Map<string, Fitted>();
const mostFitted = 2000;

/** What a fitted row depends on beside its ticket's revision. */
const keyOf = (row: Row, marks: RowSigns, {state, look, width}: Place): string =>
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

/**
 * The fitted lines of a row: one, or two in a narrow window. They are kept until the row, its signs,
 * the width or the minute changes: a key that moves the cursor fits two rows, however many are shown.
 */
export const rowLines = (row: Row, marks: RowSigns, place: Place): readonly string[] => {
	const key = keyOf(row, marks, place);
	const known = fitted.get(row.number);
	if (known?.key === key) return known.lines;
	const lines =
		shapeOf(place.state.size) === 'narrow'
			? twoLines(row, marks, place)
			: [oneLine(row, marks, place)];
	if (fitted.size > mostFitted) fitted.clear();
	fitted.set(row.number, {key, lines});
	return lines;
};
