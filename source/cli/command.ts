import type {Desk} from '../desk/desk.ts';
import type {Result} from '../domain/result.ts';
import type {Language, Say, TextKey} from '../language/say.ts';
import type {StartCommand} from '../service/client/start-service.ts';

/** A flag of a command; `option-name.ts` says how its key is typed. */
export type Flag = {
	readonly type: 'string' | 'boolean' | 'number';
	readonly isMultiple?: boolean;
	/** True for a flag that is switched off by `--no-…`. */
	readonly default?: boolean;
	readonly shortFlag?: string;
};

/** What a command gets: its words, the streams, the language, and the desk when it asks for it. */
export type Call = {
	readonly args: readonly string[];
	readonly flags: Readonly<Record<string, unknown>>;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	/** Writes one line to standard output. */
	readonly print: (line: string) => void;
	/** Writes one line to standard error. */
	readonly tell: (line: string) => void;
	readonly say: Say;
	readonly language: Language;
	readonly dataFolder: string;
	/** Folders of the person at the terminal, see `place.ts`. */
	readonly config: string;
	readonly state: string;
	readonly version: string;
	/** The desk of the data folder; starts its service unless `--no-start` is given. */
	readonly desk: () => Promise<Result<Desk>>;
	/** What starts this program again, with other arguments. */
	readonly program: (args: readonly string[]) => StartCommand;
	/** Another command by its name, null when there is none. */
	readonly command: (name: string) => Promise<Command> | null;
};

/** The part of a call that puts things into words. */
export type Speaker = Pick<Call, 'say' | 'language'>;

/** One command: a file each in `command/`, and one line in `command-list.ts`. */
export type Command = {
	/** Positional arguments as the help shows them, for example `NUMBER [NUMBER …]`. */
	readonly usage: string;
	readonly summary: TextKey;
	readonly flags: Readonly<Record<string, Flag>>;
	/** Answers the exit code (`exit-code.ts`). */
	readonly run: (call: Call) => Promise<number>;
};

/** The value of a flag that is a text; null when not given. */
export const textFlag = (call: Call, name: string): string | null => {
	const value = call.flags[name];
	return typeof value === 'string' ? value : null;
};

/** The value of a flag that is a number; null when not given. */
export const numberFlag = (call: Call, name: string): number | null => {
	const value = call.flags[name];
	return typeof value === 'number' ? value : null;
};

/** Whether a flag without a value was given. */
export const isSet = (call: Call, name: string): boolean => call.flags[name] === true;

/** The values of a flag that may be repeated; each may hold several with commas between them. */
export const listFlag = (call: Call, name: string): readonly string[] => {
	const value = call.flags[name];
	const values = Array.isArray(value) ? value : [value];
	return values
		.filter(item => typeof item === 'string')
		.flatMap(item => item.split(','))
		.map(item => item.trim())
		.filter(item => item !== '');
};
