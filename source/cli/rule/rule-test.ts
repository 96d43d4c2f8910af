import type {Desk, Me, RuleHit, RuleTrial} from '../../desk/desk.ts';
import type {Rule} from '../../domain/desk-document.ts';
import {age} from '../../language/age.ts';
import {sayRuleStep} from '../../language/rule.ts';
import {answer, misused} from '../answer.ts';
import {type Call, isSet, listFlag} from '../command.ts';
import {numberOf} from '../input/numbers.ts';
import {printJson} from '../output/json.ts';
import {printRows} from '../output/rows.ts';

/** Tickets that a dry run looks at when nobody says how many. */
const usualLast = 500;

const hitCells = (
	{say, stdout, language}: Call,
	hit: RuleHit,
	title: (id: string) => string,
): readonly string[] => [
	hit.number,
	stdout.isTTY ? age(Date.now() - Date.parse(hit.receivedAt), language) : hit.receivedAt,
	hit.requester.address,
	hit.rules.map(title).join(', '),
	hit.steps.map(step => sayRuleStep(say, step)).join(', ') || say('cli.rule.unchanged'),
	hit.subject,
];

const show = (call: Call, trial: RuleTrial, rules: readonly Rule[]): void => {
	const {say} = call;
	const title = (id: string): string => rules.find(rule => rule.id === id)?.title ?? id;
	const head = [
		'field.number',
		'field.age',
		'field.requester',
		'cli.rule.rules',
		'cli.rule.change',
		'field.subject',
	] as const;
	const rows = trial.hits.map(hit => hitCells(call, hit, title));
	printRows(call, {head: head.map(key => say(key)), rows});
	call.tell(say('rule.trial', {n: trial.hits.length, of: trial.seen}));
	for (const {rule, pattern} of trial.stopped)
		call.tell(`raute: ${title(rule)}: ${say('rule.stopped', {pattern})}`);
};

/**
 * `rule test`: the dry run. With `rules` null the desk's active ones are tried, else these; over the
 * newest tickets or the named ones.
 */
export const testRules = async (
	call: Call,
	{desk, me, rules}: {readonly desk: Desk; readonly me: Me; readonly rules: readonly Rule[] | null},
): Promise<number> => {
	const last = call.flags['last'] ?? usualLast;
	if (typeof last !== 'number' || !Number.isInteger(last) || last < 0 || last > 2000)
		return misused(call, call.say('cli.rule.last'));
	const named = listFlag(call, 'ticket');
	const numbers = named.map(text => numberOf(text) ?? text);
	const trial = await desk.tryRules({rules, numbers: named.length === 0 ? null : numbers, last});
	const print = isSet(call, 'json') ? printJson : show;
	return answer(call, trial, value => print(call, value, rules ?? me.desk.rules));
};
