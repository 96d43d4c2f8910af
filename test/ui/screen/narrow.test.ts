import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lineText} from '../../../source/ui/part/line.ts';
import {hintBar} from '../../../source/ui/screen/hint-bar.ts';
import {palettePanel} from '../../../source/ui/screen/overlay/palette-panel.ts';
import {pickerPanel} from '../../../source/ui/screen/overlay/picker-panel.ts';
import {statusLine} from '../../../source/ui/screen/status-line.ts';
import {ticketPane} from '../../../source/ui/screen/ticket/ticket-pane.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

const opened = (...keys: readonly string[]) => {
	const screen = createPureScreen(answers, {columns: 40, rows: 16});
	screen.press(...keys);
	const state = screen.state();
	const {overlay} = state;
	const place = {state, look: screen.look, width: 40, height: 12};
	const lines =
		overlay?.kind === 'palette'
			? palettePanel(overlay, place)
			: overlay?.kind === 'picker'
				? pickerPanel(overlay, place)
				: [];
	return {text: lines.map(lineText).join('\n'), hints: lineText(hintBar(state, screen.look))};
};

test('on a narrow screen commands and menus use the width that nothing else needs', () => {
	assert.match(opened(':').text, /zurück, oben: beenden +q/u);
	assert.match(opened('b').text, /als persönlich markieren/u);
});

test('a menu line that is shorter than the screen does not end as if it were cut', () => {
	for (const key of ['s', 'b', 'a']) {
		const lines = opened(key).text.split('\n').slice(1);
		assert.ok(lines.every(line => !/ {2}…$/u.test(line)));
	}
});

test('on a narrow screen an open ticket keeps its subject in view', () => {
	const screen = createPureScreen(answers, {columns: 40, rows: 16});
	screen.press('j', 'j', 'enter');
	const view = screen.state().ticket;
	assert.ok(view !== null);
	const place = {state: screen.state(), look: screen.look, width: 40, height: 12};
	const [first = []] = ticketPane(view, place);
	assert.equal(lineText(first), ' 1123-0001 Passwort zurücks… Offen · AW ');
});

test('on a narrow screen the reason why something cannot be done is not cut off', () => {
	const screen = createPureScreen(answers, {columns: 40, rows: 16});
	screen.press('enter', 'o');
	assert.match(lineText(statusLine(screen.state(), screen.look)), /^ ! keine Anhänge +$/u);
});

test('on a narrow screen the line of keys keeps the one that leads away whole', () => {
	for (const key of [':', '?']) assert.match(opened(key).hints, /Esc schließen/u);
});

test('a menu without anything to choose says what to do, not that nothing fits', () => {
	const screen = createPureScreen(answers, {columns: 40, rows: 16});
	screen.press('t');
	const state = screen.state();
	const {overlay} = state;
	assert.ok(overlay?.kind === 'picker' && overlay.hint !== null);
	const shown = (query: string) =>
		pickerPanel(
			{...overlay, items: [], typed: null, query},
			{state, look: screen.look, width: 40, height: 12},
		)
			.map(lineText)
			.join('\n');
	assert.doesNotMatch(shown(''), /Nichts passt/u);
	assert.match(shown('zz'), /Nichts passt/u);
});
