import {isQuoted} from './marks.ts';
import type {Line} from './tail.ts';

/** More lines without a mark are one's own. */
const maxBroken = 3;

/** How many lines are the end of a long quoted line that a program broke without repeating its mark. */
export const brokenOff = (kinds: readonly Line[], at: number): number => {
	const above = kinds[at - 1];
	const long = above?.kind === 'quote' && isQuoted(above.text) && above.text.length >= 60;
	if (!long || !/^[\p{Ll}\d(]/u.test(kinds[at]?.text ?? '')) return 0;
	const end = kinds.slice(at, at + maxBroken + 1).findIndex(({kind}) => kind !== 'own');
	if (end > 0) return kinds[at + end]?.kind === 'quote' ? end : 0;
	// At the end of the mail it may be an answer.
	const isLast = kinds.length - at <= maxBroken && !/[.?!:]\s*$/u.test(above.text);
	return isLast && kinds.length - at > 1 ? kinds.length - at : 0;
};
