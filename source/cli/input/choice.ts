import type {Call} from '../command.ts';
import {optionName} from '../option-name.ts';

/** What a flag may be, by the flag's name. */
export type Choices = Readonly<Record<string, readonly string[]>>;

export const onOff = ['on', 'off'] as const;

/** Says which flag has a value that it does not take; null when all are right. */
export const wrongChoice = (call: Call, choices: Choices): string | null => {
	for (const [name, allowed] of Object.entries(choices)) {
		const value = call.flags[name];
		if (typeof value === 'string' && !allowed.includes(value)) {
			const words = {flag: `--${optionName(name)}`, value, allowed: allowed.join(', ')};
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

const myself: ReadonlySet<string> = new Set(['me', 'ich']);

/** The login of `--assign`, which may say `me`; null for nobody, undefined when not given. */
export const assigneeOf = (call: Call, login: string): string | null | undefined => {
	const wish = clearable(call, 'assign');
	return typeof wish === 'string' && myself.has(wish) ? login : wish;
};
