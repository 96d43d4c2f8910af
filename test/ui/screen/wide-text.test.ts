import '../environment.ts';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lineText, lineWidth} from '../../../source/ui/part/line.ts';
import {rule} from '../../../source/ui/part/look.ts';
import {emptyList} from '../../../source/ui/screen/list/list-lines.ts';
import {palettePanel} from '../../../source/ui/screen/overlay/palette-panel.ts';
import {panelLines} from '../../../source/ui/screen/panel.ts';
import {ticketPane} from '../../../source/ui/screen/ticket/ticket-pane.ts';
import {createPureScreen, type PureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

const open = () => createPureScreen(answers, {columns: 80, rows: 24, language: 'en'});

test('a rule with a title of wide characters is as long as the line', () => {
	assert.equal(lineWidth(rule(open().look, 40, '株式会社サンプル')), 40);
});

test('what an empty list says of a filter in wide characters stands in the middle', () => {
	const {state, look, dispatch} = open();
	dispatch({type: 'list-asked', query: {filter: '請求書について'}});
	dispatch({
		type: 'list-came',
		window: {...answers.window, query: state().list.query, rows: [], total: 0},
		asked: null,
	});
	const lines = emptyList(state(), look, {width: 80, height: 12}).map(lineText);
	const line = lines.find(text => text.includes('請求書')) ?? '';
	const left = line.length - line.trimStart().length;
	const right = line.length - line.trimEnd().length;
	assert.ok(Math.abs(left - right) <= 1, `"${line}"`);
});

test('an open mail shows the whole name of an author in wide characters', () => {
	const {state, look, dispatch} = open();
	dispatch({type: 'ticket-opened', number: '202611220001', pane: 'ticket'});
	const {ticket} = state();
	assert.ok(ticket);
	const head = ticketPane(ticket, {state: state(), look, width: 80, height: 20})[3] ?? [];
	assert.match(lineText(head), /株式会社サンプル/u);
});

const cursorIn = ({state, look}: PureScreen): string | undefined => {
	const {overlay} = state();
	const place = {state: state(), look, width: 80, height: 20};
	const lines =
		overlay?.kind === 'palette' ? palettePanel(overlay, place) : panelLines(state(), look);
	return lines.flat().find(part => part.role === 'cursor' && part.text.length === 1)?.text;
};

test('the cursor of the palette and of a path stands where the next letter goes', () => {
	const palette = open();
	palette.press(':', 'a', 'b', 'left');
	assert.equal(cursorIn(palette), 'b');
	const path = open();
	path.press('r', 'ctrl+o', 'x', 'y', 'left', 'left');
	assert.equal(cursorIn(path), 'x');
	path.press('end');
	assert.equal(cursorIn(path), ' ');
});
