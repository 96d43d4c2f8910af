import {deleteBack, deleteForward} from '../../domain/text/delete.ts';
import {insertNewline, insertText} from '../../domain/text/insert.ts';
import {
	killToLineEnd,
	killToLineStart,
	killWordBack,
	killWordForward,
	yank,
} from '../../domain/text/kill.ts';
import {
	moveLeft,
	moveLineEnd,
	moveLineStart,
	moveRight,
	moveTextEnd,
	moveTextStart,
	moveWordLeft,
	moveWordRight,
} from '../../domain/text/move.ts';
import type {TextBuffer} from '../../domain/text/text-buffer.ts';
import {insertIntoField, replaceField} from '../../domain/text/text-field.ts';
import {type Key, keyName} from '../terminal/key.ts';

type Edit = (buffer: TextBuffer) => TextBuffer;

/** Keys of readline and of every text field, by name. */
const edits: Readonly<Record<string, Edit>> = {
	backspace: deleteBack,
	delete: deleteForward,
	left: moveLeft,
	right: moveRight,
	home: moveLineStart,
	end: moveLineEnd,
	'ctrl+a': moveLineStart,
	'ctrl+e': moveLineEnd,
	'ctrl+left': moveWordLeft,
	'ctrl+right': moveWordRight,
	'alt+left': moveWordLeft,
	'alt+right': moveWordRight,
	'alt+b': moveWordLeft,
	'ctrl+home': moveTextStart,
	'ctrl+end': moveTextEnd,
	'ctrl+w': killWordBack,
	'alt+backspace': killWordBack,
	'alt+d': killWordForward,
	'ctrl+u': killToLineStart,
	'ctrl+k': killToLineEnd,
	'ctrl+v': yank,
};

/** What a key does to a text of several lines; null when it is no editing key. */
export const textEdit = (key: Key): Edit | null => {
	const name = keyName(key);
	if (name === 'enter') return insertNewline;
	const {text} = key;
	if (text !== undefined) return buffer => insertText(buffer, text);
	return edits[name] ?? null;
};

/** What a key does to a field of one line; null when it is no editing key. */
export const fieldEdit = (key: Key): Edit | null => {
	const {text} = key;
	if (text !== undefined) return field => insertIntoField(field, text);
	return edits[keyName(key)] ?? null;
};

const emptying: readonly string[] = ['backspace', 'delete', 'ctrl+w', 'ctrl+u', 'ctrl+k'];

const emptied: Edit = field => replaceField(field, '');

/** The same for a field whose whole text is selected; a movement leaves the text as it is. */
export const selectedEdit = (key: Key): Edit | null => {
	const {text} = key;
	if (text !== undefined) return field => replaceField(field, text);
	const name = keyName(key);
	if (emptying.includes(name)) return emptied;
	return name === 'left' ? moveLineStart : (edits[name] ?? null);
};
