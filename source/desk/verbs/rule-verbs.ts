import type {RuleCalls} from '../calls/rule-calls.ts';
import type {Ask, Host} from '../host.ts';
import {tryRules} from '../rule/try-rules.ts';

/** The verbs around rules; they are saved as the other lists of the settings are. */
export const ruleVerbs = ({core}: Host, ask: Ask): RuleCalls => ({
	tryRules: request => ask('tickets.read', caller => tryRules(core, caller, request)),
});
