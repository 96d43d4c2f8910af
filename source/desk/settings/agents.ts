import {type Agent, mayDo} from '../../domain/agent.ts';
import {fail, ok, type Result} from '../../domain/result.ts';
import {agentInput, loginInput} from '../../domain/settings/settings-input.ts';
import type {Caller} from '../caller.ts';
import type {Core} from '../core.ts';
import {demand} from '../permit.ts';
import {checked} from '../request-input.ts';

/** Somebody has to be able to let people in. */
const keepAdmin = (agents: readonly Agent[]): Result<readonly Agent[]> =>
	agents.some(agent => agent.active && mayDo(agent.role, 'agents'))
		? ok(agents)
		: fail('action-unavailable', {reason: 'last-admin'});

/** One's own name and signature are everybody's to change. */
const isOwnWords = (old: Agent | undefined, agent: Agent, caller: Caller): boolean =>
	old?.login === caller.agent.login && old.role === agent.role && old.active === agent.active;

const change = async (
	core: Core,
	by: (agents: readonly Agent[]) => Result<readonly Agent[]>,
): Promise<Result<null>> => {
	const saved = await core.parts.store.changeAgents(document => {
		const changed = by(document.agents);
		const kept = changed.ok ? keepAdmin(changed.value) : changed;
		return kept.ok ? ok({...document, agents: kept.value}) : kept;
	});
	if (!saved.ok) return saved;
	core.settingsChanged();
	return ok(null);
};

/** Adds or replaces an agent. Problem: `action-unavailable` (`last-admin`). */
export const saveAgent = async (
	core: Core,
	caller: Caller,
	input: unknown,
): Promise<Result<null>> => {
	const agent = checked(agentInput, input);
	if (!agent.ok) return agent;
	const {login} = agent.value;
	return change(core, agents => {
		const old = agents.find(candidate => candidate.login === login);
		const may = isOwnWords(old, agent.value, caller) ? ok(null) : demand(caller, 'agents');
		if (!may.ok) return may;
		return ok(
			old
				? agents.map(candidate => (candidate === old ? agent.value : candidate))
				: [...agents, agent.value],
		);
	});
};

/** Removes an agent; queues he was responsible for have nobody then. His tickets keep his login. */
export const removeAgent = async (core: Core, input: unknown): Promise<Result<null>> => {
	const login = checked(loginInput, input);
	if (!login.ok) return login;
	const removed = await change(core, agents =>
		agents.some(agent => agent.login === login.value)
			? ok(agents.filter(agent => agent.login !== login.value))
			: fail('agent-unknown', {agent: login.value}),
	);
	if (!removed.ok) return removed;
	const desk = await core.parts.store.changeDesk(document =>
		ok({
			...document,
			queues: document.queues.map(queue =>
				queue.responsible === login.value ? {...queue, responsible: null} : queue,
			),
		}),
	);
	core.settingsChanged();
	return desk.ok ? ok(null) : desk;
};
