import type {TextKey} from '../../language/say.ts';
import type {Field, Option, Values} from './form/field.ts';

const kinds: readonly Option[] = [
	{value: 'periodic', label: {key: 'settings.jobs.periodic'}},
	{value: 'daily', label: {key: 'settings.jobs.daily'}},
];

const weekdays: readonly Option[] = Array.from({length: 8}, (_, day) => ({
	value: String(day),
	label: {key: `job.day${day}` as TextKey},
}));

const parameters: readonly Option[] = ['tickets', 'tickets_oauth'].map(value => ({
	value,
	label: value,
}));

/** The fields of a schedule: its time follows from its kind. */
export const jobFields = (values: Values): readonly Field[] => [
	{kind: 'text', name: 'name', label: 'settings.jobs.name'},
	{kind: 'choice', name: 'kind', label: 'settings.jobs.kind', options: kinds},
	{kind: 'choice', name: 'weekday', label: 'settings.jobs.weekday', options: weekdays},
	values['kind'] === 'daily'
		? {
				kind: 'time',
				name: 'startTime',
				label: 'settings.jobs.startTime',
				help: 'settings.jobs.startTimeHelp',
				fault: 'fault.time',
			}
		: {
				kind: 'number',
				name: 'periodMinutes',
				label: 'settings.jobs.periodMinutes',
				help: 'settings.jobs.periodMinutesHelp',
				min: 1,
				max: 10_080,
			},
	{
		kind: 'choice',
		name: 'type',
		label: 'settings.jobs.type',
		options: [{value: 'cronjob', label: 'Cronjob'}],
	},
	{
		kind: 'choice',
		name: 'parameter',
		label: 'settings.jobs.parameter',
		help: 'settings.jobs.parameterHelp',
		options: parameters,
	},
	{kind: 'toggle', name: 'active', label: 'settings.jobs.active'},
];
