import type {Problem} from '../domain/problem.ts';
import type {Say, TextKey} from './say.ts';

/** A problem in words: what happened, what still works, what to do. */
type ProblemText = {readonly what: string; readonly still: string; readonly todo: string};

/** The three lines of a problem, filled with its details. */
export const sayProblem = (say: Say, problem: Problem): ProblemText => {
	const line = (part: keyof ProblemText) =>
		say(`problem.${problem.name}.${part}` as TextKey, problem.details);
	return {what: line('what'), still: line('still'), todo: line('todo')};
};

/** The problem in one line, for standard error and for toasts: what happened and what to do. */
export const sayProblemLine = (say: Say, problem: Problem): string => {
	const {what, todo} = sayProblem(say, problem);
	return `${what} ${todo}`;
};
