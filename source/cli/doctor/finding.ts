import type {Problem} from '../../domain/problem.ts';
import {sayProblem} from '../../language/problem.ts';
import type {TextKey} from '../../language/say.ts';
import type {Call, Speaker} from '../command.ts';
import {exitCode, exitCodeOf} from '../exit-code.ts';

/** One thing that was looked at: what was found, what to do when it is not right. */
export type Finding = {
	readonly ok: boolean;
	readonly text: string;
	readonly todo: string;
	/** The exit code it asks for. */
	readonly code: number;
};

export const sound = (text: string): Finding => ({ok: true, text, todo: '', code: exitCode.done});

/** Something that a person has to put right. Its texts are `cli.doctor.NAME` and `….todo`. */
export const flaw = (
	{say}: Pick<Speaker, 'say'>,
	name: string,
	params: Readonly<Record<string, string | number>> = {},
): Finding => ({
	ok: false,
	text: say(`cli.doctor.${name}` as TextKey, params),
	todo: say(`cli.doctor.${name}.todo` as TextKey, params),
	code: exitCode.failed,
});

/** A problem as a finding. Only a server out of reach has an exit code of its own here. */
export const trouble = (call: Call, problem: Problem): Finding => {
	const {what, todo} = sayProblem(call.say, problem);
	const isAway = exitCodeOf(problem) === exitCode.unavailable;
	return {ok: false, text: what, todo, code: isAway ? exitCode.unavailable : exitCode.failed};
};
