import {test} from 'node:test';
import {checkFrame} from '../golden.ts';
import {type RenderOptions, renderScreen} from '../render.tsx';

type Frame = {
	readonly name: string;
	readonly keys: readonly string[];
	readonly options?: RenderOptions;
};

/** Keys from the list, as an administrator; the palette goes straight to a tab. */
const to = (tab: string, ...keys: readonly string[]): readonly string[] => [
	':',
	tab,
	'enter',
	...keys,
];

const frames: readonly Frame[] = [
	{name: 'settings-queues', keys: to('settingsQueues', 'j')},
	{name: 'settings-queue-form', keys: to('settingsQueues', '+', 'it2', 'tab', 'Technik', 'tab')},
	{name: 'settings-queue-where', keys: to('settingsQueues', 'd')},
	{name: 'settings-agents', keys: to('settingsAgents', 'j')},
	{name: 'settings-agent-form', keys: to('settingsAgents', 'enter', 'tab', 'tab')},
	{name: 'settings-read-only', keys: to('settingsProjects', '+'), options: {login: 'weber'}},
	{name: 'settings-look-form', keys: to('settingsLook', 'j', 'enter', 'right')},
	{name: 'settings-desk', keys: to('settingsDesk', 'j')},
	{name: 'setup-language', keys: [], options: {setup: 'now'}},
	{name: 'setup-account', keys: ['enter', 'support@', 'enter'], options: {setup: 'now'}},
];

const sizes = [
	[80, 24],
	[40, 16],
] as const;

for (const language of ['de', 'en'] as const) {
	for (const {name, keys, options} of frames) {
		test(`the screen "${name}" in ${language} at 80x24 and 40x16`, async () => {
			for (const [columns, rows] of sizes) {
				const size = {columns, rows};
				const screen = await renderScreen({login: 'krause', language, ...size, ...options});
				try {
					await screen.press(...keys);
					checkFrame(`${name}.${columns}x${rows}.${language}`, await screen.frame());
				} finally {
					await screen.close();
				}
			}
		});
	}
}

test('the settings at 140x40, in ASCII and without colours', async () => {
	const screen = await renderScreen({
		login: 'krause',
		columns: 140,
		rows: 40,
		ascii: true,
		theme: 'mono',
	});
	try {
		await screen.press(...to('settingsAgents', 'enter', 'tab'));
		checkFrame('settings-agent-form.140x40.ascii.de', await screen.frame());
	} finally {
		await screen.close();
	}
});
