import {fit} from '../../look/width.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import {keyOf, type Look} from '../../part/look.ts';
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

const head = (columns: readonly Fitted[], lead: number, {look, width}: Place): Line =>
	fitLine(
		[
			span(' '.repeat(lead)),
			span(
				columns
					.map(({column, width: cells}) =>
						fit(look.say(column.label), cells, {
							align: column.align ?? 'start',
							ellipsis: look.glyphs.ellipsis,
						}),
					)
					.join(' '),
				'faint',
			),
		],
		width,
		look.glyphs.ellipsis,
	);

const signsOf = (tab: SettingsTab, item: unknown, isCursor: boolean, {look}: Place): string => {
	const {glyphs} = look;
	const on = tab.active === undefined ? '' : `${tab.active.is(item) ? glyphs.done : glyphs.none} `;
	return ` ${isCursor ? glyphs.cursor : ' '} ${on}`;
};

const emptyLines = ({state, look, width}: Place): readonly Line[] => {
	const {say, glyphs} = look;
	const isFiltered = placeIn(state).filter !== '';
	const can = currentTab(state).blank !== undefined && mayChange(state) === true;
	const how = isFiltered
		? say('settings.emptyFilter')
		: can
			? say('settings.emptyAdd', {key: keyOf(look, 'addItem', 'settings')})
			: '';
	return ['', say('settings.empty'), how].map(text =>
		fitLine([span(`   ${text}`, 'faint')], width, glyphs.ellipsis),
	);
};

/** What the tab is for, or why its items cannot be changed by this person. */
const aboutLine = (tab: SettingsTab, {state, look, width}: Place): Line => {
	const {say, glyphs} = look;
	const can = state.me === null ? true : mayChange(state);
	if (can !== true && tab.mayEdit === undefined)
		return fitLine(
			[span(` ! ${say('settings.readOnly', {why: say(can)})}`, 'warn')],
			width,
			glyphs.ellipsis,
		);
	const text = tab.about === undefined ? '' : say(tab.about);
	return fitLine([span(` ${text}`, 'faint')], width, glyphs.ellipsis);
};

/** The items of the tab: column heads, rows, a line about the tab. Exactly `height` lines. */
export const itemList = (place: Place): readonly Line[] => {
	const {state, look, width, height} = place;
	const tab = currentTab(state);
	const source = sourceOf(state);
	const items = shownItems(state);
	const lead = tab.active === undefined ? 3 : 5;
	const columns = fitting(tab, width - lead);
	const room = Math.max(1, height - 2);
	const cursor = cursorIn(state);
	const top = topFor({line: cursor, height: room, total: items.length});
	const rows = items.slice(top, top + room).map((item, offset) => {
		const isCursor = top + offset === cursor;
		const cells = columns.map(({column, width: own}) =>
			fit(source === null ? '' : column.text(item, {source, say: look.say}), own, {
				align: column.align ?? 'start',
				ellipsis: look.glyphs.ellipsis,
			}),
		);
		const isOff = tab.active?.is(item) === false;
		const text = `${signsOf(tab, item, isCursor, place)}${cells.join(' ')}`;
		return fitLine(
			[span(text, isCursor ? 'cursor' : isOff ? 'faint' : 'text')],
			width,
			look.glyphs.ellipsis,
		);
	});
	const body = items.length === 0 && state.me !== null ? emptyLines(place) : rows;
	return [
		head(columns, lead, place),
		...Array.from({length: room}, (_, index) => body[index] ?? fitLine([], width, '')),
		aboutLine(tab, place),
	].slice(0, height);
};
