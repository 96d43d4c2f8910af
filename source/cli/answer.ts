import type {Desk} from '../desk/desk.ts';
import type {Problem} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';
import {sayProblemLine} from '../language/problem.ts';
import type {Call} from './command.ts';
import {exitCode, exitCodeOf} from './exit-code.ts';

/** Says a problem in one line on standard error and answers its exit code. */
export const refuse = (call: Call, problem: Problem): number => {
	call.tell(`raute: ${sayProblemLine(call.say, problem)}`);
	return exitCodeOf(problem);
};

/** Says what is wrong with the command line. */
export const misused = (call: Call, text: string): number => {
	call.tell(`raute: ${text}`);
	return exitCode.usage;
};

/** Runs a command's work on the desk and closes the connection, whatever happens. */
export const withDesk = async (
	call: Call,
	work: (desk: Desk) => Promise<number>,
): Promise<number> => {
	const desk = await call.desk();
	if (!desk.ok) return refuse(call, desk.problem);
	try {
		return await work(desk.value);
	} finally {
		await desk.value.close();
	}
};

/** Answers a result: its value goes to `show`, a problem to standard error. */
export const answer = async <T>(
	call: Call,
	result: Result<T>,
	/** May answer an exit code of its own. */
	show: (value: T) => unknown,
): Promise<number> => {
	if (!result.ok) return refuse(call, result.problem);
	const code = await show(result.value);
	return typeof code === 'number' ? code : exitCode.done;
};
