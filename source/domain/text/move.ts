import {stepBack, stepForward, wordBack, wordForward} from './step.ts';
import {currentLine, endOfText, moveTo, type TextBuffer} from './text-buffer.ts';

export const moveLeft = (buffer: TextBuffer): TextBuffer =>
	moveTo(buffer, stepBack(buffer.lines, buffer.cursor));

export const moveRight = (buffer: TextBuffer): TextBuffer =>
	moveTo(buffer, stepForward(buffer.lines, buffer.cursor));

export const moveWordLeft = (buffer: TextBuffer): TextBuffer =>
	moveTo(buffer, wordBack(buffer.lines, buffer.cursor));

export const moveWordRight = (buffer: TextBuffer): TextBuffer =>
	moveTo(buffer, wordForward(buffer.lines, buffer.cursor));

export const moveLineStart = (buffer: TextBuffer): TextBuffer =>
	moveTo(buffer, {line: buffer.cursor.line, column: 0});

export const moveLineEnd = (buffer: TextBuffer): TextBuffer =>
	moveTo(buffer, {line: buffer.cursor.line, column: currentLine(buffer).length});

export const moveTextStart = (buffer: TextBuffer): TextBuffer =>
	moveTo(buffer, {line: 0, column: 0});

export const moveTextEnd = (buffer: TextBuffer): TextBuffer =>
	moveTo(buffer, endOfText(buffer.lines));
