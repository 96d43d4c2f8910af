import {viewNamed, viewsOf, withoutView, withView} from '../../domain/list/saved-view.ts';
import {sorts, tabs} from '../../domain/list/tab.ts';
import {misused, refuse} from '../answer.ts';
import {type Call, type Command, isSet, textFlag} from '../command.ts';
import {exitCode} from '../exit-code.ts';
import {wrongChoice} from '../input/choice.ts';
import {printJson} from '../output/json.ts';
import {printRows} from '../output/rows.ts';
import {ownSettingsPorts, readViews} from '../ui-port/own-settings.ts';

const choices = {tab: tabs.map(({name}) => name), sort: sorts};

const show = (call: Call): number => {
	const views = readViews(call.config);
	if (isSet(call, 'json')) printJson(call, views);
	else
		printRows(call, {
			head: (['name', 'tab', 'sort', 'filter'] as const).map(key => call.say(`cli.view.${key}`)),
			rows: views.map(({name, query: {tab, sort, filter}}) => [name, tab, sort, filter]),
		});
	return exitCode.done;
};

/** The views after `add` or `remove`; null when there is none of this name, or it cannot be one. */
const changed = (call: Call, verb: string, name: string) => {
	const views = readViews(call.config);
	if (verb === 'remove') return viewNamed(views, name) && withoutView(views, name);
	const query = {
		tab: textFlag(call, 'tab') ?? 'inbox',
		sort: textFlag(call, 'sort') ?? 'newest',
		filter: textFlag(call, 'query') ?? '',
	};
	const [view] = viewsOf([{name, query}]);
	return view ? withView(views, view) : null;
};

/** The caller's own saved views, as the screen shows them behind its tabs. */
export const view: Command = {
	usage: '[list | add NAME | remove NAME]',
	summary: 'cli.view',
	flags: {
		tab: {type: 'string'},
		sort: {type: 'string'},
		query: {type: 'string'},
		json: {type: 'boolean'},
	},
	run: async call => {
		const [verb = 'list', name, ...more] = call.args;
		const wrong = wrongChoice(call, choices);
		if (wrong !== null) return misused(call, wrong);
		if (verb === 'list' && name === undefined) return show(call);
		if (!['add', 'remove'].includes(verb))
			return misused(call, call.say('cli.verb-unknown', {value: verb, verbs: 'list, add, remove'}));
		if (name === undefined || more.length > 0)
			return misused(call, call.say('cli.section.one-key', {key: 'NAME'}));
		const views = changed(call, verb, name);
		if (views === null)
			return refuse(call, {name: 'input-invalid', details: {field: 'view', value: name}});
		const saved = await ownSettingsPorts(call.config).saveViews(views);
		return saved.ok ? exitCode.done : refuse(call, saved.problem);
	},
};
