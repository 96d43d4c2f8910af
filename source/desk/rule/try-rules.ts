import {setImmediate as pause} from 'node:timers/promises';
import * as v from 'valibot';
import {ok, type Result} from '../../domain/result.ts';
import type {RuleBook, StoppedExpression} from '../../domain/rule/rule.ts';
import {runRules} from '../../domain/rule/rule-run.ts';
import {itemInput} from '../../domain/settings/settings-input.ts';
import {maySee} from '../../domain/visibility.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {RuleHit, RuleTrial} from '../desk.ts';
import {demand} from '../permit.ts';
import {checked, numberInput} from '../request-input.ts';

/** Most tickets of one dry run: more than anybody reads through. */
const mostTickets = 2000;

/** Tickets between two pauses, in which the others are answered. */
const breath = 50;

const requestInput = v.object({
	rules: v.nullable(v.pipe(v.array(itemInput.rules), v.maxLength(200))),
	numbers: v.nullable(v.pipe(v.array(numberInput), v.maxLength(mostTickets))),
	last: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostTickets)),
});

type Asked = v.InferOutput<typeof requestInput>;

/** The tickets to look at, newest first, without those whose content the caller may not see. */
const numbersOf = (core: Core, {viewer}: Caller, {numbers, last}: Asked): readonly string[] => {
	const summaries = core.parts.store.summaries();
	const wanted =
		numbers === null
			? [...summaries.values()]
			: [...new Set(numbers)].flatMap(number => summaries.get(number) ?? []);
	const seen = wanted
		.filter(summary => maySee(summary, viewer))
		.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
	return (numbers === null ? seen.slice(0, last) : seen).map(({number}) => number);
};

const tried = async (
	core: Core,
	{
		number,
		book,
		caller,
	}: {readonly number: string; readonly book: RuleBook; readonly caller: Caller},
): Promise<{
	readonly hit: RuleHit | null;
	readonly stopped: readonly StoppedExpression[];
} | null> => {
	const found = await core.parts.store.ticket(number);
	// Gone or made private since its summary was read.
	if (!found.ok || !maySee(found.value, caller.viewer)) return null;
	const {subject, requester, createdAt} = found.value;
	const run = runRules(found.value, book, {
		now: core.now(),
		by: caller.agent.login,
		newId: core.parts.clock.newId,
		settings: core.actionSettings(),
	});
	const rules = run.met.map(({id}) => id);
	const hit = {number, subject, requester, receivedAt: createdAt, rules, steps: run.steps};
	return {hit: rules.length === 0 ? null : hit, stopped: run.stopped};
};

const trial = async (
	core: Core,
	numbers: readonly string[],
	{book, caller}: {readonly book: RuleBook; readonly caller: Caller},
): Promise<RuleTrial> => {
	const hits: RuleHit[] = [];
	const stopped = new Map<string, StoppedExpression>();
	let seen = 0;
	for (const number of numbers) {
		const result = await tried(core, {number, book, caller});
		if (result === null) continue;
		seen += 1;
		if (result.hit) hits.push(result.hit);
		for (const one of result.stopped) stopped.set(`${one.rule}\n${one.pattern}`, one);
		if (seen % breath === 0) await pause();
	}
	return {seen, hits, stopped: [...stopped.values()]};
};

/**
 * The dry run. Rules that are handed in need the right `rules`; the stored ones are tried with the
 * right to edit. Problems: `not-permitted`, `input-invalid`.
 */
export const tryRules = async (
	core: Core,
	caller: Caller,
	input: unknown,
): Promise<Result<RuleTrial>> => {
	const asked = checked(requestInput, input);
	if (!asked.ok) return asked;
	const {rules} = asked.value;
	const may = demand(caller, rules === null ? 'tickets.edit' : 'rules');
	if (!may.ok) return may;
	const book = rules === null ? core.rules.book() : core.rules.trialBook(rules);
	return ok(await trial(core, numbersOf(core, caller, asked.value), {book, caller}));
};
