import {accountStep} from '../setup/step/account.ts';
import {importStep} from '../setup/step/import.ts';
import {languageStep} from '../setup/step/language.ts';
import {teamStep} from '../setup/step/team.ts';
import {accountsTab} from './tab/accounts.ts';
import {agentsTab} from './tab/agents.ts';
import {deskTab} from './tab/desk.ts';
import {jobsTab} from './tab/jobs.ts';
import {keysTab} from './tab/keys.ts';
import {lookTab} from './tab/look.ts';
import {outboxTab} from './tab/outbox.ts';
import {projectsTab} from './tab/projects.ts';
import {quarantineTab} from './tab/quarantine.ts';
import {queuesTab} from './tab/queues.ts';
import {respondersTab} from './tab/responders.ts';
import {rulesTab} from './tab/rules.ts';
import {templatesTab} from './tab/templates.ts';
import type {SettingsTab} from './tab.ts';
import {type SettingsTabName, settingsTabNames} from './tab-name.ts';

const found: readonly SettingsTab[] = [
	accountsTab,
	queuesTab,
	rulesTab,
	templatesTab,
	respondersTab,
	jobsTab,
	agentsTab,
	projectsTab,
	keysTab,
	lookTab,
	deskTab,
	outboxTab,
	quarantineTab,
];

/** The tabs of the settings in the order of their names. */
export const settingsTabs: readonly SettingsTab[] = settingsTabNames.flatMap(name =>
	found.filter(tab => tab.name === name),
);

/** The steps of the first run are no tabs of the settings, but have forms of the same shape. */
const steps: readonly SettingsTab[] = [languageStep, accountStep, teamStep, importStep];

/** Throws for a name that has no tab: a bug. */
export const tabNamed = (name: SettingsTabName): SettingsTab => {
	const tab = [...settingsTabs, ...steps].find(one => one.name === name);
	if (tab === undefined) throw new Error(`no tab ${name}`);
	return tab;
};
