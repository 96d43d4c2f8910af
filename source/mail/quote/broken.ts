import {isQuoted} from './marks.ts';
import type {Line} from './tail.ts';

/** More lines without a mark are one's own. */
const maxBroken = 3;
/** A shorter line was not broken. */
const shortestBroken = 60;
/** Longer ones may be an answer. */
const longestWord = 30;

const isLongQuote = (line: Line | undefined): line is Line =>
	line?.kind === 'quote' && isQuoted(line.text) && line.text.length >= shortestBroken;

/**
 * Whether it may be the end of a name that fitted no more, between two quoted lines: an answer begins
 * behind the end of a sentence.
 */
const isWordBetween = (kinds: readonly Line[], at: number, above: Line): boolean =>
	!/[.?!:;]\s*$/u.test(above.text) &&
	(kinds[at]?.text.length ?? 0) <= longestWord &&
	kinds[at + 1]?.kind === 'quote';

/** How many lines are the end of a long quoted line that a program broke without repeating its mark. */
export const brokenOff = (kinds: readonly Line[], at: number): number => {
	const above = kinds[at - 1];
	if (!isLongQuote(above)) return 0;
	if (!/^[\p{Ll}\d(]/u.test(kinds[at]?.text ?? '')) return isWordBetween(kinds, at, above) ? 1 : 0;
	const end = kinds.slice(at, at + maxBroken + 1).findIndex(({kind}) => kind !== 'own');
	if (end > 0) return kinds[at + end]?.kind === 'quote' ? end : 0;
	// At the end of the mail it may be an answer.
	const isLast = kinds.length - at <= maxBroken && !/[.?!:]\s*$/u.test(above.text);
	return isLast && kinds.length - at > 1 ? kinds.length - at : 0;
};
