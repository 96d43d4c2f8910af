import meow from 'meow';
import type {Command, Flag} from './command.ts';

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
};

const kebab = (name: string): string =>
	name.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`);

/** Reads the arguments of one command. Options that it does not know are named, not guessed. */
export const parse = (argv: readonly string[], flags: Command['flags']): Parsed => {
	const known: Readonly<Record<string, Flag>> = {...flags, ...commonFlags};
	const result = meow({
		importMeta: import.meta,
		argv: [...argv],
		flags: known as Record<string, {type: 'string'}>,
		autoHelp: false,
		autoVersion: false,
		pkg: {},
	});
	const unknown = Object.keys(result.flags).find(name => !Object.hasOwn(known, name));
	return {
		args: result.input.map(String),
		flags: result.flags,
		unknown: unknown === undefined ? null : `--${kebab(unknown)}`,
	};
};
