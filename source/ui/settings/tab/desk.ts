import type {GenericSchema} from 'valibot';
import * as v from 'valibot';
import type {Me} from '../../../desk/desk.ts';
import {deskInput} from '../../../domain/settings/settings-input.ts';
import type {DeskValues} from '../../../domain/settings/settings-list.ts';
import {statusNames} from '../../../domain/status.ts';
import type {Say} from '../../../language/say.ts';
import {type Field, isOn, numberValue, type Option, textValue, toggleValue} from '../form/field.ts';
import {defineTab, type Source} from '../tab.ts';

const names = [
	'name',
	'defaultAccount',
	'statusAfterReply',
	'undoSeconds',
	'reopenTrash',
	'maxMailBytes',
] as const satisfies ReadonlyArray<keyof DeskValues>;

/** One value of the desk's settings, as a text. */
type DeskItem = {readonly name: (typeof names)[number]; readonly value: string};

const mebibyte = 1024 * 1024;

const textOf = (name: DeskItem['name'], desk: Me['desk']): string => {
	if (name === 'reopenTrash') return toggleValue(desk.reopenTrash);
	if (name === 'maxMailBytes') return String(Math.round(desk.maxMailBytes / mebibyte));
	return String(desk[name] ?? '');
};

const partOf = ({name, value}: DeskItem): Partial<DeskValues> => {
	if (name === 'reopenTrash') return {reopenTrash: isOn(value)};
	if (name === 'undoSeconds') return {undoSeconds: numberValue(value)};
	if (name === 'maxMailBytes') return {maxMailBytes: numberValue(value) * mebibyte};
	if (name === 'defaultAccount') return {defaultAccount: value || null};
	return {[name]: value};
};

const accountOptions = ({me}: Source): readonly Option[] => [
	{value: '', label: {key: 'settings.desk.noAccount'}},
	...me.accounts.map(({id, name, address}) => ({value: id, label: `${name || id} <${address}>`})),
];

const fieldFor = (name: DeskItem['name'], source: Source): Field => {
	const shared = {
		name: 'value',
		label: `settings.desk.${name}`,
		help: `settings.desk.${name}Help`,
	} as const;
	switch (name) {
		case 'defaultAccount':
			return {...shared, kind: 'choice', options: accountOptions(source)};
		case 'statusAfterReply':
			return {
				...shared,
				kind: 'choice',
				options: statusNames.map(status => ({value: status, label: {key: `status.${status}`}})),
			};
		case 'reopenTrash':
			return {...shared, kind: 'toggle'};
		case 'undoSeconds':
			return {...shared, kind: 'number', min: 0, max: 600};
		case 'maxMailBytes':
			return {...shared, kind: 'number', min: 1, max: 476};
		default:
			return {...shared, kind: 'text'};
	}
};

const shown = ({name, value}: DeskItem, {source, say}: {source: Source; say: Say}): string => {
	const field = fieldFor(name, source);
	if (field.kind === 'toggle') return say(isOn(value) ? 'settings.on' : 'settings.off');
	if (name === 'maxMailBytes') return `${value} MiB`;
	if (name === 'undoSeconds') return `${value} s`;
	if (field.kind !== 'choice') return value;
	const label = field.options.find(option => option.value === value)?.label ?? value;
	return typeof label === 'string' ? label : say(label.key);
};

const schema: GenericSchema = v.pipe(
	v.object({name: v.picklist(names), value: v.string()}),
	v.rawCheck(({dataset, addIssue}) => {
		if (!dataset.typed) return;
		const [issue] = v.safeParse(deskInput, partOf(dataset.value)).issues ?? [];
		if (issue === undefined) return;
		addIssue({
			message: issue.message,
			path: [
				{
					type: 'object',
					origin: 'value',
					input: dataset.value,
					key: 'value',
					value: dataset.value.value,
				},
			],
		});
	}),
);

/** Allgemein: the values that the whole desk has one of. */
export const deskTab = defineTab<DeskItem>({
	name: 'desk',
	right: 'accounts',
	about: 'settings.desk.about',
	items: ({me}) => names.map(name => ({name, value: textOf(name, me.desk)})),
	keyOf: item => item.name,
	titleOf: item => ({key: `settings.desk.${item.name}`}),
	columns: [
		{label: 'settings.setting', width: 32, text: ({name}, {say}) => say(`settings.desk.${name}`)},
		{label: 'settings.value', width: 0, text: shown},
	],
	values: ({value}) => ({value}),
	fields: ({item, source}) => [fieldFor(item.name, source)],
	read: ({values, item}) => ({name: item.name, value: textValue(values['value'])}),
	schema,
	fieldOf: () => 'value',
	save: ({desk}, item) => desk.saveDesk(partOf(item)),
});
