import {Fragment} from 'react';
import type {Row} from '../../../desk/desk.ts';
import type {Role} from '../../look/theme.ts';
import {fitLine, span} from '../../part/line.ts';
import {Lines, LineView, RowView} from '../../part/line-view.tsx';
import type {Look} from '../../part/look.ts';
import {keepVisible, shapeOf} from '../../state/geometry.ts';
import {rowAt} from '../../state/list.ts';
import type {State} from '../../state/state.ts';
import {columnHead, emptyList} from './list-lines.ts';
import {type RowSigns, rowLines} from './row-text.ts';

type Place = {readonly state: State; readonly look: Look; readonly width: number};

const roleOf = (row: Row, signs: RowSigns, state: State): Role => {
	if (signs.isCursor && state.pane === 'list') return 'cursor';
	if (signs.isMarked) return 'mark';
	if (row.masked) return 'faint';
	return row.unread ? 'unread' : 'text';
};

const RowLines = ({row, index, place}: {row: Row; index: number; place: Place}) => {
	const {state, look} = place;
	const signs = {
		isCursor: index === state.list.cursor,
		isMarked: state.marks.selection.marked.has(row.number),
	};
	const role = roleOf(row, signs, state);
	const [first = '', second] = rowLines(row, signs, place);
	return (
		<Fragment>
			<RowView text={first} role={role} theme={look.theme} />
			{second === undefined ? null : <RowView text={second} role={role} theme={look.theme} />}
		</Fragment>
	);
};

/** A row that has not come yet: the place is there, so that the cursor can go ahead of the desk. */
const Pending = ({place}: {place: Place}) => {
	const {look, width} = place;
	const dots = look.glyphs.rest.repeat(3);
	return (
		<LineView line={fitLine([span(`      ${dots}`, 'faint')], width, '')} theme={look.theme} />
	);
};

/** The rows on the screen and no others: their number follows from the window, not from the list. */
export const ListPane = ({state, look, width, height}: Place & {readonly height: number}) => {
	const {list} = state;
	const place = {state, look, width};
	const isNarrow = shapeOf(state.size) === 'narrow';
	const head = isNarrow ? [] : [columnHead(look, width)];
	const room = height - head.length;
	if (list.total === 0 || (list.rows.length === 0 && !list.loaded))
		return <Lines lines={emptyList(state, look, {width, height})} theme={look.theme} />;
	const fitting = Math.max(1, isNarrow ? Math.floor(room / 2) : room);
	const top = keepVisible({
		top: list.top,
		line: list.cursor,
		height: fitting,
		total: list.total,
	});
	const count = Math.min(fitting, list.total - top);
	const indexes = Array.from({length: count}, (_, offset) => top + offset);
	const blank = Math.max(0, room - count * (isNarrow ? 2 : 1));
	return (
		<>
			<Lines lines={head} theme={look.theme} />
			{indexes.map(index => {
				const row = rowAt(list, index);
				return row === undefined ? (
					<Pending key={index} place={place} />
				) : (
					<RowLines key={row.number} row={row} index={index} place={place} />
				);
			})}
			<Lines lines={Array.from({length: blank}, () => fitLine([], width, ''))} theme={look.theme} />
		</>
	);
};
