import {createContext, Script} from 'node:vm';
import type {ExpressionTest, RuleExpression} from '../../domain/rule/rule.ts';
import type {StoppedRule} from '../desk.ts';

/**
 * Milliseconds that one expression may take on one text. The worst compilation measured takes 17 ms,
 * an innocent run well under 1.
 */
const budgetMs = 50;

/** So often an expression is stopped before it is given up. */
const mostStops = 3;

/** After so many good runs in a row earlier stops are forgotten: a busy machine looks the same. */
const forgivenAfter = 200;

/** Longest text that is tried, in UTF-16 units; subjects are at most 1,000. */
const longest = 2000;

/** Without groups and repetitions (`rechnung|invoice`) there is nothing to try twice: a run is linear. */
const endsByItself = ({source}: RegExp): boolean => !/[(*+?{]/u.test(source);

type Stops = {readonly asked: RuleExpression; times: number; goodRuns: number};

export type RuleGuard = {
	readonly test: ExpressionTest;
	/** Expressions that were stopped. */
	readonly stopped: () => readonly StoppedRule[];
};

/**
 * Tries regular expressions with a limit of time. V8 matches by backtracking, which can take time that
 * doubles with every letter; `node:vm` ends such a run (measured: 50 ms asked, at most 55 taken),
 * at 0.07 ms a run. What was stopped repeatedly is not tried again under the same pattern.
 */
export const createRuleGuard = (log: (line: string) => void): RuleGuard => {
	const room: {expression: RegExp | null; text: string} = {expression: null, text: ''};
	const context = createContext(room);
	const script = new Script('expression.test(text)');
	const records = new Map<string, Stops>();

	const run = (expression: RegExp, text: string): boolean | 'stopped' => {
		Object.assign(room, {expression, text: text.slice(0, longest)});
		try {
			return script.runInContext(context, {timeout: budgetMs}) === true;
		} catch {
			// Out of time, or out of the stack of the expression: neither is an answer.
			return 'stopped';
		}
	};

	const noteGood = (key: string): void => {
		const known = records.get(key);
		if (!known) return;
		known.goodRuns += 1;
		if (known.goodRuns >= forgivenAfter) records.delete(key);
	};

	const noteStop = (key: string, asked: RuleExpression): void => {
		const times = (records.get(key)?.times ?? 0) + 1;
		records.set(key, {asked, times, goodRuns: 0});
		const end = times >= mostStops ? ', given up until the rule is edited' : '';
		log(`rule ${asked.rule}: ${asked.pattern} stopped after ${budgetMs} ms${end}`);
	};

	return {
		test: (asked, text) => {
			if (endsByItself(asked.expression)) return asked.expression.test(text.slice(0, longest));
			const key = `${asked.rule}\n${asked.pattern}`;
			if ((records.get(key)?.times ?? 0) >= mostStops) return 'stopped';
			const found = run(asked.expression, text);
			if (found === 'stopped') noteStop(key, asked);
			else noteGood(key);
			return found;
		},
		stopped: () =>
			[...records.values()].map(({asked, times}) => ({
				rule: asked.rule,
				pattern: asked.pattern,
				times,
				givenUp: times >= mostStops,
			})),
	};
};
