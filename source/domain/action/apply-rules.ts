import * as v from 'valibot';
import {fail, ok} from '../result.ts';
import {runRules} from '../rule/rule-run.ts';
import {defineAction} from './action.ts';

/** Regeln anwenden: runs the desk's rules over a ticket that is there already. No mail goes out. */
export const applyRules = defineAction({
	name: 'applyRules',
	scope: 'many',
	right: 'tickets.edit',
	input: v.object({}),
	apply: (ticket, _input, context) =>
		context.rules
			? ok(runRules(ticket, context.rules, context).after)
			: fail('action-unavailable', {action: 'applyRules'}),
});
