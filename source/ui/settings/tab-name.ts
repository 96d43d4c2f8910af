import type {SetupStep} from '../setup/setup-state.ts';

/** The tabs of the settings in their order. */
export const settingsTabNames = [
	'accounts',
	'queues',
	'rules',
	'templates',
	'responders',
	'jobs',
	'agents',
	'projects',
	'keys',
	'look',
	'desk',
	'outbox',
	'quarantine',
] as const;

/** Also the steps of the first run, whose forms are forms like those of the tabs. */
export type SettingsTabName = (typeof settingsTabNames)[number] | `setup-${SetupStep}`;
