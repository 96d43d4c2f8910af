import type {Problem} from '../domain/problem.ts';
import {withReason} from './reach.ts';
import {isTextKey, type Say, type TextKey} from './say.ts';

/** A problem in words: what happened, what still works, what to do. */
type ProblemText = {readonly what: string; readonly still: string; readonly todo: string};

/** What values of these fields look like, in the words of the forms. */
const shapes: Readonly<Record<string, TextKey>> = {
	'queues.label': 'fault.letters',
	'projects.label': 'fault.label',
	'jobs.periodMinutes': 'fault.minutes',
	'jobs.startTime': 'fault.time',
	'jobs.weekday': 'fault.weekday',
	'templates.category': 'fault.category',
	login: 'fault.login',
	responsible: 'fault.login',
	id: 'fault.accountId',
	address: 'fault.address',
	fromDate: 'fault.date',
};

/** Commands that list what a value can be. */
const lists: Readonly<Record<string, string>> = {
	project: 'raute project list',
	projects: 'raute project list',
	defaultProject: 'raute project list',
	job: 'raute job list',
	jobs: 'raute job list',
	rule: 'raute rule list',
	rules: 'raute rule list',
	template: 'raute template list',
	view: 'raute view list',
	templates: 'raute template list',
};

/** What helps against a value that is refused, where the field alone tells it. */
const inputHint = (say: Say, {details}: Problem): string | null => {
	const field = String(details['field'] ?? '');
	const shape = shapes[`${details['list'] ?? ''}.${field}`] ?? shapes[field];
	if (shape !== undefined) return say(shape);
	const command = details['value'] === undefined ? undefined : lists[field];
	return command === undefined ? null : say('problem.input-invalid.list', {command});
};

/** A password that was looked for in a variable, which is then written `$NAME`. */
const isFromVariable = ({name, details}: Problem): boolean =>
	name === 'password-missing' && String(details['text'] ?? '').startsWith('$');

/** What helps where name and reason alone do not tell it. */
const hintFor = (say: Say, problem: Problem): string | null => {
	if (isFromVariable(problem)) return say('problem.password-missing.variable', problem.details);
	return problem.name === 'input-invalid' ? inputHint(say, problem) : null;
};

/** The three lines of a problem, filled with its details; a reason may have lines of its own. */
export const sayProblem = (say: Say, found: Problem): ProblemText => {
	const problem = withReason(found);
	const {name, details} = problem;
	const line = (part: keyof ProblemText) => {
		const own = `problem.${name}.${details['reason'] ?? ''}.${part}`;
		return say(isTextKey(own) ? own : (`problem.${name}.${part}` as TextKey), details);
	};
	const hint = hintFor(say, problem);
	return {what: line('what'), still: line('still'), todo: hint ?? line('todo')};
};

/** The problem in one line, for standard error and for toasts: what happened and what to do. */
export const sayProblemLine = (say: Say, problem: Problem): string => {
	const {what, todo} = sayProblem(say, problem);
	return `${what} ${todo}`;
};
