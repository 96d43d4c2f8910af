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
] as const;

export type SettingsTabName = (typeof settingsTabNames)[number];
