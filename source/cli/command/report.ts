import type {Figures} from '../../desk/desk.ts';
import {statusNames} from '../../domain/status.ts';
import {answer, misused, withDesk} from '../answer.ts';
import {type Call, type Command, isSet, textFlag} from '../command.ts';
import {printJson} from '../output/json.ts';
import {printRows} from '../output/rows.ts';

type Row = readonly [group: string, name: string, count: string];

const duration = ({say}: Call, seconds: number | null): string => {
	if (seconds === null) return '–';
	const minutes = Math.round(seconds / 60);
	const hours = Math.floor(minutes / 60);
	return say('cli.report.duration', {hours, minutes: minutes % 60});
};

const ageNames = ['≤ 1', '≤ 3', '≤ 7', '≤ 30', '> 30'] as const;

const rowsOf = (call: Call, figures: Figures): readonly Row[] => {
	const {say} = call;
	const none = say('word.none');
	const counted = (group: string, counts: Readonly<Record<string, number>>): readonly Row[] =>
		Object.entries(counts).map(([name, n]) => [group, name || none, String(n)]);
	return [
		[say('cli.report.tickets'), '', String(figures.created)],
		...statusNames.map(
			(status): Row => [
				say('field.status'),
				say(`status.${status}`),
				String(figures.byStatus[status]),
			],
		),
		...counted(say('field.queue'), figures.byQueue),
		...counted(say('cli.report.agent'), figures.byAgent),
		[
			say('cli.report.first-answer'),
			say('cli.report.median', {n: figures.answered}),
			duration(call, figures.firstAnswerSeconds),
		],
		...figures.openAges.map(
			(n, index): Row => [
				say('cli.report.open'),
				say('cli.report.days', {days: ageNames[index] ?? ''}),
				String(n),
			],
		),
	];
};

/** RFC 4180: quotes around what holds a quote, a comma or a line end. */
const csvCell = (text: string): string =>
	/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Names for programs: the same in every language, and seconds instead of hours. */
const csvRows = (figures: Figures): readonly Row[] => [
	['tickets', '', String(figures.created)],
	...Object.entries(figures.byStatus).map(([name, n]): Row => ['status', name, String(n)]),
	...Object.entries(figures.byQueue).map(([name, n]): Row => ['queue', name, String(n)]),
	...Object.entries(figures.byAgent).map(([name, n]): Row => ['agent', name, String(n)]),
	['answered', '', String(figures.answered)],
	['first-answer-seconds', 'median', String(figures.firstAnswerSeconds ?? '')],
	...figures.openAges.map(
		(n, index): Row => ['open-days', ageNames[index]?.replaceAll(' ', '') ?? '', String(n)],
	),
];

const print = (call: Call, figures: Figures): void => {
	if (isSet(call, 'json')) {
		printJson(call, figures);
		return;
	}
	if (isSet(call, 'csv')) {
		const lines = [['what', 'name', 'value'] as const, ...csvRows(figures)];
		for (const line of lines) call.print(line.map(csvCell).join(','));
		return;
	}
	const {say} = call;
	printRows(call, {
		head: [say('cli.report.what'), '', say('cli.report.count')],
		rows: rowsOf(call, figures),
	});
};

/** A day or a time; null for all, undefined for what is neither. */
const sinceOf = (call: Call): string | null | undefined => {
	const wish = textFlag(call, 'since');
	if (wish === null) return null;
	const day = /^\d{4}-\d\d-\d\d$/u.test(wish) ? Date.parse(`${wish}T00:00:00`) : Number.NaN;
	const time = Number.isNaN(day) ? Date.parse(wish) : day;
	return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/** Figures: tickets by status, queue and agent, the first answer in the middle, ages of what is open. */
export const report: Command = {
	usage: '',
	summary: 'cli.report',
	flags: {
		since: {type: 'string'},
		csv: {type: 'boolean'},
		json: {type: 'boolean'},
	},
	run: async call => {
		const since = sinceOf(call);
		if (since === undefined)
			return misused(
				call,
				call.say('cli.report.since-unknown', {value: textFlag(call, 'since') ?? ''}),
			);
		return withDesk(call, async desk =>
			answer(call, await desk.figures(since), figures => print(call, figures)),
		);
	},
};
