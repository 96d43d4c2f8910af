import type {Template} from '../../../domain/desk-document.ts';
import {freeId} from '../../../domain/settings/free-id.ts';
import {itemInput} from '../../../domain/settings/settings-input.ts';
import {fillTemplate, unknownVariables} from '../../../domain/template/template.ts';
import {type Field, isOn, type Option, textValue, toggleValue, type Values} from '../form/field.ts';
import {previewLines, sampleValues, unknownLines} from '../sample-fill.ts';
import {type Draft, defineTab, type Source} from '../tab.ts';

const none: Option = {value: '', label: {key: 'picker.noProject'}};

const languages: readonly Option[] = [
	{value: 'de', label: 'Deutsch'},
	{value: 'en', label: 'English'},
];

/** Another language that a template has by the command line stays choosable. */
const languageOptions = (now: string): readonly Option[] =>
	languages.some(({value}) => value === now)
		? languages
		: [{value: now, label: now === '' ? '–' : now}, ...languages];

const projectOptions = ({me}: Source): readonly Option[] => [
	none,
	...me.desk.projects.map(({label, name}) => ({value: label, label: name})),
];

const fields = ({source, item}: Draft<Template, Source>): readonly Field[] => [
	{kind: 'text', name: 'title', label: 'settings.templates.title'},
	{
		kind: 'text',
		name: 'category',
		label: 'settings.templates.category',
		help: 'settings.templates.categoryHelp',
		fault: 'fault.category',
	},
	{
		kind: 'choice',
		name: 'language',
		label: 'settings.templates.language',
		options: languageOptions(item.language),
	},
	{
		kind: 'choice',
		name: 'project',
		label: 'settings.templates.project',
		help: 'settings.templates.projectHelp',
		options: projectOptions(source),
	},
	{kind: 'toggle', name: 'active', label: 'settings.templates.active'},
	{
		kind: 'lines',
		name: 'text',
		label: 'settings.templates.text',
		help: 'settings.templates.textHelp',
	},
];

const values = ({title, category, language, project, active, text}: Template): Values => ({
	title,
	category,
	language,
	project: project ?? '',
	active: toggleValue(active),
	text,
});

/** A new template is called after its title, for the command line. */
const read = ({values: typed, item, isNew, source}: Draft<Template, Source>): Template => {
	const title = textValue(typed['title']);
	const items = source.me.desk.templates;
	return {
		...item,
		id: isNew ? freeId(title, {items, instead: 'template'}) : item.id,
		title,
		category: textValue(typed['category']),
		language: typed['language'] ?? '',
		project: typed['project'] || null,
		active: isOn(typed['active']),
		text: typed['text'] ?? '',
	};
};

/** Textvorlagen: in categories, for one project or all, in an order of their own. */
export const templatesTab = defineTab<Template>({
	name: 'templates',
	right: 'templates',
	about: 'settings.templates.about',
	items: ({me}) => [...me.desk.templates].sort((a, b) => a.order - b.order),
	keyOf: template => template.id,
	titleOf: template => template.title,
	columns: [
		{
			label: 'settings.templates.title',
			width: 0,
			text: ({title, text}) => (unknownVariables(text).length > 0 ? `! ${title}` : title),
		},
		{label: 'settings.templates.category', width: 16, from: 50, text: one => one.category},
		{label: 'settings.templates.language', width: 8, from: 60, text: one => one.language},
		{label: 'settings.templates.project', width: 12, from: 70, text: one => one.project ?? ''},
	],
	active: {is: one => one.active, set: (one, active) => ({...one, active})},
	blank: ({me, own}) => ({
		id: '',
		title: '',
		category: '',
		language: own.look.language ?? '',
		project: null,
		text: '',
		order: Math.max(0, ...me.desk.templates.map(({order}) => order)) + 1,
		active: true,
	}),
	values,
	fields,
	read,
	schema: itemInput.templates,
	below: ({values: typed, source}, place) => {
		const text = typed['text'] ?? '';
		const filled = fillTemplate(text, sampleValues(source, place, null));
		return [
			...unknownLines(text, place, 'settings.templates.unknown'),
			...(text.trim() === '' ? [] : previewLines(filled.text, place)),
		];
	},
	save: ({desk}, template) => desk.saveItem('templates', template),
	remove: ({desk}, {id}) => desk.removeItem('templates', id),
	order: ({desk}, keys) => desk.orderItems('templates', keys),
});
