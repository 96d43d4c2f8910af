import type {RuleHit, RuleTrial} from '../../desk/desk.ts';
import {sayRuleStep} from '../../language/rule.ts';
import type {Say} from '../../language/say.ts';
import {shortNumber} from '../part/number.ts';
import type {UiEvent} from '../state/event.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {Words} from '../state/undo-state.ts';
import {openDialog} from '../verb/dialog.ts';
import type {EffectContext} from './context.ts';
import {problemToast, toast} from './toast.ts';

/** More lines would hide the question. */
const mostLines = 6;

const lineOf = ({number, subject, steps}: RuleHit, say: Say, now: number): Words => ({
	key: 'rules.line',
	params: {
		number: shortNumber(number, now),
		subject,
		change: steps.map(step => sayRuleStep(say, step)).join(', '),
	},
});

const stoppedLines = ({stopped}: RuleTrial): readonly Words[] =>
	stopped.map(({pattern}) => ({key: 'rule.stopped', params: {pattern}}));

/** What would change on how many of the tickets, and the question whether it shall. */
const question = (
	trial: RuleTrial,
	{say, now}: {readonly say: Say; readonly now: number},
	apply: (numbers: readonly string[]) => Reaction,
): Reaction => {
	const changing = trial.hits.filter(({steps}) => steps.length > 0);
	const rest = changing.length - mostLines;
	const more: Words = {key: 'rules.more', params: {n: rest}};
	return openDialog({
		title: {key: 'rules.title'},
		lines: [
			{key: 'rules.would', params: {n: changing.length, of: trial.seen}},
			...changing.slice(0, mostLines).map(hit => lineOf(hit, say, now)),
			...(rest > 0 ? [more] : []),
			...stoppedLines(trial),
		],
		confirm: {key: 'y'},
		action: {key: 'rules.apply'},
		reaction: apply(changing.map(({number}) => number)),
	});
};

/** The dry run of the desk's rules on some tickets; then it asks, and `apply` is what follows. */
export const tryOnTickets = async (
	{desk, say, now}: EffectContext,
	numbers: readonly string[],
	apply: (numbers: readonly string[]) => Reaction,
): Promise<readonly UiEvent[]> => {
	const trial = await desk.tryRules({rules: null, numbers, last: 0});
	if (!trial.ok) return [problemToast(trial.problem)];
	const {hits, seen, stopped} = trial.value;
	if (hits.some(({steps}) => steps.length > 0))
		return question(trial.value, {say, now: now()}, apply).events ?? [];
	const [first] = stopped;
	if (first) return [toast('warn', {key: 'rule.stopped', params: {pattern: first.pattern}})];
	return [toast('ok', {key: hits.length > 0 ? 'rules.same' : 'rules.none', params: {n: seen}})];
};
