import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();
const open = (rows = 24, columns = 80) => createPureScreen(answers, {columns, rows});

const first = '202611240005';

test('movement keys move the cursor, and the end keys go to the ends', () => {
	const screen = open();
	const at = (...keys: readonly string[]) => {
		screen.press(...keys);
		return screen.state().list.cursor;
	};
	assert.equal(at('j', 'j', 'k'), 1);
	assert.equal(at('G'), 10);
	assert.equal(at('j'), 10);
	assert.equal(at('g'), 0);
	assert.equal(at('ctrl+d'), 9);
	assert.equal(at('ctrl+u'), 0);
	assert.equal(at('page-down'), 10);
	assert.equal(at('home'), 0);
});

test('digits and arrows choose the tab', () => {
	const screen = open();
	const tabAfter = (...keys: readonly string[]) => {
		screen.press(...keys);
		return screen.state().list.query.tab;
	};
	assert.equal(tabAfter('8'), 'mine');
	assert.equal(tabAfter('l'), 'archive');
	assert.equal(tabAfter('right'), 'inbox');
	assert.equal(tabAfter('h'), 'archive');
	assert.equal(tabAfter('3'), 'waiting_internal');
});

test('escape gives up the filter, then the marks, and never quits; q quits at the top', () => {
	const screen = open();
	screen.press('space');
	screen.dispatch({type: 'list-asked', query: {filter: 'prio'}});
	screen.press('escape');
	assert.equal(screen.state().list.query.filter, '');
	assert.equal(screen.state().marks.rows.size, 1);
	screen.press('escape');
	assert.equal(screen.state().marks.rows.size, 0);
	assert.deepEqual(screen.press('escape'), []);
	assert.deepEqual(screen.press('q'), [{type: 'quit'}]);
});

test('ctrl+c quits only the second time', () => {
	const screen = open();
	assert.deepEqual(screen.press('ctrl+c'), []);
	assert.deepEqual(screen.press('ctrl+c'), [{type: 'quit'}]);
});

test('a range is marked from its anchor to the cursor', () => {
	const screen = open();
	screen.press('j', 'v', 'j', 'j', 'v', 'j');
	assert.deepEqual(
		[...screen.state().marks.rows.keys()],
		['202611240004', '202611230001', '202611240006'],
	);
});

test('in a ticket J and K move by message, enter folds, T shows quotes, i the history', () => {
	const screen = open();
	screen.press('j', 'j', 'enter');
	const view = () => screen.state().ticket;
	assert.equal(view()?.current, 3);
	screen.press('K', 'K');
	assert.equal(view()?.current, 1);
	screen.press('enter');
	assert.equal(view()?.toggled.has('c2'), true);
	screen.press('T');
	assert.equal(view()?.quotes, true);
	screen.press('i');
	assert.equal(view()?.view, 'history');
	screen.press('q');
	assert.equal(view()?.view, 'conversation');
	screen.press('<');
	assert.equal(view()?.number, '202611240004');
	screen.press('q');
	assert.equal(view(), null);
});

test('a wide window has two panes, and tab goes between them', () => {
	const screen = open(40, 140);
	screen.dispatch({type: 'ticket-opened', number: first, pane: 'list'});
	screen.press('tab');
	assert.equal(screen.state().pane, 'ticket');
	screen.press('tab');
	assert.equal(screen.state().pane, 'list');
});
