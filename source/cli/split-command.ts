import {optionName} from './option-name.ts';
import {commonFlags} from './parse.ts';

/** The common flags as they are written, and whether the next word is their value. */
const takesValue: ReadonlyMap<string, boolean> = new Map(
	Object.entries(commonFlags).flatMap(([name, {type}]) => [
		[`--${optionName(name)}`, type === 'string'],
		[`--no-${optionName(name)}`, false],
	]),
);

/**
 * The command's name and all that is said beside it. Flags that every command has may stand before
 * the name; any other word there belongs to the screen, which has no name.
 */
export const splitCommand = (
	argv: readonly string[],
): {readonly name: string; readonly rest: readonly string[]} => {
	let at = 0;
	for (;;) {
		const word = argv[at];
		if (word === undefined) return {name: 'screen', rest: argv};
		if (!word.startsWith('-')) return {name: word, rest: argv.toSpliced(at, 1)};
		const [flag = ''] = word.split('=');
		const hasValue = takesValue.get(flag);
		if (hasValue === undefined) return {name: 'screen', rest: argv};
		at += hasValue && !word.includes('=') ? 2 : 1;
	}
};
