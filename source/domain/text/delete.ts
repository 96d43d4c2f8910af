import {change} from './edit.ts';
import {stepBack, stepForward} from './step.ts';
import type {TextBuffer} from './text-buffer.ts';

/** Removes the grapheme or line break before the cursor. */
export const deleteBack = (buffer: TextBuffer): TextBuffer => {
	const from = stepBack(buffer.lines, buffer.cursor);
	return change(buffer, {from, to: buffer.cursor, text: '', kind: 'delete-back'});
};

/** Removes the grapheme or line break after the cursor. */
export const deleteForward = (buffer: TextBuffer): TextBuffer => {
	const to = stepForward(buffer.lines, buffer.cursor);
	return change(buffer, {from: buffer.cursor, to, text: '', kind: 'delete-forward'});
};
