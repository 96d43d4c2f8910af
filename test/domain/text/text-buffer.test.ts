import assert from 'node:assert/strict';
import {test} from 'node:test';
import {deleteBack, deleteForward} from '../../../source/domain/text/delete.ts';
import {insertNewline, insertText, replaceText} from '../../../source/domain/text/insert.ts';
import {
	killToLineEnd,
	killToLineStart,
	killWordBack,
	killWordForward,
	yank,
} from '../../../source/domain/text/kill.ts';
import {
	moveLeft,
	moveLineEnd,
	moveLineStart,
	moveRight,
	moveTextEnd,
	moveTextStart,
	moveWordLeft,
	moveWordRight,
} from '../../../source/domain/text/move.ts';
import {
	createTextBuffer,
	type TextBuffer,
	textOf,
} from '../../../source/domain/text/text-buffer.ts';
import {redo, undo} from '../../../source/domain/text/undo.ts';

/** A buffer written with `|` for the cursor. */
const buffer = (text: string): TextBuffer => {
	const lines = text.split('\n');
	const line = lines.findIndex(part => part.includes('|'));
	return createTextBuffer(text.replace('|', ''), {line, column: (lines[line] ?? '').indexOf('|')});
};

const shown = (value: TextBuffer): string =>
	value.lines
		.map((line, index) =>
			index === value.cursor.line
				? `${line.slice(0, value.cursor.column)}|${line.slice(value.cursor.column)}`
				: line,
		)
		.join('\n');

const type = (value: TextBuffer, text: string): TextBuffer =>
	text.split('').reduce(insertText, value);

type Operation = (value: TextBuffer) => TextBuffer;
const cases: ReadonlyArray<readonly [string, Operation, string, string]> = [
	['a letter goes before the cursor', b => insertText(b, 'x'), 'a|b', 'ax|b'],
	['pasted lines split the line', b => insertText(b, '1\r\n2\r3'), 'a|b', 'a1\n2\n3|b'],
	['control characters are dropped', b => insertText(b, '\u001B[1mx\u0007\t'), '|', '[1mx\t|'],
	['Enter breaks the line', insertNewline, 'a|b', 'a\n|b'],
	['Backspace takes a whole family', deleteBack, 'a👩‍👩‍👧|', 'a|'],
	['Backspace takes letter and accent', deleteBack, 'e\u0301|x', '|x'],
	['Backspace at the beginning of a line joins', deleteBack, 'a\n|b', 'a|b'],
	['Backspace at the beginning does nothing', deleteBack, '|a', '|a'],
	['Delete takes the next grapheme', deleteForward, 'a|🇩🇪b', 'a|b'],
	['Delete at the end of a line joins', deleteForward, 'a|\nb', 'a|b'],
	['Delete at the end does nothing', deleteForward, 'a|', 'a|'],
	['Ctrl+W goes back to a blank', killWordBack, 'Re: a.b@c.de  |x', 'Re: |x'],
	['Ctrl+W at the beginning of a line joins', killWordBack, 'a\n|b', 'a|b'],
	['Alt+D takes the next word', killWordForward, 'a| für b', 'a| b'],
	['Ctrl+U takes the line up to the cursor', killToLineStart, 'x\nab|c', 'x\n|c'],
	['Ctrl+K takes the rest of the line', killToLineEnd, 'ab|c\nx', 'ab|\nx'],
	['Ctrl+K at the end of a line takes its break', killToLineEnd, 'ab|\nx', 'ab|x'],
	['yank writes what was killed', b => yank(yank(killToLineEnd(b))), 'a|bc', 'abcbc|'],
	['kills in a row gather', b => yank(killToLineEnd(killToLineEnd(b))), 'a|b\nc', 'ab\n|c'],
	['kills backwards gather in order', b => yank(killWordBack(killWordBack(b))), 'a b|', 'a b|'],
	['left goes over a line break', moveLeft, 'a\n|b', 'a|\nb'],
	['right goes over a wide grapheme', moveRight, '|求x', '求|x'],
	['word left stops at signs', moveWordLeft, 'a.bc  |', 'a.|bc  '],
	['word right goes behind the word', moveWordRight, 'a| über b', 'a über| b'],
	['word right goes to the next line', moveWordRight, 'a|\nb', 'a\n|b'],
	['line start', moveLineStart, 'x\nab|', 'x\n|ab'],
	['line end', moveLineEnd, '|ab\nx', 'ab|\nx'],
	['text start', moveTextStart, 'x\nab|', '|x\nab'],
	['text end', moveTextEnd, '|x\nab', 'x\nab|'],
	['a replaced text ends with the cursor', b => replaceText(b, 'new\ntext'), 'x|y', 'new\ntext|'],
];

for (const [title, operation, before, after] of cases) {
	test(title, () => {
		const start = buffer(before);
		const end = operation(start);
		assert.equal(shown(end), after);
		assert.equal(shown(start), before, 'the old value stays');
	});
}

test('undo takes back a word with its blanks, not a letter', () => {
	const written = type(buffer('|'), 'Guten Tag auch');
	assert.equal(textOf(undo(written)), 'Guten Tag ');
	assert.equal(textOf(undo(undo(written))), 'Guten ');
	assert.equal(textOf(redo(undo(undo(written)))), 'Guten Tag ');
	assert.equal(textOf(undo(undo(undo(undo(written))))), '');
});

test('a movement closes an undo step', () => {
	const written = type(moveRight(moveLeft(type(buffer('|'), 'ab'))), 'cd');
	assert.equal(textOf(undo(written)), 'ab');
});

test('backspaces in a row are one step, a paste is its own', () => {
	const pasted = insertText(type(buffer('|'), 'ab'), 'cd');
	assert.equal(textOf(undo(pasted)), 'ab');
	const deleted = deleteBack(deleteBack(deleteBack(pasted)));
	assert.equal(textOf(deleted), 'a');
	assert.equal(shown(undo(deleted)), 'abcd|');
});

test('writing after undo forgets what was taken back', () => {
	const written = insertText(undo(type(buffer('|'), 'ab')), 'x');
	assert.equal(redo(written), written);
});

test('undo and redo at their ends give the same buffer back', () => {
	const start = buffer('a|');
	assert.equal(undo(start), start);
	assert.equal(redo(start), start);
});

test('five thousand lines are typed into without wrapping or copying their text', () => {
	const lines = Array.from({length: 5000}, (_, index) => `line ${index}`).join('\n');
	let value = createTextBuffer(lines, {line: 2500, column: 4});
	for (let index = 0; index < 2000; index++) value = insertText(value, index % 9 === 0 ? ' ' : 'x');
	assert.equal(value.lines.length, 5000);
	assert.equal(value.lines[2500]?.length, 'line 2500'.length + 2000);
	assert.ok(value.past.length <= 500);
});
