import type {Queue} from '../../../domain/desk-document.ts';
import type {Result} from '../../../domain/result.ts';
import {itemInput} from '../../../domain/settings/settings-input.ts';
import type {EffectContext} from '../../effect/context.ts';
import {agentName} from '../../part/agent-name.ts';
import type {Reaction} from '../../state/overlay-state.ts';
import {type Field, type Option, textValue} from '../form/field.ts';
import {askMove, removeLabelled, saveLabelled} from '../labelled.ts';
import {defineTab, type Refusal, type Source} from '../tab.ts';

const nobody: Option = {value: '', label: {key: 'settings.nobody'}};

/** Active agents as options, and nobody; one who left stays choosable where he is set. */
const agentOptions = ({me}: Source, now: string | null): readonly Option[] => [
	nobody,
	...me.agents
		.filter(agent => agent.active || agent.login === now)
		.map(({login, name}) => ({value: login, label: `${name} (${login})`})),
];

const fields = (source: Source, now: string | null): readonly Field[] => [
	{
		kind: 'text',
		name: 'label',
		label: 'settings.queues.label',
		help: 'settings.queues.labelHelp',
		fault: 'fault.letters',
	},
	{kind: 'text', name: 'name', label: 'settings.queues.name'},
	{
		kind: 'choice',
		name: 'responsible',
		label: 'settings.queues.responsible',
		help: 'settings.queues.responsibleHelp',
		options: agentOptions(source, now),
	},
];

/** A new label is another queue; the old one goes only while nothing is in it. */
const save = (
	context: EffectContext,
	queue: Queue,
	more: {readonly before: Queue | null; readonly extra: unknown},
): Promise<Result<unknown>> =>
	saveLabelled(context, queue, {
		...more,
		list: 'queues',
		stepFor: number => ({number, action: 'queue', input: {queue: queue.label}}),
	});

/** Where the tickets of a queue go that is in use. */
const askWhere = (refusal: Refusal<Source>): Reaction | null =>
	askMove(refusal, {
		title: 'settings.queues.where',
		none: 'picker.noQueue',
		all: refusal.source.me.desk.queues,
	});

/** Warteschlangen: name, Kennung, who is responsible. */
export const queuesTab = defineTab<Queue>({
	name: 'queues',
	right: 'queues',
	about: 'settings.queues.about',
	items: ({me}) => me.desk.queues,
	keyOf: queue => queue.label,
	titleOf: queue => queue.name,
	columns: [
		{label: 'settings.queues.label', width: 14, text: queue => queue.label},
		{label: 'settings.queues.name', width: 0, text: queue => queue.name},
		{
			label: 'settings.queues.responsible',
			width: 20,
			from: 60,
			text: ({responsible}, {source, say}) =>
				responsible === null ? say('settings.nobody') : agentName(source, responsible),
		},
	],
	blank: () => ({label: '', name: '', responsible: null}),
	values: ({label, name, responsible}) => ({label, name, responsible: responsible ?? ''}),
	fields: ({source, item: queue}) => fields(source, queue.responsible),
	read: ({values}) => ({
		label: textValue(values['label']),
		name: textValue(values['name']),
		responsible: values['responsible'] || null,
	}),
	schema: itemInput.queues,
	check: ({label}, {item: before, source}) =>
		source.me.desk.queues.some(
			other => other.label !== before.label && other.label.toLowerCase() === label.toLowerCase(),
		)
			? {label: {key: 'fault.taken'}}
			: {},
	fieldOf: problem => (problem.name === 'label-in-use' ? 'label' : null),
	save,
	remove: (context, queue, extra) =>
		removeLabelled(context, {list: 'queues', label: queue.label, extra}),
	refused: askWhere,
});
