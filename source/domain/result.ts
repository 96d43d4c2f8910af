import type {Problem} from './problem.ts';

/** An expected outcome is a value: either what was asked for, or a named problem. `throw` is for bugs. */
export type Result<T> =
	| {readonly ok: true; readonly value: T}
	| {readonly ok: false; readonly problem: Problem};

/** A good result. */
export const ok = <T>(value: T): Result<T> => ({ok: true, value});

/** A failed result. `details` fill the words of the problem's text in the language files. */
export const fail = (name: Problem['name'], details: Problem['details'] = {}): Result<never> => ({
	ok: false,
	problem: {name, details},
});
