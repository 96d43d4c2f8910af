/** A place between two characters. `column` counts UTF-16 units and lies on a grapheme boundary. */
export type Position = {readonly line: number; readonly column: number};

/** One undo step: from line `at` on, `removed` lines became `inserted` lines. */
export type Edit = {
	readonly at: number;
	readonly removed: readonly string[];
	readonly inserted: readonly string[];
	readonly before: Position;
	readonly after: Position;
};

/** `type` and `blank` are single graphemes typed; `whole` is never joined with its neighbours. */
export type EditKind = 'type' | 'blank' | 'delete-back' | 'delete-forward' | 'kill' | 'whole';

/** A text being written. Every operation returns a new value and leaves the old one as it was. */
export type TextBuffer = {
	/** At least one line; none contains a line break. */
	readonly lines: readonly string[];
	readonly cursor: Position;
	/** The column in cells that moving up and down tries to keep. */
	readonly goal: number | undefined;
	readonly past: readonly Edit[];
	readonly future: readonly Edit[];
	/** What was killed last, for yank. */
	readonly killed: string;
	/** The kind of the edit just made; undefined after a movement, which closes an undo step. */
	readonly last: EditKind | undefined;
};

/** Line ends become `\n`; control characters other than tab are dropped. */
export const cleanText = (text: string): string =>
	text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');

/** A buffer without history; the cursor stands at the beginning unless `cursor` says otherwise. */
export const createTextBuffer = (
	text = '',
	cursor: Position = {line: 0, column: 0},
): TextBuffer => {
	const lines = cleanText(text).split('\n');
	return {
		lines,
		cursor: withinText(lines, cursor),
		goal: undefined,
		past: [],
		future: [],
		killed: '',
		last: undefined,
	};
};

export const textOf = (buffer: TextBuffer): string => buffer.lines.join('\n');

/** The text from its beginning to the cursor. */
export const textBefore = ({lines, cursor}: TextBuffer): string =>
	[...lines.slice(0, cursor.line), lineAt(lines, cursor.line).slice(0, cursor.column)].join('\n');

export const lineAt = (lines: readonly string[], line: number): string => lines[line] ?? '';

/** The line the cursor stands in. */
export const currentLine = (buffer: TextBuffer): string => lineAt(buffer.lines, buffer.cursor.line);

/** The nearest position that exists. */
export const withinText = (lines: readonly string[], position: Position): Position => {
	const line = Math.max(0, Math.min(lines.length - 1, position.line));
	const column = Math.max(0, Math.min(lineAt(lines, line).length, position.column));
	return {line, column};
};

export const endOfText = (lines: readonly string[]): Position => ({
	line: lines.length - 1,
	column: lineAt(lines, lines.length - 1).length,
});

/** The buffer with its cursor elsewhere. Typing afterwards starts a new undo step. */
export const moveTo = (buffer: TextBuffer, position: Position): TextBuffer => ({
	...buffer,
	cursor: withinText(buffer.lines, position),
	goal: undefined,
	last: undefined,
});
