import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lineText} from '../../../source/ui/part/line.ts';
import {reviewPane} from '../../../source/ui/screen/compose/review-pane.ts';
import {statusLine} from '../../../source/ui/screen/status-line.ts';
import {composerWidth} from '../../../source/ui/state/geometry.ts';
import {createPureScreen, type PureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

const sizes = [
	{columns: 80, rows: 24},
	{columns: 40, rows: 16},
	{columns: 140, rows: 40},
] as const;

const shown = ({state, look}: PureScreen): readonly string[] => {
	const now = state();
	if (now.composer === null) return [];
	const width = composerWidth(now.size);
	const lines = reviewPane(now.composer, {state: now, look, width}).map(lineText);
	return lines.slice(0, now.size.rows - 2).map(line => line.trimEnd());
};

/** An answer of 60 numbered lines above the quoted mail, in its review. */
const longReview = (size: (typeof sizes)[number], language: 'de' | 'en' = 'de'): PureScreen => {
	const screen = createPureScreen(answers, {...size, language});
	screen.press('j', 'j', 'r');
	for (let line = 1; line <= 60; line++) screen.press(...`Zeile_${line}`, 'enter');
	screen.press('alt+enter');
	return screen;
};

test('every line of a long answer can be read in the review, page by page and line by line', () => {
	for (const size of sizes)
		for (const keys of [['page-down'], ['space'], ['j'], ['ctrl+d'], ['down']]) {
			const screen = longReview(size);
			const seen = new Set<string>();
			for (let press = 0; press < 120; press++) {
				for (const line of shown(screen)) seen.add(line.trim());
				screen.press(...keys);
			}
			for (let line = 1; line <= 60; line++)
				assert.ok(seen.has(`Zeile_${line}`), `${keys} ${line}`);
		}
});

test('the review stops at its last page: the first step back moves it at once', () => {
	for (const size of sizes) {
		const screen = longReview(size);
		screen.press(...Array.from({length: 200}, () => 'j'));
		const last = shown(screen);
		assert.equal(last.length, size.rows - 2);
		screen.press('k');
		assert.deepEqual(shown(screen).slice(3), last.slice(2, -1));
		screen.press('G');
		assert.deepEqual(shown(screen), last);
		screen.press('g');
		assert.match(shown(screen)[2] ?? '', /Jörg Übelacker/u);
	}
});

test('the line above the keys says which part is seen, and is empty when all of it is', () => {
	const said = ({state, look}: PureScreen) => lineText(statusLine(state(), look)).trim();
	for (const [language, words] of [
		['de', /^Zeilen 1–20 von \d+ +j k Leertaste blättern$/u],
		['en', /^lines 1–20 of \d+ +j k Space scroll$/u],
	] as const) {
		const screen = longReview(sizes[0], language);
		assert.match(said(screen), words);
		screen.press('page-down');
		assert.match(said(screen), /21–40/u);
	}
	assert.match(said(longReview(sizes[1])), /^Zeilen 1–12 von \d+$/u);
	const short = createPureScreen(answers, {columns: 80, rows: 60});
	short.press('j', 'j', 'r', 'a', 'alt+enter');
	assert.equal(said(short), '');
});

test('a long subject stands in the review whole', () => {
	for (const size of sizes) {
		const screen = createPureScreen(answers, size);
		screen.press('j', 'j', 'f', 'tab', 'tab', 'tab', ...'Betreff_'.repeat(20), 'alt+enter');
		assert.match(shown(screen).join('').replace(/\s/gu, ''), /(?:Betreff_){20}/u);
	}
});

test('a review that is opened anew begins at its top', () => {
	const screen = longReview(sizes[0]);
	screen.press('G', 'e', 'alt+enter');
	assert.match(shown(screen)[2] ?? '', /Jörg Übelacker/u);
});
