import type {Queue} from '../../domain/desk-document.ts';
import {textFlag} from '../command.ts';
import {clearable} from '../input/choice.ts';
import {removeLabel} from '../section/remove-label.ts';
import type {Section} from '../section/section.ts';
import {sectionCommand} from '../section/section-command.ts';

const section: Section<Queue> = {
	summary: 'cli.queue',
	keyName: 'LABEL',
	flags: {name: {type: 'string'}, responsible: {type: 'string'}, moveTo: {type: 'string'}},
	choices: {},
	items: me => me.desk.queues,
	keyOf: queue => queue.label,
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
	save: (desk, queue) => desk.saveItem('queues', queue),
	remove: (desk, queue, {call}) => removeLabel(desk, 'queues', {label: queue.label, call}),
};

/** Queues (Warteschlangen): their label, name and responsible agent. */
export const queue = sectionCommand(section);
