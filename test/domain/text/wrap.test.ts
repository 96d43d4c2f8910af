import assert from 'node:assert/strict';
import {test} from 'node:test';
import {drawnRows, layOut, locate, positionAt, rowAt} from '../../../source/domain/text/layout.ts';
import {
	keepInView,
	moveRowEnd,
	moveRowStart,
	moveRows,
} from '../../../source/domain/text/move-row.ts';
import {createTextBuffer} from '../../../source/domain/text/text-buffer.ts';
import {graphemeWidth, textWidth} from '../../../source/domain/text/width.ts';
import {wrapLine} from '../../../source/domain/text/wrap.ts';

const rows = (line: string, width: number) =>
	wrapLine(line, width).map(({start, end}) => line.slice(start, end));

const cases: ReadonlyArray<readonly [string, number, readonly string[]]> = [
	['', 10, ['']],
	['abc', 4, ['abc']],
	['abcd', 4, ['abc', 'd']],
	['ein Wort', 6, ['ein ', 'Wort']],
	['ein   Wort', 5, ['ein   ', 'Wort']],
	['eins zwei drei', 10, ['eins zwei ', 'drei']],
	['eins zwei drei', 9, ['eins ', 'zwei ', 'drei']],
	['Donaudampf und', 6, ['Donau', 'dampf ', 'und']],
	['a Donaudampf', 6, ['a ', 'Donau', 'dampf']],
	['請求書について', 7, ['請求書', 'につい', 'て']],
	['x請求書', 6, ['x請求', '書']],
	['ab\tc', 6, ['ab\t', 'c']],
	['👩‍👩‍👧👩‍👩‍👧', 4, ['👩‍👩‍👧', '👩‍👩‍👧']],
	['求求', 2, ['求', '求']],
];

for (const [line, width, expected] of cases) {
	test(`${JSON.stringify(line)} in ${width} cells has ${expected.length} rows`, () => {
		assert.deepEqual(rows(line, width), expected);
	});
}

test('no row is wider than its width less the cursor, apart from blanks at its end', () => {
	const line =
		'Sehr geehrte Frau Müller, 請求書について https://example.de/lang 👍 Grüße\tund mehr ';
	for (let width = 3; width < 60; width++) {
		const found = rows(line, width);
		assert.equal(found.join(''), line);
		for (const row of found) assert.ok(textWidth(row.trimEnd()) < width, `${row} in ${width}`);
	}
});

test('the cursor at a soft break stands at the beginning of the lower row', () => {
	const layout = layOut({lines: ['ein Wort', 'x'], width: 6});
	assert.deepEqual(locate(layout, {line: 0, column: 4}), {row: 1, column: 0});
	assert.deepEqual(locate(layout, {line: 1, column: 1}), {row: 2, column: 1});
	assert.deepEqual(positionAt(layout, {row: 0, column: 9}), {line: 0, column: 3});
	assert.deepEqual(rowAt(layout, 99), {line: 1, start: 0, end: 1});
	assert.deepEqual(
		drawnRows(layout, {top: 1, height: 9}).map(({text}) => text),
		['Wort', 'x'],
	);
});

test('moving up and down keeps the column across short and wide rows', () => {
	const start = createTextBuffer('abcdef\nx\n請求書', {line: 0, column: 5});
	const layout = layOut({lines: start.lines, width: 20});
	const once = moveRows(start, layout, 1);
	assert.deepEqual(once.cursor, {line: 1, column: 1});
	const twice = moveRows(once, layout, 1);
	assert.deepEqual(twice.cursor, {line: 2, column: 2});
	assert.deepEqual(moveRows(twice, layout, -2).cursor, start.cursor);
	assert.deepEqual(moveRows(start, layout, 99).cursor, {line: 2, column: 2});
});

test('Home and End go to the visual row first, then to the line', () => {
	const start = createTextBuffer('eins zwei drei', {line: 0, column: 7});
	const layout = layOut({lines: start.lines, width: 7});
	const home = moveRowStart(start, layout);
	assert.equal(home.cursor.column, 5);
	assert.equal(moveRowStart(home, layout).cursor.column, 0);
	const end = moveRowEnd(start, layout);
	assert.equal(end.cursor.column, 9);
	assert.equal(moveRowEnd(end, layout).cursor.column, 14);
});

test('the view moves as little as it must', () => {
	assert.equal(keepInView({row: 5, top: 0, height: 10, rows: 30}), 0);
	assert.equal(keepInView({row: 12, top: 0, height: 10, rows: 30}), 3);
	assert.equal(keepInView({row: 2, top: 9, height: 10, rows: 30}), 2);
	assert.equal(keepInView({row: 4, top: 9, height: 10, rows: 5}), 0);
});

test('graphemes have the width a terminal gives them', () => {
	const found = ['a', 'ä', '求', '👍', '\u0301', '…', '\t', '한'].map(graphemeWidth);
	assert.deepEqual(found, [1, 1, 2, 2, 0, 1, 4, 2]);
});
