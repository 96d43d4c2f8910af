import type {Template} from '../../domain/desk-document.ts';
import type {Problem} from '../../domain/problem.ts';
import {unknownVariables} from '../../domain/template/template.ts';
import {groupedTemplates, namedTemplate} from '../../domain/template/template-choice.ts';
import {refuse, withDesk} from '../answer.ts';
import {type Call, isSet, numberFlag, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {clearable, onOff, switched} from '../input/choice.ts';
import {readText} from '../input/read-stdin.ts';
import {printJson} from '../output/json.ts';
import type {Section} from '../section/section.ts';
import {sectionCommand} from '../section/section-command.ts';

const unknown = (value: string): Problem => ({
	name: 'input-invalid',
	details: {field: 'template', value},
});

/** The text of `--text`; from standard input for `-`, and for a new template without the flag. */
const textOf = (call: Call, before: Template | null): Promise<string> | string => {
	const given = textFlag(call, 'text');
	if (given === '-' || (given === null && before === null)) return readText(call);
	return given ?? before?.text ?? '';
};

/** Variables that nothing fills are said, since they will stop every mail with this template. */
const warn = (call: Call, text: string): void => {
	const unknown = unknownVariables(text);
	if (unknown.length > 0)
		call.tell(call.say('cli.template.unknown', {variables: unknown.join(' ')}));
};

const build = async (call: Call, id: string, before: Template | null): Promise<Template> => {
	const project = clearable(call, 'project');
	const text = await textOf(call, before);
	warn(call, text);
	return {
		id,
		title: textFlag(call, 'title') ?? before?.title ?? id,
		category: textFlag(call, 'category') ?? before?.category ?? '',
		language: textFlag(call, 'language') ?? before?.language ?? call.language,
		project: project === undefined ? (before?.project ?? null) : project,
		text,
		order: numberFlag(call, 'order') ?? before?.order ?? 0,
		active: switched(call, 'active') ?? before?.active ?? true,
	};
};

const show = (call: Call, [name = '']: readonly string[]): Promise<number> =>
	withDesk(call, async desk => {
		const me = await desk.me();
		if (!me.ok) return refuse(call, me.problem);
		const template = namedTemplate(me.value.desk.templates, name);
		if (template === null) return refuse(call, unknown(name));
		if (isSet(call, 'json')) printJson(call, template);
		else call.print(template.text);
		return exitCode.done;
	});

const section: Section<Template> = {
	summary: 'cli.template',
	keyName: 'ID',
	flags: {
		title: {type: 'string'},
		category: {type: 'string'},
		language: {type: 'string'},
		project: {type: 'string'},
		text: {type: 'string'},
		order: {type: 'number'},
		active: {type: 'string'},
	},
	choices: {active: onOff},
	items: me => groupedTemplates(me.desk.templates).flatMap(group => group.templates),
	keyOf: template => template.id,
	head: [
		'cli.section.id',
		'cli.section.language',
		'cli.section.category',
		'cli.section.project',
		'cli.section.active',
		'cli.section.title',
	],
	cells: ({id, language, category, project, active, title}) => [
		id,
		language,
		category,
		project ?? '',
		active ? 'on' : 'off',
		title,
	],
	unknown,
	build,
	save: (desk, template) => desk.saveItem('templates', template),
	remove: (desk, template) => desk.removeItem('templates', template.id),
	verbs: {show: {keys: 1, run: show}},
};

/** Text templates (Textvorlagen): their texts come from `--text` or from standard input. */
export const template = sectionCommand(section);
