import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTextField} from '../../../source/domain/text/text-field.ts';
import {paletteItems} from '../../../source/ui/key/palette-items.ts';
import {paletteWords} from '../../../source/ui/key/palette-words.ts';
import {verbByName} from '../../../source/ui/verb/index.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

const wanted: ReadonlyArray<readonly [typed: string, verb: string]> = [
	['Sprache', 'settingsLanguage'],
	['language', 'settingsLanguage'],
	['Farben', 'settingsTheme'],
	['theme', 'settingsTheme'],
	['color', 'settingsTheme'],
	['ascii', 'settingsSigns'],
	['verschieben', 'queue'],
	['erledigt', 'close'],
	['import', 'fetch'],
	['Signatur', 'settingsSignature'],
	['signature', 'settingsAccounts'],
];

for (const language of ['de', 'en'] as const)
	test(`settings are found by their own names in both languages (${language})`, () => {
		const {look, state} = createPureScreen(answers, {columns: 80, rows: 24, language});
		for (const [typed, verb] of wanted)
			assert.ok(
				paletteItems(state(), typed, look).some(item => item.verb.name === verb),
				typed,
			);
	});

test('further words are those of verbs that there are', () => {
	for (const name of Object.keys(paletteWords)) assert.ok(verbByName.has(name), name);
});

test('the signature opens in the form of the person at the screen, a number its ticket', () => {
	const screen = createPureScreen(answers, {columns: 80, rows: 24});
	screen.press(':', ...'signatur', 'enter');
	const {form} = screen.state().settings;
	assert.deepEqual([form?.tab, form?.key, form?.focus], ['agents', 'weber', 'signature']);

	const other = createPureScreen(answers, {columns: 80, rows: 24});
	const number = answers.window.rows[0]?.number ?? '';
	const query = `${number.slice(4, 8)}-${number.slice(8)}`;
	const palette = {kind: 'palette', query: createTextField(query), index: 0} as const;
	other.dispatch({type: 'overlay-opened', overlay: palette});
	other.press('enter');
	assert.equal(other.state().ticket?.number, number);
});
