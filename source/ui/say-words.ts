import type {Say} from '../language/say.ts';
import {shortTime} from '../language/when.ts';
import type {Moment, Words} from './state/undo-state.ts';

type Value = string | number | Words | Moment;

const inWords = (say: Say, value: Value, now: number): string | number => {
	if (typeof value !== 'object') return value;
	return 'time' in value ? shortTime(value.time, now, say.language) : sayWords(say, value, now);
};

/** Puts words into a language, with the words and times inside them. `now` in milliseconds. */
export const sayWords = (say: Say, words: Words | string, now: number): string => {
	if (typeof words === 'string') return words;
	const params = Object.entries(words.params ?? {}).map(
		([name, value]) => [name, inWords(say, value, now)] as const,
	);
	return say(words.key, Object.fromEntries(params));
};
