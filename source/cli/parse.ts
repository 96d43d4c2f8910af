import meow from 'meow';
import type {Command, Flag} from './command.ts';
import {optionName} from './option-name.ts';

/** Flags that every command has. */
export const commonFlags = {
	data: {type: 'string'},
	lang: {type: 'string'},
	start: {type: 'boolean', default: true},
	debug: {type: 'boolean'},
	help: {type: 'boolean', shortFlag: 'h'},
	version: {type: 'boolean'},
	login: {type: 'string'},
} as const;

export type Parsed = {
	readonly args: readonly string[];
	readonly flags: Readonly<Record<string, unknown>>;
	/** The first option that nobody knows, as it was written. */
	readonly unknown: string | null;
	/** The first option that takes a value and has none: taken for empty, it would ask something else. */
	readonly missing: string | null;
	/** What else is wrong with the options, in meow's words: one given twice, a number that is none. */
	readonly fault: string | null;
};

/** The options that take a value, as they are typed. */
const takersOf = (known: Readonly<Record<string, Flag>>): ReadonlySet<string> =>
	new Set(
		Object.entries(known).flatMap(([name, {type}]) =>
			type === 'boolean' ? [] : [`--${optionName(name)}`],
		),
	);

/** `--tag -old` as `--tag=-old`: what follows a flag with a value is its value, also with a dash. */
const withValues = (argv: readonly string[], takers: ReadonlySet<string>): readonly string[] => {
	const words: string[] = [];
	for (const word of argv) {
		const last = words.at(-1) ?? '';
		if (takers.has(last) && /^-[^-]/u.test(word)) words[words.length - 1] = `${last}=${word}`;
		else words.push(word);
	}
	return words;
};

const valueless = (words: readonly string[], takers: ReadonlySet<string>): string | null =>
	words.find((word, at) => takers.has(word) && (words[at + 1]?.startsWith('--') ?? true)) ?? null;

/** meow throws at what its user typed wrong; here that is a value. */
const read = (words: readonly string[], known: Readonly<Record<string, Flag>>) => {
	try {
		return meow({
			importMeta: import.meta,
			argv: [...words],
			flags: known as Record<string, {type: 'string'}>,
			autoHelp: false,
			autoVersion: false,
			pkg: {},
		});
	} catch (error) {
		if (error instanceof Error) return error;
		throw error;
	}
};

/** Reads the arguments of one command. Options that it does not know are named, not guessed. */
export const parse = (argv: readonly string[], flags: Command['flags']): Parsed => {
	const known: Readonly<Record<string, Flag>> = {...flags, ...commonFlags};
	const takers = takersOf(known);
	const words = withValues(argv, takers);
	const missing = valueless(words, takers);
	const result = read(words, known);
	if (result instanceof Error)
		return {args: [], flags: {}, unknown: null, missing, fault: result.message};
	const unknown = Object.keys(result.flags).find(name => !Object.hasOwn(known, name));
	return {
		args: result.input.map(String),
		flags: result.flags,
		unknown: unknown === undefined ? null : `--${optionName(unknown)}`,
		missing,
		fault: null,
	};
};
