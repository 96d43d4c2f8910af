import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ListWindow, Row} from '../../../source/desk/desk.ts';
import {summarize} from '../../../source/domain/summary.ts';
import {wantedWindow} from '../../../source/ui/effect/watch-list.ts';
import type {UiEvent} from '../../../source/ui/state/event.ts';
import type {State} from '../../../source/ui/state/state.ts';
import {firstState, update} from '../../../source/ui/state/update.ts';
import {aTicket} from '../../domain/sample.ts';
import {sampleAnswers} from '../pure-screen.ts';

const {me, window: sample} = await sampleAnswers();

const rows = (from: number, count: number, gone = 0): readonly Row[] =>
	Array.from({length: count}, (_, index) => ({
		...summarize(aTicket({number: String(202_600_000_000 + from + index + gone)})),
		masked: false,
		openBy: [],
	}));

const windowOf = (
	from: number,
	list: readonly Row[],
	total: number,
	nearIndex = -1,
): ListWindow => ({
	...sample,
	from,
	rows: list,
	total,
	nearIndex,
});

const run = (state: State, ...events: readonly UiEvent[]): State => events.reduce(update, state);

const start = (total = 1000): State =>
	run(
		firstState({columns: 80, rows: 24}, 0),
		{type: 'signed-in', me},
		{type: 'list-came', window: windowOf(0, rows(0, 400), total), asked: null},
	);

const moved = (by: number): UiEvent => ({type: 'list-moved', distance: {by}});

const push: UiEvent = {
	type: 'pushed',
	push: {kind: 'list', seq: 2, counts: sample.counts},
};

test('nothing is asked while the rows around the cursor are there', () => {
	assert.equal(wantedWindow(run(start(), moved(300))), null);
	const wanted = wantedWindow(run(start(), moved(330)));
	assert.equal(wanted?.from, 130);
	assert.ok((wanted?.count ?? 0) <= 450);
});

test('a changed list is asked anew around the ticket under the cursor', () => {
	const state = run(start(), moved(250), push);
	assert.deepEqual(wantedWindow(state)?.near, '202600000250');
	assert.equal(wantedWindow(run(state, {type: 'list-asking'})), null);
});

test('rows that come above the cursor move it along, and its line on the screen stays', () => {
	const before = run(start(), moved(50));
	const after = run(before, push, {
		type: 'list-came',
		window: windowOf(0, [...rows(-3, 3), ...rows(0, 397)], 1003, 53),
		asked: '202600000050',
	});
	assert.equal(after.list.cursorNumber, '202600000050');
	assert.equal(after.list.cursor, 53);
	assert.equal(after.list.cursor - after.list.top, before.list.cursor - before.list.top);
});

test('at the top of the list what is new above the cursor is seen', () => {
	const after = run(start(), push, {
		type: 'list-came',
		window: windowOf(0, [...rows(-3, 3), ...rows(0, 397)], 1003, 3),
		asked: '202600000000',
	});
	assert.equal(after.list.cursorNumber, '202600000000');
	assert.deepEqual([after.list.cursor, after.list.top], [3, 0]);
});

test('who clears a filter has the ticket that it found under the cursor, among its neighbours', () => {
	const query = {...sample.query, filter: 'printer'};
	const found = run(
		start(),
		{type: 'list-asked', query: {filter: 'printer'}},
		{type: 'list-came', window: {...windowOf(0, rows(500, 1), 1), query}, asked: null},
	);
	const cleared = run(found, {type: 'list-asked', query: {filter: ''}});
	assert.equal(cleared.list.cursorNumber, null);
	assert.equal(wantedWindow(cleared)?.near, '202600000500');
	const after = run(cleared, {
		type: 'list-came',
		window: windowOf(300, rows(300, 400), 1000, 500),
		asked: '202600000500',
	});
	assert.equal(after.list.cursorNumber, '202600000500');
	assert.equal(after.list.cursor, 500);
	assert.ok(after.list.top < 500 && after.list.top > 480);
	const gone = run(cleared, {
		type: 'list-came',
		window: windowOf(0, rows(0, 400), 999),
		asked: null,
	});
	assert.equal(gone.list.cursorNumber, '202600000000');
});

test('when the ticket under the cursor leaves the list, the next one is under it', () => {
	const without = [...rows(0, 10), ...rows(11, 389)];
	const after = run(start(), moved(10), push, {
		type: 'list-came',
		window: windowOf(0, without, 999),
		asked: '202600000010',
	});
	assert.equal(after.list.cursor, 10);
	assert.equal(after.list.cursorNumber, '202600000011');
});

test('an answer to another question is dropped', () => {
	const state = run(start(), {type: 'list-asked', query: {tab: 'mine'}});
	const after = run(state, {
		type: 'list-came',
		window: windowOf(0, rows(0, 5), 5),
		asked: null,
	});
	assert.equal(after.list.loaded, false);
	assert.equal(after.list.total, 0);
});

test('the cursor goes ahead of the rows, and takes its ticket when they come', () => {
	const ahead = run(start(), {type: 'list-moved', distance: {to: 'last'}});
	assert.equal(ahead.list.cursor, 999);
	assert.equal(ahead.list.cursorNumber, null);
	const after = run(ahead, {
		type: 'list-came',
		window: windowOf(799, rows(799, 201), 1000),
		asked: null,
	});
	assert.equal(after.list.cursorNumber, '202600000999');
});

test('no row of the question before is under the cursor until the answer to a filter comes', () => {
	const asked = run(start(10), {type: 'list-asked', query: {filter: 'printer'}}, moved(1));
	assert.equal(asked.list.cursorNumber, null);
	const marked = run(asked, {type: 'mark-toggled'});
	assert.equal(marked.marks.selection.marked.size, 0);
	const query = {...sample.query, filter: 'printer'};
	const answer = {...windowOf(0, rows(0, 2, 5), 2), query};
	const came = run(marked, {type: 'list-came', window: answer, asked: null});
	assert.equal(came.list.cursorNumber, '202600000006');
});

test('an empty list has no cursor that acts', () => {
	const after = run(start(), push, {
		type: 'list-came',
		window: windowOf(0, [], 0),
		asked: '202600000000',
	});
	assert.equal(after.list.cursor, 0);
	assert.equal(after.list.cursorNumber, null);
});

test('a failed question is not asked again before something changes', () => {
	const failed = run(
		start(),
		push,
		{type: 'list-asking'},
		{
			type: 'list-failed',
			problem: {name: 'connection-lost', details: {}},
		},
	);
	assert.equal(wantedWindow(failed), null);
	assert.notEqual(wantedWindow(run(failed, push)), null);
});

test('marks survive a new window and lose the tickets that an action was done on', () => {
	const marked = run(start(), {type: 'mark-toggled'}, moved(1), {type: 'mark-toggled'});
	const after = run(marked, {
		type: 'performed',
		label: {key: 'done.spam'},
		mode: 'do',
		outcomes: [
			{ok: true, number: '202600000000', revision: 2, undo: {action: 'restore', input: {}}},
			{ok: false, number: '202600000001', problem: {name: 'changed-meanwhile', details: {}}},
		],
		repeatable: null,
		isSend: false,
	});
	assert.deepEqual([...after.marks.rows.keys()], ['202600000001']);
	assert.equal(after.undo.past.length, 1);
	assert.equal(after.toast?.words?.key, 'toast.partly');
});
