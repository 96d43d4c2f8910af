import type {Project} from '../../../domain/desk-document.ts';
import {itemInput} from '../../../domain/settings/settings-input.ts';
import {textValue} from '../form/field.ts';
import {askMove, removeLabelled, saveLabelled} from '../labelled.ts';
import {defineTab} from '../tab.ts';

/** Projekte: labels that scope tickets and templates. */
export const projectsTab = defineTab<Project>({
	name: 'projects',
	right: 'queues',
	about: 'settings.projects.about',
	items: ({me}) => me.desk.projects,
	keyOf: project => project.label,
	titleOf: project => project.name,
	columns: [
		{label: 'settings.projects.label', width: 20, text: project => project.label},
		{label: 'settings.projects.name', width: 0, text: project => project.name},
	],
	blank: () => ({label: '', name: ''}),
	values: ({label, name}) => ({label, name}),
	fields: () => [
		{
			kind: 'text',
			name: 'label',
			label: 'settings.projects.label',
			help: 'settings.projects.labelHelp',
			fault: 'fault.label',
		},
		{kind: 'text', name: 'name', label: 'settings.projects.name'},
	],
	read: ({values}) => ({
		label: textValue(values['label']),
		name: textValue(values['name']),
	}),
	schema: itemInput.projects,
	check: ({label}, {item: before, source}) =>
		source.me.desk.projects.some(
			other => other.label !== before.label && other.label.toLowerCase() === label.toLowerCase(),
		)
			? {label: {key: 'fault.taken'}}
			: {},
	fieldOf: problem => (problem.name === 'label-in-use' ? 'label' : null),
	save: (context, project, more) =>
		saveLabelled(context, project, {
			...more,
			list: 'projects',
			stepFor: number => ({number, action: 'project', input: {project: project.label}}),
		}),
	remove: (context, project, extra) =>
		removeLabelled(context, {list: 'projects', label: project.label, extra}),
	refused: refusal =>
		askMove(refusal, {
			title: 'settings.projects.where',
			none: 'picker.noProject',
			all: refusal.source.me.desk.projects,
		}),
});
