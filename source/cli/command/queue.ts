import type {Queue} from '../../domain/desk-document.ts';
import {textFlag} from '../command.ts';
import {clearable} from '../input/choice.ts';
import {type Section, withItem} from '../section/section.ts';
import {sectionCommand} from '../section/section-command.ts';

const keyOf = (queue: Queue): string => queue.label;

const section: Section<Queue> = {
	summary: 'cli.queue',
	keyName: 'LABEL',
	flags: {name: {type: 'string'}, responsible: {type: 'string'}},
	choices: {},
	items: me => me.desk.queues,
	keyOf,
	head: ['cli.section.label', 'cli.section.name', 'cli.section.responsible'],
	cells: queue => [queue.label, queue.name, queue.responsible ?? ''],
	unknown: queue => ({name: 'queue-unknown', details: {queue}}),
	build: (call, label, before) => {
		const responsible = clearable(call, 'responsible');
		return {
			label,
			name: textFlag(call, 'name') ?? before?.name ?? label,
			responsible: responsible === undefined ? (before?.responsible ?? null) : responsible,
		};
	},
	save: (desk, queue, {me}) => desk.saveDesk({queues: withItem(me.desk.queues, queue, keyOf)}),
	remove: (desk, queue, {me}) =>
		desk.saveDesk({queues: me.desk.queues.filter(one => one.label !== queue.label)}),
};

/** Queues (Warteschlangen): their label, name and responsible agent. */
export const queue = sectionCommand(section);
