import type {Desk, Me} from '../../desk/desk.ts';
import {actionSettings} from '../../domain/change/action-settings.ts';
import type {Rule} from '../../domain/desk-document.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import {inOrder} from '../../domain/rule/rule.ts';
import {ruleFaults, ruleNames} from '../../domain/rule/rule-check.ts';
import {freeRuleId, newRule} from '../../domain/rule/rule-new.ts';
import {answer, misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {wrongChoice} from '../input/choice.ts';
import {namesConditions, ruleChoices, ruleFlags, ruleOf, wrongDrop} from '../rule/rule-flags.ts';
import {listRules} from '../rule/rule-list.ts';
import {testRules} from '../rule/rule-test.ts';

type Work = {
	readonly call: Call;
	readonly desk: Desk;
	readonly me: Me;
	readonly keys: readonly string[];
};

const unknown = (value: string): Problem => ({
	name: 'input-invalid',
	details: {field: 'rule', value},
});

const find = ({desk}: Me, id: string): Rule | null =>
	desk.rules.find(rule => rule.id.toLowerCase() === id.toLowerCase()) ?? null;

const list = async ({call, desk, me}: Work): Promise<number> =>
	answer(call, await desk.status(), ({stoppedRules}) => listRules(call, {me, stoppedRules}));

/** Says the id of the new rule: it is made of the title unless it is given. */
const add = async ({call, desk, me, keys}: Work): Promise<number> => {
	const title = textFlag(call, 'title');
	if (title === null) return misused(call, call.say('cli.rule.title-missing'));
	const {rules} = me.desk;
	const [id = freeRuleId(title, rules)] = keys;
	if (find(me, id)) return refuse(call, {name: 'label-taken', details: {label: id}});
	const saved = await desk.saveItem('rules', ruleOf(call, newRule(id, rules)));
	return answer(call, saved, () => call.print(id));
};

/** Goes through the named rules up to the first problem. */
const each = async (
	{call, me, keys}: Work,
	change: (rule: Rule) => Promise<Result<unknown>>,
): Promise<number> => {
	for (const key of keys) {
		const rule = find(me, key);
		if (rule === null) return refuse(call, unknown(key));
		const changed = await change(rule);
		if (!changed.ok) return refuse(call, changed.problem);
	}
	return exitCode.done;
};

const move = async ({call, desk, me, keys}: Work): Promise<number> => {
	const [id = '', place = ''] = keys;
	const rule = find(me, id);
	if (rule === null) return refuse(call, unknown(id));
	const others = inOrder(me.desk.rules).filter(one => one !== rule);
	const order = others.map(one => one.id);
	order.splice(Number(place) - 1, 0, rule.id);
	return answer(call, await desk.orderItems('rules', order), () => undefined);
};

/** What keeps a rule that is only tried from doing what it says; without an action it may be. */
const untried = (rule: Rule, {desk, agents}: Me): Problem | undefined =>
	ruleFaults(rule, ruleNames(actionSettings(desk, agents), desk)).find(
		({details}) => details['actions'] === undefined,
	);

const test = async ({call, desk, me, keys}: Work): Promise<number> => {
	const missing = keys.find(key => find(me, key) === null);
	if (missing !== undefined) return refuse(call, unknown(missing));
	const stored = keys.flatMap(key => find(me, key) ?? []).map(rule => ruleOf(call, rule));
	const fresh = ruleOf(call, {...newRule('new', []), title: '?'});
	const tried = keys.length === 0 && namesConditions(call);
	const wrong = tried ? untried(fresh, me) : undefined;
	if (wrong !== undefined) return refuse(call, wrong);
	const rules = keys.length > 0 ? stored : tried ? [fresh] : null;
	return testRules(call, {desk, me, rules});
};

const verbs: Readonly<Record<string, (work: Work) => Promise<number>>> = {
	list,
	add,
	set: work => each(work, rule => work.desk.saveItem('rules', ruleOf(work.call, rule))),
	remove: work => each(work, rule => work.desk.removeItem('rules', rule.id)),
	test,
	move,
};

/** How many ids each verb takes. */
const counts: Readonly<Record<string, readonly [number, number]>> = {
	list: [0, 0],
	add: [0, 1],
	set: [1, 1],
	remove: [1, 2000],
	test: [0, 200],
	move: [2, 2],
};

const misuseOf = (call: Call): string | null => {
	const [verb = 'list', ...keys] = call.args;
	const {say} = call;
	const range = Object.hasOwn(counts, verb) ? counts[verb] : undefined;
	if (range === undefined)
		return say('cli.verb-unknown', {value: verb, verbs: Object.keys(verbs).join(', ')});
	const [least, most] = range;
	if (verb === 'move' && (keys.length !== 2 || !/^[1-9]\d{0,3}$/u.test(keys[1] ?? '')))
		return say('cli.rule.move-usage');
	if (keys.length < least) return say('cli.section.key-missing', {key: 'ID', verb});
	if (keys.length > most)
		return most === 0
			? say('cli.section.no-keys', {verb})
			: say('cli.section.one-key', {key: 'ID'});
	return wrongChoice(call, ruleChoices) ?? wrongDrop(call);
};

/** Rules (Regeln): conditions and actions as flags; `test` is the dry run. */
export const rule: Command = {
	usage: '[list | add [ID] | set ID | remove ID … | test [ID …] | move ID POSITION]',
	summary: 'cli.rule',
	flags: {
		...ruleFlags,
		last: {type: 'number'},
		ticket: {type: 'string', isMultiple: true},
		json: {type: 'boolean'},
	},
	run: async call => {
		const misuse = misuseOf(call);
		if (misuse !== null) return misused(call, misuse);
		const [verb = 'list', ...keys] = call.args;
		return withDesk(call, async desk => {
			const me = await desk.me();
			if (!me.ok) return refuse(call, me.problem);
			return verbs[verb]?.({call, desk, me: me.value, keys}) ?? exitCode.usage;
		});
	},
};
