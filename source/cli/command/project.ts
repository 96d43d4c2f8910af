import type {Project} from '../../domain/desk-document.ts';
import {textFlag} from '../command.ts';
import {removeLabel} from '../section/remove-label.ts';
import type {Section} from '../section/section.ts';
import {sectionCommand} from '../section/section-command.ts';

const section: Section<Project> = {
	summary: 'cli.project',
	keyName: 'LABEL',
	flags: {name: {type: 'string'}, moveTo: {type: 'string'}},
	choices: {},
	items: me => me.desk.projects,
	keyOf: project => project.label,
	head: ['cli.section.label', 'cli.section.name'],
	cells: project => [project.label, project.name],
	unknown: value => ({name: 'input-invalid', details: {field: 'project', value}}),
	build: (call, label, before) => ({
		label,
		name: textFlag(call, 'name') ?? before?.name ?? label,
	}),
	save: (desk, project) => desk.saveItem('projects', project),
	remove: (desk, project, {call}) => removeLabel(desk, 'projects', {label: project.label, call}),
};

/** Projects: labels that scope tickets and templates. */
export const project = sectionCommand(section);
