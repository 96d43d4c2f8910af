import type {Say} from '../language/say.ts';
import type {Command, Flag} from './command.ts';
import {commandList} from './command-list.ts';
import {optionName} from './option-name.ts';

/** A flag that is on anyway is shown as what switches it off. */
const flagWord = ([name, {type, default: isOn}]: [string, Flag]): string =>
	type === 'boolean' ? `[--${isOn ? 'no-' : ''}${optionName(name)}]` : `[--${optionName(name)} …]`;

/** How one command is called, in one line. */
export const usageOf = (name: string, {usage, flags}: Command): string =>
	['raute', name, usage, ...Object.entries(flags).map(flagWord)].filter(Boolean).join(' ');

/** All commands with what they do, for `raute --help`. */
export const helpLines = async (say: Say): Promise<readonly string[]> => {
	const rows = await Promise.all(
		Object.entries(commandList).map(async ([name, load]) => {
			const {summary} = await load();
			return `  ${name.padEnd(12)}${say(summary)}`;
		}),
	);
	return [say('cli.help.usage'), '', ...rows, '', say('cli.help.common')];
};
