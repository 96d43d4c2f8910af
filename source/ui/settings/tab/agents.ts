import {type Agent, mayDo} from '../../../domain/agent.ts';
import type {Queue} from '../../../domain/desk-document.ts';
import {isRecord} from '../../../domain/is-record.ts';
import {ok, type Result} from '../../../domain/result.ts';
import {agentInput} from '../../../domain/settings/settings-input.ts';
import type {EffectContext} from '../../effect/context.ts';
import {type Field, isOn, textValue, toggleValue} from '../form/field.ts';
import {type Draft, defineTab, type Source} from '../tab.ts';

const roles = ['admin', 'agent', 'viewer'] as const;

/** The last one who may let people in stays, and stays an admin. */
const isLastAdmin = (agent: Agent, {me}: Source): boolean =>
	mayDo(agent.role, 'agents') &&
	agent.active &&
	!me.agents.some(
		other => other.login !== agent.login && other.active && mayDo(other.role, 'agents'),
	);

const mayAll = ({me}: Source): boolean => me.rights.includes('agents');

const fields = ({item, isNew, source}: Draft<Agent, Source>): readonly Field[] => {
	const locked = mayAll(source)
		? isLastAdmin(item, source)
			? ('reason.lastAdmin' as const)
			: undefined
		: ('reason.noAgentsRight' as const);
	return [
		{
			kind: 'text',
			name: 'login',
			label: 'settings.agents.login',
			help: 'settings.agents.loginHelp',
			fault: 'fault.login',
			locked: isNew ? undefined : 'reason.loginStays',
		},
		{kind: 'text', name: 'name', label: 'settings.agents.name'},
		{
			kind: 'choice',
			name: 'role',
			label: 'settings.agents.role',
			help: 'settings.agents.roleHelp',
			options: roles.map(role => ({value: role, label: {key: `role.${role}` as const}})),
			locked,
		},
		{kind: 'toggle', name: 'active', label: 'settings.agents.active', locked},
		{
			kind: 'lines',
			name: 'signature',
			label: 'settings.agents.signature',
			help: 'settings.agents.signatureHelp',
		},
	];
};

/** Queues whose responsible goes with an agent, so that bringing him back brings them back. */
const queuesOf = (extra: unknown): readonly Queue[] =>
	isRecord(extra) && 'queues' in extra ? (extra['queues'] as readonly Queue[]) : [];

const save = async (
	{desk}: EffectContext,
	agent: Agent,
	extra: unknown,
): Promise<Result<unknown>> => {
	const saved = await desk.saveAgent(agent);
	if (!saved.ok) return saved;
	for (const queue of queuesOf(extra)) {
		const back = await desk.saveItem('queues', queue);
		if (!back.ok) return back;
	}
	return ok(null);
};

const remove = async ({desk, store}: EffectContext, agent: Agent): Promise<Result<unknown>> => {
	const queues = (store.state().me?.desk.queues ?? []).filter(
		queue => queue.responsible === agent.login,
	);
	const removed = await desk.removeAgent(agent.login);
	return removed.ok ? ok({queues}) : removed;
};

/** Mitarbeiter: who may work here, and as what. One's own name and signature are everybody's. */
export const agentsTab = defineTab<Agent>({
	name: 'agents',
	right: 'agents',
	mayEdit: (agent, source) =>
		mayAll(source) || agent.login === source.me.agent.login ? true : 'reason.noAgentsRight',
	mayRemove: (agent, source) => (isLastAdmin(agent, source) ? 'reason.lastAdmin' : true),
	about: 'settings.agents.about',
	items: ({me}) => me.agents,
	keyOf: agent => agent.login,
	titleOf: agent => agent.name,
	columns: [
		{label: 'settings.agents.login', width: 14, text: agent => agent.login},
		{label: 'settings.agents.name', width: 0, text: agent => agent.name},
		{
			label: 'settings.agents.role',
			width: 14,
			from: 50,
			text: ({role}, {say}) => say(`role.${role}`),
		},
	],
	active: {is: agent => agent.active, set: (agent, active) => ({...agent, active})},
	blank: () => ({login: '', name: '', role: 'agent', active: true, signature: ''}),
	values: ({login, name, role, active, signature}) => ({
		login,
		name,
		role,
		active: toggleValue(active),
		signature,
	}),
	fields,
	read: ({values}) => ({
		login: textValue(values['login']),
		name: textValue(values['name']),
		role: roles.find(role => role === values['role']) ?? 'viewer',
		active: isOn(values['active']),
		signature: values['signature'] ?? '',
	}),
	schema: agentInput,
	check: ({login}, {isNew, source}) =>
		isNew && source.me.agents.some(agent => agent.login === login)
			? {login: {key: 'fault.agentThere'}}
			: {},
	save: (context, agent, {extra}) => save(context, agent, extra),
	remove,
});
