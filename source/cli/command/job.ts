import {type Job, jobKinds, jobParameters, usualJob} from '../../domain/desk-document.ts';
import {numberFlag, textFlag} from '../command.ts';
import {onOff, switched} from '../input/choice.ts';
import {listJobs, printUnit, runJob, stopJob} from '../section/job-verbs.ts';
import type {Section} from '../section/section.ts';
import {sectionCommand} from '../section/section-command.ts';

const everyDay = ['0', 'jeden tag', 'täglich', 'every day', 'daily'];

const weekdays = [
	['monday', 'montag'],
	['tuesday', 'dienstag'],
	['wednesday', 'mittwoch'],
	['thursday', 'donnerstag'],
	['friday', 'freitag'],
	['saturday', 'samstag'],
	['sunday', 'sonntag'],
];

/** 1 for Monday to 7, 0 for every day, from a number or a name's first letters; null when not given. */
const weekdayOf = (text: string | null): number | null => {
	if (text === null) return null;
	const word = text.trim().toLowerCase();
	if (everyDay.includes(word)) return 0;
	if (/^\d+$/u.test(word)) return Number(word);
	const found = weekdays.findIndex(names =>
		names.some(name => word.length >= 2 && name.startsWith(word)),
	);
	// What is no weekday is handed on: the desk says so.
	return found === -1 ? -1 : found + 1;
};

const section: Section<Job> = {
	summary: 'cli.job',
	keyName: 'ID',
	flags: {
		name: {type: 'string'},
		kind: {type: 'string'},
		weekday: {type: 'string'},
		period: {type: 'number'},
		at: {type: 'string'},
		parameter: {type: 'string'},
		active: {type: 'string'},
	},
	choices: {
		kind: jobKinds,
		parameter: jobParameters,
		active: onOff,
	},
	items: me => me.desk.jobs,
	keyOf: job => job.id,
	verbs: {
		list: {keys: 0, run: listJobs},
		run: {keys: 1, run: runJob},
		stop: {keys: 0, run: stopJob},
		unit: {keys: 0, run: printUnit},
	},
	unknown: value => ({name: 'input-invalid', details: {field: 'job', value}}),
	build: (call, id, old) => {
		const before = old ?? {...usualJob, id, name: id};
		return {
			...before,
			name: textFlag(call, 'name') ?? before.name,
			kind: (textFlag(call, 'kind') as Job['kind'] | null) ?? before.kind,
			weekday: weekdayOf(textFlag(call, 'weekday')) ?? before.weekday,
			periodMinutes: numberFlag(call, 'period') ?? before.periodMinutes,
			startTime: textFlag(call, 'at') ?? before.startTime,
			parameter: (textFlag(call, 'parameter') as Job['parameter'] | null) ?? before.parameter,
			active: switched(call, 'active') ?? before.active,
		};
	},
	save: (desk, job) => desk.saveItem('jobs', job),
	remove: (desk, job) => desk.removeItem('jobs', job.id),
};

/** Schedules (Prozessstarter) that run the import. `--at` and not `--start`, which is everybody's flag. */
export const job = sectionCommand(section);
