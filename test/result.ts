import type {Problem} from '../source/domain/problem.ts';
import type {Result} from '../source/domain/result.ts';

/** The value of a result that must be good. */
export const must = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Error(JSON.stringify(result.problem));
	return result.value;
};

/** The name of a result's problem, also of an outcome without a value; `none` of a good one. */
export const problemOf = (
	result: {readonly ok: true} | {readonly ok: false; readonly problem: Problem},
): string => (result.ok ? 'none' : result.problem.name);
