import type {Call} from '../command.ts';

/** What a flag may be, by the flag's name. */
export type Choices = Readonly<Record<string, readonly string[]>>;

export const onOff = ['on', 'off'] as const;

/** A flag as it is written on the command line. */
export const flagName = (name: string): string =>
	`--${name.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`)}`;

/** Says which flag has a value that it does not take; null when all are right. */
export const wrongChoice = (call: Call, choices: Choices): string | null => {
	for (const [name, allowed] of Object.entries(choices)) {
		const value = call.flags[name];
		if (typeof value === 'string' && !allowed.includes(value)) {
			const words = {flag: flagName(name), value, allowed: allowed.join(', ')};
			return call.say('cli.wrong-choice', words);
		}
	}
	return null;
};

/** Whether an on/off flag is on; null when it is not given. Checked by `wrongChoice` before. */
export const switched = (call: Call, name: string): boolean | null => {
	const value = call.flags[name];
	return value === undefined ? null : value === 'on';
};

const nobody: ReadonlySet<string> = new Set(['', '-', 'none', 'keine', 'keiner', 'niemand']);

/** Whether a value takes away what is there. */
export const isNobody = (value: string): boolean => nobody.has(value.toLowerCase());

/** The value of a flag that can be taken away with `none` or an empty value; undefined when not given. */
export const clearable = (call: Call, name: string): string | null | undefined => {
	const value = call.flags[name];
	if (typeof value !== 'string') return undefined;
	return isNobody(value) ? null : value;
};
