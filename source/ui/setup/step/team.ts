import type {Agent} from '../../../domain/agent.ts';
import type {Queue} from '../../../domain/desk-document.ts';
import {ok, type Result} from '../../../domain/result.ts';
import type {EffectContext} from '../../effect/context.ts';
import {type Field, textValue, type Values} from '../../settings/form/field.ts';
import {type Draft, defineTab, type Faults, type Source} from '../../settings/tab.ts';
import {agentLines, queueLines} from '../team-lines.ts';

const blank = ({me}: Source): Values => ({
	deskName: me.desk.name,
	ownName: me.agent.name === me.agent.login ? '' : me.agent.name,
	agents: me.agents
		.filter(agent => agent.login !== me.agent.login)
		.map(({login, name}) => `${login} ${name}`)
		.join('\n'),
	queues: me.desk.queues
		.map(({label, name, responsible}) =>
			[label, name, responsible === null ? '' : `@${responsible}`].join(' ').trim(),
		)
		.join('\n'),
	defaultQueue: '',
});

const fields = ({values}: Draft<Values, Source>): readonly Field[] => [
	{kind: 'text', name: 'deskName', label: 'setup.deskName', help: 'setup.deskNameHelp'},
	{kind: 'text', name: 'ownName', label: 'setup.ownName', help: 'setup.ownNameHelp'},
	{kind: 'lines', name: 'agents', label: 'setup.agents', help: 'setup.agentsHelp'},
	{kind: 'lines', name: 'queues', label: 'setup.queues', help: 'setup.queuesHelp'},
	{
		kind: 'choice',
		name: 'defaultQueue',
		label: 'setup.defaultQueue',
		help: 'setup.defaultQueueHelp',
		options: [
			{value: '', label: {key: 'picker.noQueue'}},
			...queueLines(values['queues']).map(({item}) => ({value: item.label, label: item.name})),
		],
	},
];

const check = (values: Values, {source}: Draft<Values, Source>): Faults => {
	const agents = agentLines(values['agents']);
	const queues = queueLines(values['queues']);
	const logins = new Set([source.me.agent.login, ...agents.map(({item}) => item.login)]);
	const agent = agents.find(({isRight}) => !isRight);
	const queue = queues.find(({isRight}) => !isRight);
	const stranger = queues.find(
		({item}) => item.responsible !== null && !logins.has(item.responsible),
	);
	const labels = queues.map(({item}) => item.label.toLowerCase());
	const twice = queues.find((_, index) => labels.indexOf(labels[index] ?? '') !== index);
	return {
		...(textValue(values['deskName']) === '' ? {deskName: {key: 'fault.empty'}} : {}),
		...(agent === undefined ? {} : {agents: {key: 'fault.agentLine', params: {line: agent.text}}}),
		...(twice === undefined
			? {}
			: {queues: {key: 'fault.queueTwice', params: {line: twice.item.label}}}),
		...(stranger === undefined
			? {}
			: {
					queues: {
						key: 'fault.queueAgent',
						params: {login: stranger.item.responsible ?? ''},
					},
				}),
		...(queue === undefined ? {} : {queues: {key: 'fault.queueLine', params: {line: queue.text}}}),
	};
};

/** What is written already keeps its role, its signature and whether it is active. */
const withKnown = (agent: Agent, known: readonly Agent[]): Agent => {
	const before = known.find(one => one.login === agent.login);
	return before === undefined ? agent : {...before, name: agent.name};
};

const saveAll = async (
	{desk}: EffectContext,
	agents: readonly Agent[],
	queues: readonly Queue[],
): Promise<Result<null>> => {
	for (const agent of agents) {
		const saved = await desk.saveAgent(agent);
		if (!saved.ok) return saved;
	}
	for (const queue of queues) {
		const saved = await desk.saveItem('queues', queue);
		if (!saved.ok) return saved;
	}
	return ok(null);
};

const save = async (context: EffectContext, values: Values): Promise<Result<unknown>> => {
	const {me} = context.store.state();
	if (me === null) return ok(null);
	const named = await context.desk.saveDesk({name: textValue(values['deskName'])});
	if (!named.ok) return named;
	const own = {...me.agent, name: textValue(values['ownName']) || me.agent.name};
	const agents = agentLines(values['agents']).map(({item}) => withKnown(item, me.agents));
	const others = agents.filter(agent => agent.login !== own.login);
	return saveAll(
		context,
		[own, ...others],
		queueLines(values['queues']).map(({item}) => item),
	);
};

/** Step 3: who works here, and what mail is sorted into. Both can be left as they are. */
export const teamStep = defineTab<Values>({
	name: 'setup-team',
	right: 'agents',
	items: () => [],
	keyOf: () => '',
	titleOf: () => ({key: 'setup.team'}),
	columns: [],
	blank,
	values: (item, source) => ({...blank(source), ...item}),
	fields,
	read: ({values}) => values,
	check,
	save,
});
