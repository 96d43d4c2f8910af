import type {Job} from '../../../domain/desk-document.ts';
import type {JobReport} from '../../../domain/job-report.ts';
import {freeId} from '../../../domain/settings/free-id.ts';
import {itemInput} from '../../../domain/settings/settings-input.ts';
import {sayJobDuration, sayJobResult, sayJobTime, sayPass} from '../../../language/job.ts';
import type {Say} from '../../../language/say.ts';
import {shortTime} from '../../../language/when.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import {isOn, numberValue, textValue, toggleValue} from '../form/field.ts';
import {jobFields} from '../job-fields.ts';
import {type Column, type Draft, defineTab, type Source} from '../tab.ts';

type Loaded = readonly JobReport[];

type From = Source<Loaded, null>;

const reportOf = ({loaded}: From, {id}: Job): JobReport | null =>
	loaded?.find(({job}) => job.id === id) ?? null;

/** What is typed for the other kind of job stays as it was. */
const read = ({values, item, isNew, source}: Draft<Job, From>): Job => {
	const name = textValue(values['name']);
	const isDaily = values['kind'] === 'daily';
	return {
		id: isNew ? freeId(name, {items: source.me.desk.jobs, instead: 'job'}) : item.id,
		name,
		kind: isDaily ? 'daily' : 'periodic',
		weekday: Number(values['weekday'] ?? 0),
		periodMinutes: isDaily ? item.periodMinutes : numberValue(values['periodMinutes']),
		startTime: isDaily ? textValue(values['startTime']) : item.startTime,
		type: 'cronjob',
		parameter: values['parameter'] === 'tickets_oauth' ? 'tickets_oauth' : 'tickets',
		active: isOn(values['active']),
	};
};

const time = (at: string | null, {source, say}: {source: From; say: Say}): string =>
	at === null ? '-' : shortTime(at, source.now, say.language);

const columns: ReadonlyArray<Column<Job, From>> = [
	{label: 'settings.jobs.name', width: 16, text: job => job.name},
	{label: 'settings.jobs.when', width: 14, from: 60, text: (job, {say}) => sayJobTime(say, job)},
	{
		label: 'settings.jobs.lastRun',
		width: 12,
		from: 45,
		text: (job, place) => time(reportOf(place.source, job)?.lastRun ?? null, place),
	},
	{
		label: 'settings.jobs.nextRun',
		width: 12,
		from: 70,
		text: (job, place) => time(reportOf(place.source, job)?.nextRun ?? null, place),
	},
	{
		label: 'settings.jobs.duration',
		width: 7,
		from: 100,
		text: (job, {source, say}) => sayJobDuration(say, reportOf(source, job) ?? {durationMs: null}),
	},
	{
		label: 'settings.jobs.result',
		width: 0,
		text: (job, {source, say}) => {
			const report = reportOf(source, job);
			return report === null ? '' : sayJobResult(say, report);
		},
	},
];

/** Below the form: what the last run brought, account by account. */
const below: NonNullable<Parameters<typeof defineTab<Job, Loaded>>[0]['below']> = (
	{item, isNew, source},
	{look, width, height},
): readonly Line[] => {
	const report = isNew ? null : reportOf(source, item);
	const lines = (report?.passes ?? []).map(pass => `${pass.account}: ${sayPass(look.say, pass)}`);
	return lines
		.slice(0, height)
		.map(text => fitLine([span(` ${text}`, 'faint')], width, look.glyphs.ellipsis));
};

const blank: Omit<Job, 'id'> = {
	name: '',
	kind: 'periodic',
	weekday: 0,
	periodMinutes: 5,
	startTime: '03:00',
	type: 'cronjob',
	parameter: 'tickets',
	active: true,
};

/** Prozessstarter: schedules of the import, their last and next run. */
export const jobsTab = defineTab<Job, Loaded>({
	name: 'jobs',
	right: 'jobs',
	about: 'settings.jobs.about',
	items: ({me}) => me.desk.jobs,
	keyOf: job => job.id,
	titleOf: job => job.name,
	columns,
	load: ({desk}) => desk.jobs(),
	reloadOn: ['settings', 'import'],
	active: {is: job => job.active, set: (job, active) => ({...job, active})},
	blank: () => ({...blank, id: 'job'}),
	values: job => ({
		name: job.name,
		kind: job.kind,
		weekday: String(job.weekday),
		periodMinutes: String(job.periodMinutes),
		startTime: job.startTime,
		type: job.type,
		parameter: job.parameter,
		active: toggleValue(job.active),
	}),
	fields: ({values}) => jobFields(values),
	read,
	schema: itemInput.jobs,
	below,
	save: ({desk}, job) => desk.saveItem('jobs', job),
	remove: ({desk}, job) => desk.removeItem('jobs', job.id),
});
