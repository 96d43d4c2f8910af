import {change} from './edit.ts';
import {boundaryAfter} from './grapheme.ts';
import {cleanText, type TextBuffer} from './text-buffer.ts';

/**
 * Writes text at the cursor, which ends behind it. One grapheme at a time is typing and joins the
 * undo step of its word; anything longer, such as a paste, is a step of its own.
 */
export const insertText = (buffer: TextBuffer, text: string): TextBuffer => {
	const clean = cleanText(text);
	const isTyped = !clean.includes('\n') && boundaryAfter(clean, 0) === clean.length;
	const typed = /^\s$/u.test(clean) ? 'blank' : 'type';
	return change(buffer, {
		from: buffer.cursor,
		to: buffer.cursor,
		text: clean,
		kind: isTyped ? typed : 'whole',
	});
};

/** Breaks the line at the cursor. */
export const insertNewline = (buffer: TextBuffer): TextBuffer => insertText(buffer, '\n');

/** Replaces the whole text, for instance after an external editor, as one undo step. */
export const replaceText = (buffer: TextBuffer, text: string): TextBuffer => {
	const end = {line: buffer.lines.length - 1, column: (buffer.lines.at(-1) ?? '').length};
	return change(buffer, {
		from: {line: 0, column: 0},
		to: end,
		text: cleanText(text),
		kind: 'whole',
	});
};
