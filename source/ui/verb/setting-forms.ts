import type {SettingsTabName} from '../settings/tab-name.ts';
import type {State} from '../state/state.ts';
import {defineVerb, type Verb} from './verb.ts';

type Place = {
	readonly name: string;
	readonly tab: SettingsTabName;
	readonly key: (state: State) => string;
	readonly field?: string;
	readonly words: readonly string[];
};

/** What a person looks for by its own name, not by that of the tab it stands in. */
const places: readonly Place[] = [
	{name: 'settingsLanguage', tab: 'look', key: () => 'language', words: ['Deutsch', 'English']},
	{
		name: 'settingsTheme',
		tab: 'look',
		key: () => 'theme',
		words: ['Thema', 'Design', 'Darstellung', 'color', 'dunkel', 'dark', 'hell', 'light'],
	},
	{name: 'settingsSigns', tab: 'look', key: () => 'ascii', words: ['ASCII', 'Unicode', 'UTF-8']},
	{
		name: 'settingsSignature',
		tab: 'agents',
		key: ({me}) => me?.agent.login ?? '',
		field: 'signature',
		words: ['Grußformel', 'Name'],
	},
];

/** Straight to the form of one setting, for the palette. */
export const settingFormVerbs: readonly Verb[] = places.map(({name, tab, key, field, words}) =>
	defineVerb({
		name,
		group: 'settings',
		scopes: ['list', 'ticket', 'settings'],
		words,
		available: state => (state.me === null ? 'reason.notConnected' : true),
		run: state => ({
			events: [
				{type: 'form-opened', tab, key: key(state), ...(field === undefined ? {} : {field})},
			],
		}),
	}),
);
