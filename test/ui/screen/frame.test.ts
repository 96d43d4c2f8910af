import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkFrame as check} from '../golden.ts';
import {renderScreen} from '../render.tsx';

/** Keys that lead to each golden frame, on a screen of its own. */
const frames: ReadonlyArray<readonly [name: string, ...keys: readonly string[]]> = [
	['list', 'j'],
	['marked', 'space', 'space'],
	['status', 'space', 'space', 's'],
	['batch', 'space', 'space', 'b'],
	['assign', 'a'],
	['new', '+'],
	['merge', 'space', 'space', 'M'],
	['fields', 'e'],
	['snooze', 'z'],
	['palette', ':', 'zu'],
	['help', '?'],
	['preview', 'space', 'space', 'L'],
	['filter', '/', 'prio'],
	['undo', 'x'],
	['empty', '7'],
	['ticket', 'j', 'j', 'enter'],
	['history', 'j', 'j', 'enter', 'i'],
	['composer', 'j', 'j', 'r'],
	['template', 'j', 'j', 'r', 'ctrl+t', 'down'],
	['comment', 'j', 'j', 'c'],
	['review', 'j', 'j', 'r', 'siehe Anhang', 'alt+enter'],
];

for (const language of ['de', 'en'] as const) {
	for (const [name, ...keys] of frames) {
		test(`the screen "${name}" in ${language} at 80x24 and 140x40`, async () => {
			const screen = await renderScreen({language});
			try {
				await screen.press(...keys);
				// A draft that is being saved shows its time once it is.
				if (name === 'review') await screen.see(/gesichert \d|saved \d/);
				check(`${name}.80x24.${language}`, await screen.frame());
				await screen.resize(140, 40);
				await screen.frame();
				check(`${name}.140x40.${language}`, await screen.frame());
			} finally {
				await screen.close();
			}
		});
	}
}

test('the narrow list, the small window and ASCII at their sizes', async () => {
	const screen = await renderScreen({columns: 40, rows: 16, ascii: true});
	try {
		await screen.press('j');
		check('list.40x16.ascii.de', await screen.frame());
		await screen.resize(38, 9);
		assert.match(await screen.frame(), /^Fenster zu klein \(38x9\)/);
	} finally {
		await screen.close();
	}
});
