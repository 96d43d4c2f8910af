import {graphemes} from './grapheme.ts';
import {insertText, replaceText} from './insert.ts';
import {moveTextEnd} from './move.ts';
import {createTextBuffer, currentLine, type TextBuffer} from './text-buffer.ts';
import {cutToWidth, drawnText, graphemeWidth, textWidth} from './width.ts';

const oneLine = (text: string): string => text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ');

/**
 * A field of one line: a text buffer that never holds a line break. All operations of the buffer
 * apply to it except `insertText` and `insertNewline`; use `insertIntoField`.
 */
export const createTextField = (text = ''): TextBuffer =>
	moveTextEnd(createTextBuffer(oneLine(text)));

/** Writes into a field; pasted line breaks become blanks. */
export const insertIntoField = (field: TextBuffer, text: string): TextBuffer =>
	insertText(field, oneLine(text));

/** Puts a text in the place of all that stands in a field, as one undo step. */
export const replaceField = (field: TextBuffer, text: string): TextBuffer =>
	replaceText(field, oneLine(text));

/** The part of a field that fits `width` cells with its cursor in view, and the cursor's cell. */
export const fieldView = (
	field: TextBuffer,
	width: number,
): {readonly text: string; readonly column: number} => {
	const line = currentLine(field);
	const before = line.slice(0, field.cursor.column);
	let column = textWidth(before);
	let start = 0;
	for (const grapheme of graphemes(before)) {
		if (column < width) break;
		column -= graphemeWidth(grapheme);
		start += grapheme.length;
	}
	return {text: cutToWidth(drawnText(line.slice(start)), width).text, column};
};
