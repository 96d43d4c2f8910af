import type {Desk, Me} from '../../desk/desk.ts';
import {sayProblemLine} from '../../language/problem.ts';
import {misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet} from '../command.ts';
import {exitCode, exitCodeOf} from '../exit-code.ts';
import {wrongChoice} from '../input/choice.ts';
import {printJson} from '../output/json.ts';
import {printRows} from '../output/rows.ts';
import type {Section} from './section.ts';

const verbs = ['list', 'add', 'set', 'remove'];

const verbsOf = <Item>(section: Section<Item>): readonly string[] => [
	...new Set([...verbs, ...Object.keys(section.verbs ?? {})]),
];

const find = <Item>(section: Section<Item>, me: Me, key: string): Item | null =>
	section.items(me).find(item => section.keyOf(item).toLowerCase() === key.toLowerCase()) ?? null;

const list = <Item>(call: Call, section: Section<Item>, me: Me): number => {
	const items = section.items(me);
	if (isSet(call, 'json')) printJson(call, items);
	else
		printRows(call, {
			head: (section.head ?? []).map(key => call.say(key)),
			rows: items.map(item => section.cells?.(item, me) ?? []),
		});
	return exitCode.done;
};

type Work<Item> = {
	readonly call: Call;
	readonly section: Section<Item>;
	readonly desk: Desk;
	readonly me: Me;
	readonly keys: readonly string[];
};

/** Adds one item, or changes the ones named. */
const put = async <Item>(work: Work<Item>, verb: 'add' | 'set'): Promise<number> => {
	const {call, section, desk, me, keys} = work;
	return forEach(work, keys, async key => {
		const before = find(section, me, key);
		if (verb === 'add' && before !== null) return {name: 'label-taken', details: {label: key}};
		if (verb === 'set' && before === null) return section.unknown(key);
		const item = await section.build(call, before === null ? key : section.keyOf(before), before);
		const saved = await section.save(desk, item, {call, me});
		return saved.ok ? null : saved.problem;
	});
};

const remove = <Item>(work: Work<Item>): Promise<number> => {
	const {section, desk, keys, call} = work;
	return forEach(work, keys, async key => {
		// Asked anew: removing the one before has changed the list.
		const me = await desk.me();
		if (!me.ok) return me.problem;
		const item = find(section, me.value, key);
		if (item === null) return section.unknown(key);
		const removed = await section.remove(desk, item, {call, me: me.value});
		return removed.ok ? null : removed.problem;
	});
};

type Problem = ReturnType<Section<unknown>['unknown']>;

/** Goes on after a failure; one key gives its problem's exit code, several give 1. */
const forEach = async <Item>(
	{call}: Work<Item>,
	keys: readonly string[],
	change: (key: string) => Promise<Problem | null>,
): Promise<number> => {
	let code: number = exitCode.done;
	for (const key of keys) {
		const problem = await change(key);
		if (problem === null) continue;
		if (keys.length === 1) return refuse(call, problem);
		call.tell(`raute: ${key}: ${sayProblemLine(call.say, problem)}`);
		code = exitCodeOf(problem) === exitCode.notPermitted ? exitCode.notPermitted : exitCode.failed;
	}
	return code;
};

const runVerb = async <Item>(work: Work<Item>, verb: string): Promise<number> => {
	if (verb === 'list') return list(work.call, work.section, work.me);
	return verb === 'remove' ? remove(work) : put(work, verb === 'add' ? 'add' : 'set');
};

/** The number of keys that a verb wants, at least and at most. */
const keysWanted = <Item>(section: Section<Item>, verb: string): readonly [number, number] => {
	const own = section.verbs?.[verb];
	if (own !== undefined) return [own.keys ?? 0, own.keys ?? Number.POSITIVE_INFINITY];
	if (verb === 'list') return [0, 0];
	return verb === 'remove' ? [1, Number.POSITIVE_INFINITY] : [1, 1];
};

const misuseOf = <Item>(call: Call, section: Section<Item>): string | null => {
	const [verb = 'list', ...keys] = call.args;
	const {say} = call;
	const known = verbsOf(section);
	if (!known.includes(verb)) return say('cli.verb-unknown', {value: verb, verbs: known.join(', ')});
	const [least, most] = keysWanted(section, verb);
	if (keys.length < least) return say('cli.section.key-missing', {key: section.keyName, verb});
	if (keys.length <= most) return wrongChoice(call, section.choices);
	return most === 0
		? say('cli.section.no-keys', {verb})
		: say('cli.section.one-key', {key: section.keyName});
};

const usageOf = <Item>({keyName, verbs: own = {}}: Section<Item>): string => {
	const more = Object.entries(own)
		.filter(([verb]) => !verbs.includes(verb))
		.map(([verb, {keys}]) => (keys === 0 ? verb : `${verb} ${keyName}`));
	const usual = ['list', `add ${keyName}`, `set ${keyName}`, `remove ${keyName} …`];
	return `[${[...usual, ...more].join(' | ')}]`;
};

/** The command of one section: `list`, `add`, `set`, `remove`, and its own verbs. */
export const sectionCommand = <Item>(section: Section<Item>): Command => ({
	usage: usageOf(section),
	summary: section.summary,
	flags: {...section.flags, json: {type: 'boolean'}},
	run: async call => {
		const misuse = misuseOf(call, section);
		if (misuse !== null) return misused(call, misuse);
		const [verb = 'list', ...keys] = call.args;
		const own = section.verbs?.[verb];
		if (own) return own.run(call, keys);
		return withDesk(call, async desk => {
			const me = await desk.me();
			if (!me.ok) return refuse(call, me.problem);
			return runVerb({call, section, desk, me: me.value, keys}, verb);
		});
	},
});
