import {agentsTab} from './tab/agents.ts';
import {deskTab} from './tab/desk.ts';
import {keysTab} from './tab/keys.ts';
import {lookTab} from './tab/look.ts';
import {projectsTab} from './tab/projects.ts';
import {queuesTab} from './tab/queues.ts';
import type {SettingsTab} from './tab.ts';
import {type SettingsTabName, settingsTabNames} from './tab-name.ts';

const found: readonly SettingsTab[] = [
	queuesTab,
	agentsTab,
	projectsTab,
	keysTab,
	lookTab,
	deskTab,
];

/** The tabs of the settings in the order of their names. */
export const settingsTabs: readonly SettingsTab[] = settingsTabNames.flatMap(name =>
	found.filter(tab => tab.name === name),
);

/** Throws for a name that has no tab: a bug. */
export const tabNamed = (name: SettingsTabName): SettingsTab => {
	const tab = settingsTabs.find(one => one.name === name);
	if (tab === undefined) throw new Error(`no tab ${name}`);
	return tab;
};
