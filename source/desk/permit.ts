import {mayDo, type Right} from '../domain/agent.ts';
import {fail, ok, type Result} from '../domain/result.ts';
import type {Ticket} from '../domain/ticket.ts';
import {maySee} from '../domain/visibility.ts';
import type {Caller, Client} from './caller.ts';
import type {Core} from './core.ts';

/** Checks on every call who calls and what the role allows now: it may have changed since he connected. */
export const permit = (core: Core, client: Client, right: Right): Result<Caller> => {
	const agent = core.agent(client.login);
	if (!agent?.active) return fail('not-an-agent', {login: client.login});
	if (!mayDo(agent.role, right)) return fail('not-permitted', {right});
	return ok({client, agent, viewer: core.viewer(agent)});
};

/** A further right that depends on what is asked. */
export const demand = (caller: Caller, right: Right): Result<null> =>
	mayDo(caller.agent.role, right) ? ok(null) : fail('not-permitted', {right});

/** The ticket as it is stored, for a caller who may see its content. */
export const openTicket = async (
	core: Core,
	caller: Caller,
	number: string,
): Promise<Result<Ticket>> => {
	const found = await core.parts.store.ticket(number);
	if (!found.ok) return found;
	return maySee(found.value, caller.viewer)
		? found
		: fail('not-permitted', {number, reason: 'private'});
};
