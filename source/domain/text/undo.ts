import {replaceLines} from './edit.ts';
import type {TextBuffer} from './text-buffer.ts';

/** Takes the last step back; the same buffer when there is none. */
export const undo = (buffer: TextBuffer): TextBuffer => {
	const edit = buffer.past.at(-1);
	if (edit === undefined) return buffer;
	const {at, removed, inserted} = edit;
	return {
		...buffer,
		lines: replaceLines(buffer.lines, {at, removed: inserted, inserted: removed}),
		cursor: edit.before,
		goal: undefined,
		past: buffer.past.slice(0, -1),
		future: [...buffer.future, edit],
		last: undefined,
	};
};

/** Does again what was taken back last. */
export const redo = (buffer: TextBuffer): TextBuffer => {
	const edit = buffer.future.at(-1);
	if (edit === undefined) return buffer;
	return {
		...buffer,
		lines: replaceLines(buffer.lines, edit),
		cursor: edit.after,
		goal: undefined,
		past: [...buffer.past, edit],
		future: buffer.future.slice(0, -1),
		last: undefined,
	};
};
