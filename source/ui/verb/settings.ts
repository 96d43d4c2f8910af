import type {TextKey} from '../../language/say.ts';
import {placeIn} from '../settings/current.ts';
import {type SettingsTabName, settingsTabNames} from '../settings/tab-name.ts';
import type {Reaction} from '../state/overlay-state.ts';
import type {State} from '../state/state.ts';
import {defineVerb, type Verb} from './verb.ts';

/** Leaves one thing at a time: the filter, then the settings. */
export const leaveSettings = (state: State): Reaction =>
	placeIn(state).filter === ''
		? {events: [{type: 'settings-closed'}]}
		: {events: [{type: 'settings-filtered', text: ''}]};

const scopes = ['list', 'ticket', 'settings'] as const;

const isConnected = ({me}: State): true | TextKey => (me === null ? 'reason.notConnected' : true);

/** Straight to a tab, for the palette: `settingsRules`. */
const tabVerbs: readonly Verb[] = settingsTabNames.map(tab =>
	defineVerb({
		name: `settings${tab.slice(0, 1).toUpperCase()}${tab.slice(1)}`,
		group: 'settings',
		scopes,
		available: isConnected,
		run: () => ({events: [{type: 'settings-opened', tab}]}),
	}),
);

type Place = {
	readonly name: string;
	readonly tab: SettingsTabName;
	readonly key: (state: State) => string;
	readonly field?: string;
};

/** What a person looks for by its own name, not by that of the tab it stands in. */
const places: readonly Place[] = [
	{name: 'settingsLanguage', tab: 'look', key: () => 'language'},
	{
		name: 'settingsTheme',
		tab: 'look',
		key: () => 'theme',
	},
	{name: 'settingsSigns', tab: 'look', key: () => 'ascii'},
	{
		name: 'settingsSignature',
		tab: 'agents',
		key: ({me}) => me?.agent.login ?? '',
		field: 'signature',
	},
];

/** Straight to the form of one setting, for the palette. */
const formVerbs: readonly Verb[] = places.map(({name, tab, key, field}) =>
	defineVerb({
		name,
		group: 'settings',
		scopes,
		available: isConnected,
		run: state => ({
			events: [
				{type: 'form-opened', tab, key: key(state), ...(field === undefined ? {} : {field})},
			],
		}),
	}),
);

/** The ways into the settings: where they were left, a tab, one form. */
export const settingsVerbs: readonly Verb[] = [
	defineVerb({
		name: 'settings',
		group: 'general',
		scopes: ['list', 'ticket'],
		available: isConnected,
		run: () => ({events: [{type: 'settings-opened', tab: null}]}),
	}),
	...tabVerbs,
	...formVerbs,
];
