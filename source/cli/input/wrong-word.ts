import {type WrongKind, wrongTerms} from '../../domain/filter/wrong-term.ts';
import type {Say} from '../../language/say.ts';

/**
 * Says which term of a filter is not understood and what would be; null when all are. Left out, as
 * on the screen, it would let everything through where nobody sees it.
 */
export const wrongWord = (
	say: Say,
	text: string,
	kinds: readonly WrongKind[] = ['field', 'state', 'status', 'day'],
): string | null => {
	const wrong = wrongTerms(text).find(({kind}) => kinds.includes(kind));
	if (wrong === undefined) return null;
	const choice = say(`filter.choice.${wrong.kind}`);
	return say('cli.filter-unknown', {word: wrong.source, choice});
};
