import {performAction} from '../../domain/change/perform.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {maySee} from '../../domain/visibility.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import type {Command} from '../desk.ts';

/** Whether there is a ticket to link to; problems: there is none, or the caller may not see it. */
export const linkMissing = (core: Core, caller: Caller, command: Command): Result<null> => {
	const {number = ''} = (command.input ?? {}) as {number?: string};
	const other = core.parts.store.summaries().get(number);
	if (!other) return fail('ticket-missing', {number});
	return maySee(other, caller.viewer)
		? ok(null)
		: fail('not-permitted', {number, reason: 'private'});
};

/** The other side of a link: the linked ticket names this one too. Failing is logged; the link holds. */
export const linkBack = async (core: Core, caller: Caller, command: Command): Promise<void> => {
	const {number: other, on = true} = command.input as {number: string; on?: boolean};
	const step = {action: 'link', input: {number: command.number, on}};
	const context = {
		now: core.now(),
		by: caller.agent.login,
		newId: core.parts.clock.newId,
		settings: core.actionSettings(),
	};
	const linked = await core.parts.store.change(
		other,
		ticket => {
			if (!maySee(ticket, caller.viewer))
				return fail('not-permitted', {number: other, reason: 'private'});
			const performed = performAction(ticket, step, context);
			return performed.ok ? ok(performed.value.after) : performed;
		},
		{commandId: `${command.id}-back`},
	);
	if (!linked.ok) core.parts.log(`link to ${other} has no way back: ${linked.problem.name}`);
};
