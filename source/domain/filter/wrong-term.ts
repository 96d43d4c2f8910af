import {parseFilter} from './filter.ts';
import {beginsFlag} from './flag-word.ts';
import {splitFilter} from './split.ts';

/** What could stand in the place of what was not understood. */
export type WrongKind = 'field' | 'state' | 'status' | 'day';

/** A term of a filter that is left out because it means nothing. */
export type WrongTerm = {readonly source: string; readonly kind: WrongKind};

const kinds: ReadonlyMap<string, WrongKind> = new Map([
	...['is', 'ist', 'has', 'hat'].map(key => [key, 'state'] as const),
	['status', 'status'],
	...['since', 'seit', 'before', 'vor'].map(key => [key, 'day'] as const),
]);

/** The terms of a filter that were not understood, as typed. */
export const wrongTerms = (text: string): readonly WrongTerm[] => {
	const sources = new Set(parseFilter(text, {me: '', now: ''}).unknown);
	return splitFilter(text)
		.filter(({source}) => sources.has(source))
		.map(({source, key}) => ({source, kind: kinds.get(key) ?? 'field'}));
};

const halfDay = /^\d{1,4}(?:-(?:\d(?:\d(?:-\d?)?)?)?)?$/u;

/** The same while somebody types: the last term may be the beginning of one that is understood. */
export const wrongSoFar = (text: string): readonly WrongTerm[] => {
	const wrong = wrongTerms(text);
	const last = splitFilter(text).at(-1);
	const end = wrong.at(-1);
	if (last === undefined || end === undefined || !text.endsWith(end.source)) return wrong;
	const isHalf =
		(end.kind === 'state' && beginsFlag(last.value)) ||
		(end.kind === 'day' && halfDay.test(last.value));
	return isHalf ? wrong.slice(0, -1) : wrong;
};
