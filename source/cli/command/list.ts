import type {Desk, Row} from '../../desk/desk.ts';
import {statusesOf} from '../../domain/filter/status-word.ts';
import {viewNamed} from '../../domain/list/saved-view.ts';
import {type ListQuery, type SortName, sorts, type TabName, tabs} from '../../domain/list/tab.ts';
import {ok, type Result} from '../../domain/result.ts';
import type {Status} from '../../domain/status.ts';
import {answer, misused, refuse, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, listFlag, textFlag} from '../command.ts';
import {wrongChoice} from '../input/choice.ts';
import {wrongWord} from '../input/wrong-word.ts';
import {printTickets} from '../output/ticket-rows.ts';
import {readViews} from '../ui-port/own-settings.ts';

const page = 1000;

/** Everything the query finds. A row that moves while pages are asked for is taken once. */
const allRows = async (desk: Desk, query: ListQuery): Promise<Result<readonly Row[]>> => {
	const rows = new Map<string, Row>();
	for (let from = 0; ; from += page) {
		const window = await desk.window({query, from, count: page});
		if (!window.ok) return window;
		for (const row of window.value.rows) rows.set(row.number, row);
		if (from + page >= window.value.total) return ok([...rows.values()]);
	}
};

const quoted = (value: string): string => `"${value.replaceAll('"', '')}"`;

const choices = {tab: tabs.map(({name}) => name), sort: sorts};

/** Without a status or tab the open work: the inbox, or with `--mine` what is mine. */
const queryOf = (call: Call, view: ListQuery | null): ListQuery => {
	const hasStatus = listFlag(call, 'status').length > 0;
	const mine = isSet(call, 'mine');
	const usual: TabName = hasStatus ? 'archive' : mine ? 'mine' : (view?.tab ?? 'inbox');
	const tab = (textFlag(call, 'tab') ?? usual) as TabName;
	const sort = (textFlag(call, 'sort') ?? view?.sort ?? 'newest') as SortName;
	const queue = textFlag(call, 'queue');
	const filter = [
		...(queue === null ? [] : [`queue:${quoted(queue)}`]),
		...(mine && hasStatus ? ['is:mine'] : []),
		view?.filter ?? '',
		textFlag(call, 'query') ?? '',
	];
	return {tab, sort, filter: filter.filter(Boolean).join(' ').trim()};
};

/** The question of `--view`, null without it; its name when there is none. */
const savedView = (call: Call): ListQuery | string | null => {
	const name = textFlag(call, 'view');
	if (name === null) return null;
	return viewNamed(readViews(call.config), name)?.query ?? name;
};

/** The statuses of `--status`; the word that is none as a string. */
const wantedStatuses = (call: Call): ReadonlySet<Status> | string => {
	const wanted = new Set<Status>();
	for (const word of listFlag(call, 'status')) {
		const found = statusesOf(word);
		if (found.size === 0) return word;
		for (const status of found) wanted.add(status);
	}
	return wanted;
};

/** Lists tickets, newest first unless sorted otherwise: all of them, however many. */
export const list: Command = {
	usage: '',
	summary: 'cli.list',
	flags: {
		status: {type: 'string', isMultiple: true},
		tab: {type: 'string'},
		sort: {type: 'string'},
		queue: {type: 'string'},
		mine: {type: 'boolean'},
		query: {type: 'string'},
		view: {type: 'string'},
		json: {type: 'boolean'},
	},
	run: async call => {
		if (call.args.length > 0) return misused(call, call.say('cli.list-arguments'));
		const wrong = wrongChoice(call, choices);
		if (wrong !== null) return misused(call, wrong);
		const statuses = wantedStatuses(call);
		if (typeof statuses === 'string')
			return misused(call, call.say('cli.status-unknown', {value: statuses}));
		const unknown = wrongWord(call.say, textFlag(call, 'query') ?? '');
		if (unknown !== null) return misused(call, unknown);
		const view = savedView(call);
		if (typeof view === 'string')
			return refuse(call, {name: 'input-invalid', details: {field: 'view', value: view}});
		return withDesk(call, async desk =>
			answer(call, await allRows(desk, queryOf(call, view)), rows => {
				const shown = rows.filter(row => statuses.size === 0 || statuses.has(row.status));
				printTickets(call, shown, {json: isSet(call, 'json')});
			}),
		);
	},
};
