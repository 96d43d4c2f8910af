import type {Project} from '../../domain/desk-document.ts';
import {textFlag} from '../command.ts';
import {type Section, withItem} from '../section/section.ts';
import {sectionCommand} from '../section/section-command.ts';

const keyOf = (project: Project): string => project.label;

const section: Section<Project> = {
	summary: 'cli.project',
	keyName: 'LABEL',
	flags: {name: {type: 'string'}},
	choices: {},
	items: me => me.desk.projects,
	keyOf,
	head: ['cli.section.label', 'cli.section.name'],
	cells: project => [project.label, project.name],
	unknown: value => ({name: 'input-invalid', details: {field: 'project', value}}),
	build: (call, label, before) => ({
		label,
		name: textFlag(call, 'name') ?? before?.name ?? label,
	}),
	save: (desk, project, {me}) =>
		desk.saveDesk({projects: withItem(me.desk.projects, project, keyOf)}),
	remove: (desk, project, {me}) =>
		desk.saveDesk({projects: me.desk.projects.filter(one => one.label !== project.label)}),
};

/** Projects: labels that scope tickets and templates. */
export const project = sectionCommand(section);
