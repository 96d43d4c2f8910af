import {createSay, type Language, type TextKey} from '../../../language/say.ts';
import {themeNames} from '../../look/shipped-theme.ts';
import {roles} from '../../look/theme.ts';
import {fitLine, type Line, span} from '../../part/line.ts';
import {type Look, rule} from '../../part/look.ts';
import type {Option} from '../form/field.ts';
import type {LookWish} from '../own.ts';
import {defineTab} from '../tab.ts';

type LookItem = {readonly name: keyof LookWish; readonly value: string};

const names = ['language', 'theme', 'ascii'] as const satisfies ReadonlyArray<keyof LookWish>;

const languages = ['de', 'en'] as const satisfies readonly Language[];

const auto: Option = {value: '', label: {key: 'settings.look.auto'}};

/** What each part of the look may be. */
export const lookOptions: Readonly<Record<keyof LookWish, readonly Option[]>> = {
	language: [
		auto,
		...languages.map(name => ({value: name, label: createSay(name)('language.name')})),
	],
	theme: [
		auto,
		...themeNames.map(name => ({value: name, label: {key: `theme.${name}` as TextKey}})),
	],
	ascii: [
		auto,
		{value: 'on', label: {key: 'settings.look.asciiOn'}},
		{value: 'off', label: {key: 'settings.look.asciiOff'}},
	],
};

const textOf = (look: LookWish, name: keyof LookWish): string => {
	if (name === 'ascii') return look.ascii === null ? '' : look.ascii ? 'on' : 'off';
	return look[name] ?? '';
};

/** A look with one value as the form has it; an unknown one is none. */
export const withValue = (look: LookWish, name: string, value: string): LookWish => {
	if (name === 'language')
		return {...look, language: languages.find(known => known === value) ?? null};
	if (name === 'theme') return {...look, theme: themeNames.find(known => known === value) ?? null};
	return {...look, ascii: value === '' ? null : value === 'on'};
};

/** Every role in its own look, to choose by. */
const sample = (look: Look, width: number): readonly Line[] => [
	rule(look, width, look.say('settings.look.sample')),
	...roles.map(role =>
		fitLine(
			[span('   '), span(look.say(`look.role.${role}` as TextKey), role)],
			width,
			look.glyphs.ellipsis,
		),
	),
];

/** Aussehen: language, colours and signs of the person at this screen. */
export const lookTab = defineTab<LookItem>({
	name: 'look',
	right: null,
	about: 'settings.look.about',
	items: ({own}) => names.map(name => ({name, value: textOf(own.look, name)})),
	keyOf: item => item.name,
	titleOf: item => ({key: `settings.look.${item.name}`}),
	columns: [
		{label: 'settings.setting', width: 20, text: ({name}, {say}) => say(`settings.look.${name}`)},
		{
			label: 'settings.value',
			width: 0,
			text: ({name, value}, {say}) => {
				const label = lookOptions[name].find(option => option.value === value)?.label ?? value;
				return typeof label === 'string' ? label : say(label.key);
			},
		},
	],
	values: ({value}) => ({value}),
	fields: ({item}) => [
		{
			kind: 'choice',
			name: 'value',
			label: `settings.look.${item.name}`,
			help: `settings.look.${item.name}Help`,
			options: lookOptions[item.name],
		},
	],
	read: ({values, item}) => ({name: item.name, value: values['value'] ?? ''}),
	below: (_, {look, width}) => sample(look, width),
	save: async ({ports, store}, {name, value}) => {
		const {own} = store.state();
		const look = withValue(own.look, name, value);
		const saved = await ports.saveLook({[name]: look[name]});
		if (saved.ok) store.dispatch({type: 'own-changed', own: {...own, look}});
		return saved;
	},
});
