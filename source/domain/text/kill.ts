import {change, textBetween} from './edit.ts';
import {blankBack, stepForward, wordForward} from './step.ts';
import {currentLine, type Position, type TextBuffer} from './text-buffer.ts';

/** Removes text and keeps it for `yank`; kills in a row gather, as in readline. */
const kill = (buffer: TextBuffer, from: Position, to: Position): TextBuffer => {
	const text = textBetween(buffer.lines, {from, to});
	if (text === '') return buffer;
	const isBackward = to.line === buffer.cursor.line && to.column === buffer.cursor.column;
	const earlier = buffer.last === 'kill' ? buffer.killed : '';
	const killed = isBackward ? text + earlier : earlier + text;
	return {...change(buffer, {from, to, text: '', kind: 'kill'}), killed};
};

/** Ctrl+W: back to the blank before the word. */
export const killWordBack = (buffer: TextBuffer): TextBuffer =>
	kill(buffer, blankBack(buffer.lines, buffer.cursor), buffer.cursor);

/** Alt+D: to the end of the next word. */
export const killWordForward = (buffer: TextBuffer): TextBuffer =>
	kill(buffer, buffer.cursor, wordForward(buffer.lines, buffer.cursor));

/** Ctrl+U: to the beginning of the line. */
export const killToLineStart = (buffer: TextBuffer): TextBuffer =>
	kill(buffer, {line: buffer.cursor.line, column: 0}, buffer.cursor);

/** Ctrl+K: to the end of the line, or the line break when the cursor is there already. */
export const killToLineEnd = (buffer: TextBuffer): TextBuffer => {
	const end = {line: buffer.cursor.line, column: currentLine(buffer).length};
	const isAtEnd = buffer.cursor.column === end.column;
	return kill(buffer, buffer.cursor, isAtEnd ? stepForward(buffer.lines, end) : end);
};

/** Writes what was killed last at the cursor. */
export const yank = (buffer: TextBuffer): TextBuffer =>
	change(buffer, {from: buffer.cursor, to: buffer.cursor, text: buffer.killed, kind: 'whole'});
