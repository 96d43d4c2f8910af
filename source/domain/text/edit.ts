import {type Edit, type EditKind, lineAt, type Position, type TextBuffer} from './text-buffer.ts';

export type Change = {
	readonly from: Position;
	readonly to: Position;
	/** Clean text, see `cleanText`. */
	readonly text: string;
	readonly kind: EditKind;
	/** Where the cursor goes; after the text by default. */
	readonly cursor?: Position;
};

/** More undo steps than anybody takes back, few enough to hold for every draft. */
const longestPast = 500;

/** The lines after an edit, whose removed lines must stand at its place. */
export const replaceLines = (
	lines: readonly string[],
	edit: Pick<Edit, 'at' | 'removed' | 'inserted'>,
): readonly string[] =>
	edit.removed.length === 1 && edit.inserted.length === 1
		? lines.with(edit.at, edit.inserted[0] ?? '')
		: [...lines.slice(0, edit.at), ...edit.inserted, ...lines.slice(edit.at + edit.removed.length)];

const positionAfter = (from: Position, inserted: readonly string[], tail: number): Position => ({
	line: from.line + inserted.length - 1,
	column: (inserted.at(-1)?.length ?? 0) - tail,
});

/** A word and the blanks after it are one step, and so is a run of equal deletions. */
const continues = (last: EditKind | undefined, kind: EditKind): boolean => {
	if (kind === 'type') return last === 'type';
	if (kind === 'blank') return last === 'type' || last === 'blank';
	return kind !== 'whole' && last === kind;
};

const remember = (buffer: TextBuffer, edit: Edit, kind: EditKind): readonly Edit[] => {
	const previous = buffer.past.at(-1);
	const isSame =
		previous !== undefined &&
		continues(buffer.last, kind) &&
		previous.at === edit.at &&
		previous.inserted.length === edit.removed.length;
	if (!isSame) return [...buffer.past, edit].slice(-longestPast);
	const joined = {...edit, removed: previous.removed, before: previous.before};
	return [...buffer.past.slice(0, -1), joined];
};

/** The one way text changes: what lies between `from` and `to` gives way to `text`. */
export const change = (buffer: TextBuffer, {from, to, text, kind, cursor}: Change): TextBuffer => {
	if (text === '' && from.line === to.line && from.column === to.column) return buffer;
	const head = lineAt(buffer.lines, from.line).slice(0, from.column);
	const tail = lineAt(buffer.lines, to.line).slice(to.column);
	const inserted = `${head}${text}${tail}`.split('\n');
	const removed = buffer.lines.slice(from.line, to.line + 1);
	const after = cursor ?? positionAfter(from, inserted, tail.length);
	const edit = {at: from.line, removed, inserted, before: buffer.cursor, after};
	return {
		...buffer,
		lines: replaceLines(buffer.lines, edit),
		cursor: after,
		goal: undefined,
		past: remember(buffer, edit, kind),
		future: [],
		last: kind,
	};
};

/** The text between two positions. */
export const textBetween = (
	lines: readonly string[],
	{from, to}: {readonly from: Position; readonly to: Position},
): string => {
	if (from.line === to.line) return lineAt(lines, from.line).slice(from.column, to.column);
	return [
		lineAt(lines, from.line).slice(from.column),
		...lines.slice(from.line + 1, to.line),
		lineAt(lines, to.line).slice(0, to.column),
	].join('\n');
};
