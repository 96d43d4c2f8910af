import {type SettingsTabName, settingsTabNames} from '../../source/ui/settings/tab-name.ts';
import {type SetupStep, setupSteps} from '../../source/ui/setup/setup-state.ts';
import type {UiEvent} from '../../source/ui/state/event.ts';

/** The screens that golden frames and the width test look at: keys, and what happens meanwhile. */
export type Scene = {
	readonly name: string;
	readonly keys: readonly string[];
	readonly events?: readonly UiEvent[];
};

const failedPass = {
	account: 'support',
	startedAt: '2026-11-24T12:40:00.000Z',
	finishedAt: '2026-11-24T12:41:00.000Z',
	ok: false,
	problem: {name: 'sign-in-refused', text: 'AUTHENTICATIONFAILED'},
	imported: 0,
	followUps: 0,
	duplicates: 0,
	skipped: 0,
	quarantined: 0,
};

const lost: UiEvent = {
	type: 'pushed',
	push: {kind: 'connection', state: 'lost', problem: null},
};

const importing: UiEvent = {
	type: 'pushed',
	push: {kind: 'import', account: 'support', done: 6530, total: 12_804, report: null},
};

const importFailed: UiEvent = {
	type: 'pushed',
	push: {kind: 'import', account: 'support', done: 0, total: 0, report: failedPass},
};

const colleague: UiEvent = {
	type: 'pushed',
	push: {
		kind: 'presence',
		number: '202611230001',
		viewing: ['Max Krause'],
		writing: ['Max Krause'],
	},
};

const failed: UiEvent = {
	type: 'performed',
	label: {key: 'done.spam'},
	mode: 'do',
	outcomes: [
		{ok: true, number: '202611240005', revision: 2, undo: {action: 'restore', input: {}}},
		{ok: false, number: '202611240004', problem: {name: 'not-permitted', details: {}}},
	],
	repeatable: null,
	isSend: false,
};

const settings = (tab: SettingsTabName): UiEvent => ({type: 'settings-opened', tab});

const form = (tab: SettingsTabName, key: string | null): UiEvent => ({
	type: 'form-opened',
	tab,
	key,
});

const setup = (step: SetupStep): UiEvent => ({
	type: 'setup-opened',
	kept: {step, values: {}, declined: false},
});

/** The settings tab by tab, forms of every kind of field, the steps of the first run. */
const settingsScenes: readonly Scene[] = [
	...settingsTabNames.map(tab => ({name: `settings-${tab}`, keys: [], events: [settings(tab)]})),
	{name: 'form-queue', keys: [], events: [form('queues', 'IT')]},
	{name: 'form-agent', keys: [], events: [form('agents', 'weber')]},
	{name: 'form-key', keys: [], events: [form('keys', 'down')]},
	{name: 'form-theme', keys: [], events: [form('look', 'theme')]},
	{name: 'form-desk', keys: [], events: [form('desk', 'undoSeconds')]},
	...setupSteps.map(step => ({name: `setup-${step}`, keys: [], events: [setup(step)]})),
];

export const scenes: readonly Scene[] = [
	{name: 'list', keys: ['j']},
	{name: 'marked', keys: ['space', 'space', 'j', 'space']},
	{name: 'status', keys: ['space', 'space', 's']},
	{name: 'assign', keys: ['a']},
	{name: 'queue', keys: ['m']},
	{name: 'tags', keys: ['t', 'n', 'e', 'u']},
	{name: 'snooze', keys: ['z']},
	{name: 'batch', keys: ['space', 'space', 'b']},
	{name: 'sort', keys: ['n']},
	{name: 'new-ticket', keys: ['+']},
	{name: 'merge', keys: ['space', 'space', 'M']},
	{name: 'merge-number', keys: ['M', '9', '9', 'enter']},
	{name: 'fields', keys: ['e']},
	{name: 'subject', keys: ['e', 'b']},
	{name: 'split', keys: ['j', 'j', 'enter', 'X']},
	{name: 'failed', keys: ['space', 'space'], events: [failed]},
	{name: 'original', keys: ['j', 'j', 'R', 'alt+o', 'alt+enter', 'f']},
	{name: 'palette', keys: [':', 'z', 'u']},
	{name: 'help', keys: ['?']},
	{name: 'preview', keys: ['space', 'space', 'L']},
	{name: 'ticket', keys: ['j', 'j', 'enter']},
	{name: 'folded', keys: ['j', 'j', 'enter', 'K', 'enter', 'T']},
	{name: 'history', keys: ['j', 'j', 'enter', 'i']},
	{name: 'attachment', keys: ['j', 'j', 'enter', 'W', '1']},
	{name: 'composer', keys: ['j', 'j', 'r', 'H', 'a', 'l', 'l', 'o']},
	{name: 'template', keys: ['j', 'j', 'r', 'ctrl+t', 'down']},
	{name: 'template-reply', keys: ['space', 'space', 'b', 'e']},
	{name: 'composer-field', keys: ['j', 'j', 'R', 'tab', 'tab']},
	{name: 'comment', keys: ['j', 'j', 'c', 'o', 'k']},
	{name: 'review', keys: ['j', 'j', 'r', ...'siehe Anhang', 'alt+enter'].map(spaced)},
	{name: 'discard', keys: ['j', 'j', 'r', 'x', 'alt+enter', 'v']},
	{name: 'empty', keys: ['7']},
	{name: 'importing', keys: [], events: [importing]},
	{name: 'import-failed', keys: [], events: [importFailed]},
	{name: 'lost', keys: ['j'], events: [lost]},
	{name: 'colleague', keys: ['j', 'j', 'r'], events: [colleague]},
	...settingsScenes,
];

function spaced(key: string): string {
	return key === ' ' ? 'space' : key;
}
