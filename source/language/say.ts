import {readFileSync} from 'node:fs';
import type english from '../../data/language/en.json';

export const languages = ['de', 'en'] as const;

export type Language = (typeof languages)[number];

/** Whether a word from outside is a language of raute. */
export const isLanguage = (word: unknown): word is Language =>
	languages.some(language => language === word);

/** Name of a text. The English file is the list; a test demands the same names of every language. */
export type TextKey = keyof typeof english;

/** Values for the `{placeholders}` of a text. `n` chooses the plural form. */
type TextParams = Readonly<Record<string, string | number>>;

/** Gives the text of a key in one language. */
export type Say = {
	(key: TextKey, params?: TextParams): string;
	readonly language: Language;
};

type Entry = string | Readonly<Record<string, string>>;

const loaded = new Map<Language, Readonly<Record<string, Entry>>>();

const textsOf = (language: Language): Readonly<Record<string, Entry>> => {
	const known = loaded.get(language);
	if (known !== undefined) return known;
	const file = new URL(`../../data/language/${language}.json`, import.meta.url);
	const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>;
	loaded.set(language, texts);
	return texts;
};

/** Params that are counts and get the grouping of the language; others (ports, codes) stay as they are. */
const counted: ReadonlySet<string> = new Set(['n', 'done', 'total', 'failed', 'of']);

const optionalPart = /\[\[(.*?)\]\]/gsu;
const placeholder = /\{(\w+)\}/gu;
/** With the full stop behind it, which words of a server often bring along. */
const filled = /\{(\w+)\}(\.?)/gu;

/** Fills placeholders. A part in `[[…]]` is left out when one of its values is missing or empty. */
const fill = (text: string, params: TextParams, number: () => Intl.NumberFormat): string => {
	const wordOf = (name: string): string => {
		const value = params[name];
		return typeof value === 'number' && counted.has(name)
			? number().format(value)
			: String(value ?? '');
	};
	return text
		.replace(optionalPart, (_, part: string) =>
			[...part.matchAll(placeholder)].every(match => wordOf(match[1] ?? '') !== '') ? part : '',
		)
		.replace(filled, (_, name: string, stop: string) => {
			const word = wordOf(name);
			return word.endsWith('.') ? word : word + stop;
		});
};

/** Whether there is a text of this name, for names that are put together at run time. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(textsOf('en'), key);

/** Made with the first text that needs it: both of `Intl` take longer than reading all texts. */
const lazily = <T>(make: () => T): (() => T) => {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
};

/** The texts of one language. Plural forms are chosen by `Intl.PluralRules` from the value `n`. */
export const createSay = (language: Language): Say => {
	const texts = textsOf(language);
	const plural = lazily(() => new Intl.PluralRules(language));
	const number = lazily(() => new Intl.NumberFormat(language, {useGrouping: 'min2'}));
	const formOf = (forms: Exclude<Entry, string>, params: TextParams): string =>
		forms[plural().select(Number(params['n'] ?? 0))] ?? forms['other'] ?? '';
	const say = (key: TextKey, params: TextParams = {}): string => {
		const entry = texts[key];
		if (entry === undefined) return key;
		const text = typeof entry === 'string' ? entry : formOf(entry, params);
		return text.includes('{') ? fill(text, params, number) : text;
	};
	return Object.assign(say, {language});
};
