import type {PassReport} from '../../domain/account.ts';
import {problemNames} from '../../domain/problem.ts';
import {sayProblemLine} from '../../language/problem.ts';
import type {Call} from '../command.ts';

/** Why an import pass failed, in one line. */
export const passProblem = ({say}: Call, {account, problem}: PassReport): string => {
	const name = problemNames.find(known => known === problem?.name);
	const text = problem?.text ?? '';
	return name === undefined ? text : sayProblemLine(say, {name, details: {account, text}});
};
