import {randomUUID} from 'node:crypto';
import type {Command as DeskCommand} from '../../desk/desk.ts';
import type {Step} from '../../domain/action/action.ts';
import {sayProblemLine} from '../../language/problem.ts';
import {longTime} from '../../language/when.ts';
import {misused, refuse, withDesk} from '../answer.ts';
import type {Call, Command} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {onOff, wrongChoice} from '../input/choice.ts';
import {numberOf} from '../input/numbers.ts';
import {impossibleStep, stepsOf} from '../input/ticket-steps.ts';
import {performAll} from '../output/perform-all.ts';

const choices = {prio: onOff, personal: onOff, private: onOff, star: onOff};

/** The numbers that can be one; what cannot is said and left out. */
const numbersOf = (call: Call): readonly string[] => [
	...new Set(
		call.args.flatMap(text => {
			const number = numberOf(text);
			if (number !== null) return [number];
			const problem = {name: 'ticket-missing', details: {number: text}} as const;
			call.tell(`raute: ${sayProblemLine(call.say, problem)}`);
			return [];
		}),
	),
];

/** What the words of `--snooze` were taken for. */
const tellSnooze = ({tell, say, language}: Call, steps: readonly Step[]): void => {
	const input = steps.find(({action}) => action === 'snooze')?.input as
		| {readonly until: string | null}
		| undefined;
	if (input?.until) tell(say('cli.snoozed', {time: longTime(input.until, language)}));
};

/** Edits tickets. Everything that can be checked before is checked before anything is changed. */
export const set: Command = {
	usage: 'NUMBER …',
	summary: 'cli.set',
	flags: {
		status: {type: 'string'},
		queue: {type: 'string'},
		assign: {type: 'string'},
		claim: {type: 'boolean'},
		prio: {type: 'string'},
		personal: {type: 'string'},
		private: {type: 'string'},
		star: {type: 'string'},
		tag: {type: 'string', isMultiple: true},
		project: {type: 'string'},
		snooze: {type: 'string'},
		subject: {type: 'string'},
		requester: {type: 'string'},
		applyRules: {type: 'boolean'},
	},
	run: async call => {
		if (call.args.length === 0) return misused(call, call.say('cli.number-missing'));
		const wrong = wrongChoice(call, choices);
		if (wrong !== null) return misused(call, wrong);
		return withDesk(call, async desk => {
			const me = await desk.me();
			if (!me.ok) return refuse(call, me.problem);
			const steps = stepsOf(call, {login: me.value.agent.login, now: Date.now()});
			if (typeof steps === 'string') return misused(call, steps);
			if (steps.length === 0) return misused(call, call.say('cli.nothing-to-set'));
			const impossible = impossibleStep(steps, me.value);
			if (impossible !== null) return refuse(call, impossible);
			const numbers = numbersOf(call);
			const commands: readonly DeskCommand[] = numbers.flatMap(number =>
				steps.map(step => ({id: randomUUID(), number, ...step})),
			);
			const told = () => tellSnooze(call, steps);
			const code = await performAll(call, desk, commands, 'cli.changed', told);
			return numbers.length < new Set(call.args).size ? exitCode.failed : code;
		});
	},
};
