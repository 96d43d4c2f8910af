import type {Step} from '../../domain/action/action.ts';
import type {Address} from '../../domain/address.ts';
import type {Rule} from '../../domain/desk-document.ts';
import type {Result} from '../../domain/result.ts';
import type {StoppedExpression} from '../../domain/rule/rule.ts';

/** An expression of a rule that took too long. */
export type StoppedRule = StoppedExpression & {
	readonly times: number;
	/** Not tried any more until the rule is edited or the service begins anew. */
	readonly givenUp: boolean;
};

export type RuleTrialRequest = {
	/** Rules as they would be, active or not; null for the desk's own active ones. */
	readonly rules: readonly Rule[] | null;
	/** Tickets to look at; null for the newest ones. */
	readonly numbers: readonly string[] | null;
	/** How many of the newest tickets, at most 2,000. */
	readonly last: number;
};

/** A ticket that rules would have hit. */
export type RuleHit = {
	readonly number: string;
	readonly subject: string;
	readonly requester: Address;
	readonly receivedAt: string;
	/** Ids of the rules, in their order. */
	readonly rules: readonly string[];
	/** What they would change now, as actions of the desk; none when all is so already. */
	readonly steps: readonly Step[];
};

export type RuleTrial = {
	/** Tickets that were looked at. */
	readonly seen: number;
	/** Newest first. */
	readonly hits: readonly RuleHit[];
	readonly stopped: readonly StoppedExpression[];
};

/** What rules ask of a desk; a part of `Desk`. */
export interface RuleCalls {
	/**
	 * The dry run: what rules would hit and change among the tickets that the caller may see; masked
	 * ones are neither shown nor counted. Nothing is changed.
	 */
	tryRules(request: RuleTrialRequest): Promise<Result<RuleTrial>>;
}
