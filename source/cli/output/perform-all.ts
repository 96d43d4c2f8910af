import type {Command, Desk, Outcome} from '../../desk/desk.ts';
import type {Problem} from '../../domain/problem.ts';
import {sayProblemLine} from '../../language/problem.ts';
import type {TextKey} from '../../language/say.ts';
import {refuse} from '../answer.ts';
import type {Call} from '../command.ts';
import {exitCode, exitCodeOf} from '../exit-code.ts';

/** Commands of one call to the desk, far below what it takes. */
const chunk = 2000;

/** The first problem of each ticket. */
const failures = (outcomes: readonly Outcome[]): ReadonlyMap<string, Problem> => {
	const first = new Map<string, Problem>();
	for (const outcome of outcomes)
		if (!outcome.ok && !first.has(outcome.number)) first.set(outcome.number, outcome.problem);
	return first;
};

/** One code when all failed for the same kind of reason, else 1. */
const codeOf = (problems: readonly Problem[], tickets: number): number => {
	const codes = new Set(problems.map(exitCodeOf));
	const [only = exitCode.failed] = codes;
	return problems.length === tickets && codes.size === 1 ? only : exitCode.failed;
};

/**
 * Applies commands; says what failed for each ticket, and how many tickets were changed. `also` says
 * more where one was.
 */
export const performAll = async (
	call: Call,
	desk: Desk,
	commands: readonly Command[],
	done: TextKey = 'cli.changed',
	also: () => void = () => undefined,
): Promise<number> => {
	const outcomes: Outcome[] = [];
	for (let from = 0; from < commands.length; from += chunk) {
		const answered = await desk.perform(commands.slice(from, from + chunk));
		if (!answered.ok) return refuse(call, answered.problem);
		outcomes.push(...answered.value);
	}
	const failed = failures(outcomes);
	const tickets = new Set(commands.map(command => command.number)).size;
	for (const [number, problem] of failed)
		call.tell(`raute: ${number}: ${sayProblemLine(call.say, problem)}`);
	if (tickets > failed.size) {
		call.tell(call.say(done, {n: tickets - failed.size}));
		also();
	}
	return failed.size === 0 ? exitCode.done : codeOf([...failed.values()], tickets);
};
