import type {Context, Step} from '../action/action.ts';
import {findQueue} from '../change/action-settings.ts';
import {applyStep} from '../change/apply-step.ts';
import {sameTicket} from '../change/field-change.ts';
import {recordChange} from '../change/record-change.ts';
import type {Rule} from '../desk-document.ts';
import type {Ticket} from '../ticket.ts';
import {type RuleBook, rulesMet, type StoppedExpression} from './rule.ts';
import {type RuleAction, ruleActionByName} from './rule-action.ts';
import {ruleMailOf} from './rule-mail.ts';

export type RuleRun = {
	/** The changed ticket with a line of history for each rule; its fields are not recorded yet. */
	readonly after: Ticket;
	/** Rules that the mail met, in order. */
	readonly met: readonly Rule[];
	/** What they changed, as actions of the desk. */
	readonly steps: readonly Step[];
	/** Ids of the templates that they want to be sent as a reply. */
	readonly replies: readonly string[];
	readonly stopped: readonly StoppedExpression[];
};

type Done = Pick<RuleRun, 'after' | 'steps' | 'replies'>;

/** A flag needs somebody whose it is: the one named, who has the ticket, else who runs the rules. */
const ownerOf = (ticket: Ticket, value: string, context: Context): string =>
	value || ticket.assignee || context.by;

/** Personal of nobody would hide the ticket from everybody. */
const isPointless = ({name}: RuleAction, owner: string, context: Context): boolean =>
	name === 'personal' && !context.settings.agents.has(owner);

/** What one action of a rule makes of a ticket; the ticket itself where it cannot be done. */
const changed = (
	ticket: Ticket,
	wanted: {readonly ruleAction: RuleAction; readonly value: string},
	context: Context,
): Ticket => {
	const {ruleAction, value} = wanted;
	if (ruleAction.action === null) return ticket;
	// Not in the name of who runs them: taking a ticket for oneself would open it.
	const by = ruleAction.value === 'owner' ? ownerOf(ticket, value, context) : 'raute';
	if (isPointless(ruleAction, by, context)) return ticket;
	const step = {action: ruleAction.action, input: ruleAction.input(value)};
	const applied = applyStep(ticket, step, {...context, by});
	return applied.ok ? applied.value : ticket;
};

const runOne = (before: Ticket, rule: Rule, context: Context): Done => {
	let after = before;
	const steps: Step[] = [];
	const replies: string[] = [];
	for (const {action, value} of rule.actions) {
		const ruleAction = ruleActionByName.get(action);
		if (!ruleAction) continue;
		if (ruleAction.value === 'template') replies.push(value);
		const next = changed(after, {ruleAction, value}, context);
		if (sameTicket(after, next)) continue;
		steps.push({action: ruleAction.action?.name ?? action, input: ruleAction.input(value)});
		after = next;
	}
	return {after, steps, replies};
};

const meet = (ticket: Ticket, book: RuleBook): ReturnType<typeof rulesMet> => {
	const mail = ruleMailOf(ticket, book.accountAddress(ticket.account));
	return mail ? rulesMet(book, mail) : {met: [], stopped: []};
};

const runMet = (ticket: Ticket, met: readonly Rule[], context: Context): Done => {
	let after = ticket;
	const steps: Step[] = [];
	const replies: string[] = [];
	for (const rule of met) {
		const done = runOne(after, rule, context);
		steps.push(...done.steps);
		replies.push(...done.replies);
		if (done.after === after && done.replies.length === 0) continue;
		const line = {at: context.now, by: context.by, what: 'rule', to: rule.title};
		after = {...done.after, history: [...done.after.history, line]};
	}
	return {after, steps, replies};
};

/**
 * Runs the rules over a ticket that is there already, in their order; each writes only what it sets,
 * the later one last. A rule that changes nothing leaves no line of history. Replies are for new
 * tickets alone.
 */
export const runRules = (ticket: Ticket, book: RuleBook, context: Context): RuleRun => {
	const {met, stopped} = meet(ticket, book);
	const silent = met.map(rule => ({
		...rule,
		actions: rule.actions.filter(({action}) => action !== 'template'),
	}));
	return {...runMet(ticket, silent, context), met, stopped};
};

/** The responsible of the account's queue has a new ticket only as long as it stays in that queue. */
const released = (ticket: Ticket, met: readonly Rule[], {settings}: Context): Ticket => {
	const moves = met.some(({actions}) =>
		actions.some(({action, value}) => action === 'queue' && findQueue(settings, value)),
	);
	const queue = ticket.queue === null ? null : findQueue(settings, ticket.queue);
	return moves && queue?.responsible === ticket.assignee ? {...ticket, assignee: null} : ticket;
};

/** A new ticket as the rules shape it, whole: what they changed is recorded, its revision stays. */
export const shapeByRules = (ticket: Ticket, book: RuleBook, context: Context): RuleRun => {
	const {met, stopped} = meet(ticket, book);
	const done = runMet(released(ticket, met, context), met, context);
	const after =
		met.length === 0
			? ticket
			: {...recordChange(ticket, done.after, context), revision: ticket.revision};
	return {...done, after, met, stopped};
};
