import {boundaryAfter, boundaryBefore} from './grapheme.ts';
import {lineAt, type Position} from './text-buffer.ts';

/** One grapheme back; the break between two lines counts as one. */
export const stepBack = (lines: readonly string[], {line, column}: Position): Position => {
	if (column > 0) return {line, column: boundaryBefore(lineAt(lines, line), column)};
	if (line === 0) return {line, column};
	return {line: line - 1, column: lineAt(lines, line - 1).length};
};

/** One grapheme forward; the break between two lines counts as one. */
export const stepForward = (lines: readonly string[], {line, column}: Position): Position => {
	const text = lineAt(lines, line);
	if (column < text.length) return {line, column: boundaryAfter(text, column)};
	return line === lines.length - 1 ? {line, column} : {line: line + 1, column: 0};
};

const blanksBehind = /\s+$/u;
// A word is letters, marks, digits and `_`, or a run of signs.
const wordBehind = /(?:[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]+)$/u;
const wordAhead = /^\s*(?:[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]+)?/u;
const untilBlank = /\S+$/u;

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

const beginning = (lines: readonly string[], at: Position, word: RegExp): Position => {
	if (at.column === 0) return stepBack(lines, at);
	const text = lineAt(lines, at.line).slice(0, at.column);
	const trimmed = text.slice(0, text.length - lengthOf(blanksBehind, text));
	return {line: at.line, column: trimmed.length - lengthOf(word, trimmed)};
};

/** The beginning of the word before the position. */
export const wordBack = (lines: readonly string[], at: Position): Position =>
	beginning(lines, at, wordBehind);

/** Back over everything up to a blank, as Ctrl+W does in a shell. */
export const blankBack = (lines: readonly string[], at: Position): Position =>
	beginning(lines, at, untilBlank);

/** The end of the word after the position. */
export const wordForward = (lines: readonly string[], at: Position): Position => {
	const text = lineAt(lines, at.line);
	if (at.column === text.length) return stepForward(lines, at);
	const length = lengthOf(wordAhead, text.slice(at.column));
	return {line: at.line, column: at.column + length};
};
