import type {Ask, Host} from '../host.ts';
import {tryRules} from '../rule/try-rules.ts';
import type {RuleCalls} from '../rule-calls.ts';

/** The verbs around rules; they are saved as the other lists of the settings are. */
export const ruleVerbs = ({core}: Host, ask: Ask): RuleCalls => ({
	tryRules: request => ask('tickets.read', caller => tryRules(core, caller, request)),
});
