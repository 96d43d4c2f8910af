import {actionSettings} from '../../domain/change/action-settings.ts';
import type {Rule} from '../../domain/desk-document.ts';
import {type RuleBook, readyRules} from '../../domain/rule/rule.ts';
import {type RuleRun, shapeByRules} from '../../domain/rule/rule-run.ts';
import type {Ticket} from '../../domain/ticket.ts';
import type {StoppedRule} from '../desk.ts';
import type {DeskParts} from '../parts.ts';
import {createRuleGuard} from './rule-guard.ts';
import {createRuleHits} from './rule-hits.ts';

/** The desk's rules while it runs. */
export type Rules = {
	/** The active rules of now, with the desk's limit of time. */
	readonly book: () => RuleBook;
	/** Other rules, active or not, that are only tried: what they do to the limit is not remembered. */
	readonly trialBook: (rules: readonly Rule[]) => RuleBook;
	/** A new ticket as the rules want it, for its one commit. */
	readonly shape: (ticket: Ticket) => RuleRun;
	/** Counts a hit of each of these rules, by their ids. */
	readonly count: (rules: readonly string[]) => void;
	/** Expressions of the rules of now that took too long. */
	readonly stopped: () => readonly StoppedRule[];
	readonly end: () => Promise<void>;
};

export const createRules = (parts: DeskParts): Rules => {
	const {store, clock, log} = parts;
	const guard = createRuleGuard(log);
	const hits = createRuleHits(parts);
	let read: {readonly from: readonly Rule[]; readonly book: RuleBook} | null = null;

	const accountAddress: RuleBook['accountAddress'] = id =>
		store.accounts().find(({account}) => account.id === id)?.account.address ?? null;

	const book = (): RuleBook => {
		const from = store.desk().rules;
		if (read?.from !== from)
			read = {from, book: {rules: readyRules(from), test: guard.test, accountAddress}};
		return read.book;
	};

	return {
		book,
		trialBook: rules => ({
			rules: readyRules(rules.map(rule => ({...rule, active: true}))),
			test: createRuleGuard(() => undefined).test,
			accountAddress,
		}),
		shape: ticket =>
			shapeByRules(ticket, book(), {
				now: new Date(clock.now()).toISOString(),
				by: 'raute',
				newId: clock.newId,
				settings: actionSettings(store.desk(), store.agents().agents),
			}),
		count: hits.add,
		stopped: () => {
			const {rules} = store.desk();
			const isThere = ({rule, pattern}: StoppedRule): boolean =>
				rules.some(
					({id, conditions}) => id === rule && conditions.some(one => one.pattern === pattern),
				);
			return guard.stopped().filter(isThere);
		},
		end: hits.end,
	};
};
