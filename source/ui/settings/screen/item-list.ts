import {fit} from '../../look/width.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import {keyOf, type Look} from '../../part/look.ts';
import {paragraph} from '../../part/paragraph.ts';
import type {State} from '../../state/state.ts';
import {currentTab, cursorIn, mayChange, placeIn, shownItems, sourceOf} from '../current.ts';
import {topFor} from '../size.ts';
import type {Column, SettingsTab, Source} from '../tab.ts';

type Place = {
	readonly state: State;
	readonly look: Look;
	readonly width: number;
	readonly height: number;
};

type Fitted = {readonly column: Column<unknown, Source>; readonly width: number};

/** The columns that a width allows; the one without a width takes what the others leave. */
const fitting = (tab: SettingsTab, width: number): readonly Fitted[] => {
	const columns = tab.columns.filter(column => (column.from ?? 0) <= width);
	const used = columns.reduce((sum, column) => sum + column.width + 1, 0);
	return columns.map(column => ({
		column,
		width: column.width === 0 ? Math.max(4, width - used) : column.width,
	}));
};

/** Cells before the first column: cursor, and on or off. */
const leadOf = (tab: SettingsTab): number => (tab.active === undefined ? 3 : 5);

const head = (tab: SettingsTab, {look, width}: Place): Line => {
	const {ellipsis} = look.glyphs;
	const cells = fitting(tab, width - leadOf(tab)).map(({column, width: own}) =>
		fit(look.say(column.label), own, {align: column.align ?? 'start', ellipsis}),
	);
	return fitLine([span(' '.repeat(leadOf(tab))), span(cells.join(' '), 'faint')], width, ellipsis);
};

const signsOf = (tab: SettingsTab, item: unknown, isCursor: boolean, {look}: Place): string => {
	const {glyphs} = look;
	const on = tab.active === undefined ? '' : `${tab.active.is(item) ? glyphs.done : glyphs.none} `;
	return ` ${isCursor ? glyphs.cursor : ' '} ${on}`;
};

const emptyLines = ({state, look, width}: Place): readonly Line[] => {
	const {say, glyphs} = look;
	const isFiltered = placeIn(state).filter !== '';
	const tab = currentTab(state);
	const can = tab.blank !== undefined && mayChange(state) === true;
	const how = isFiltered
		? say('settings.emptyFilter')
		: can
			? say('settings.emptyAdd', {key: keyOf(look, 'addItem', 'settings')})
			: '';
	const what = say(isFiltered ? 'picker.empty' : (tab.empty ?? 'settings.empty'));
	return ['', what, how].map(text =>
		fitLine([span(`   ${text}`, 'faint')], width, glyphs.ellipsis),
	);
};

/** What the tab is for, or why its items cannot be changed by this person. */
const aboutLines = (tab: SettingsTab, {state, look, width}: Place): readonly Line[] => {
	const {say, glyphs} = look;
	const can = state.me === null ? true : mayChange(state);
	const isClosed = can !== true && tab.mayEdit === undefined;
	const own = tab.about === undefined ? '' : say(tab.about);
	const text = isClosed ? `! ${say('settings.readOnly', {why: say(can)})}` : own;
	const role = isClosed ? 'warn' : 'faint';
	return paragraph(text, {width, role, ellipsis: glyphs.ellipsis, most: 2});
};

/** The rows that fit, with the one under the cursor among them. */
const itemRows = (place: Place, room: number): readonly Line[] => {
	const {state, look, width} = place;
	const tab = currentTab(state);
	const source = sourceOf(state);
	const items = shownItems(state);
	const {ellipsis} = look.glyphs;
	const columns = fitting(tab, width - leadOf(tab));
	const cursor = cursorIn(state);
	const top = topFor({line: cursor, height: room, total: items.length});
	return items.slice(top, top + room).map((item, offset) => {
		const isCursor = top + offset === cursor;
		const cells = columns.map(({column, width: own}) =>
			fit(source === null ? '' : column.text(item, {source, say: look.say}), own, {
				align: column.align ?? 'start',
				ellipsis,
			}),
		);
		const isOff = tab.active?.is(item) === false;
		const text = `${signsOf(tab, item, isCursor, place)}${cells.join(' ')}`;
		return fitLine([span(text, isCursor ? 'cursor' : isOff ? 'faint' : 'text')], width, ellipsis);
	});
};

/** The items of the tab: column heads, rows, what the tab is for. Exactly `height` lines. */
export const itemList = (place: Place): readonly Line[] => {
	const {state, width, height} = place;
	const tab = currentTab(state);
	const about = aboutLines(tab, place);
	const room = Math.max(1, height - 1 - about.length);
	const isEmpty = state.me !== null && shownItems(state).length === 0;
	const body = isEmpty ? emptyLines(place) : itemRows(place, room);
	return [
		head(tab, place),
		...Array.from({length: room}, (_, index) => body[index] ?? fitLine([], width, '')),
		...about,
	].slice(0, height);
};
