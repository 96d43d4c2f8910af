import '../environment.ts';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {textWidth} from '../../../source/domain/text/width.ts';
import {type Line, lineText, lineWidth} from '../../../source/ui/part/line.ts';
import {composerPane} from '../../../source/ui/screen/compose/composer-pane.ts';
import {reviewPane} from '../../../source/ui/screen/compose/review-pane.ts';
import {errorBar} from '../../../source/ui/screen/error-bar.ts';
import {hintBar} from '../../../source/ui/screen/hint-bar.ts';
import {columnHead, emptyList} from '../../../source/ui/screen/list/list-lines.ts';
import {rowLines} from '../../../source/ui/screen/list/row-text.ts';
import {helpPage} from '../../../source/ui/screen/overlay/help-page.ts';
import {palettePanel} from '../../../source/ui/screen/overlay/palette-panel.ts';
import {panelLines} from '../../../source/ui/screen/panel.ts';
import {statusLine} from '../../../source/ui/screen/status-line.ts';
import {tabsLine} from '../../../source/ui/screen/tabs.ts';
import {ticketPane} from '../../../source/ui/screen/ticket/ticket-pane.ts';
import {narrowTitle, titleLine} from '../../../source/ui/screen/title.ts';
import {
	settingsBodyLines,
	settingsHeadLines,
} from '../../../source/ui/settings/screen/settings-screen.tsx';
import {setupLines} from '../../../source/ui/setup/setup-screen.tsx';
import {composerWidth, listWidth, ticketWidth} from '../../../source/ui/state/geometry.ts';
import {createPureScreen, type PureScreen, sampleAnswers} from '../pure-screen.ts';
import {scenes} from '../scenes.ts';

type Expected = readonly [lines: readonly Line[], width: number, what: string];

const listParts = ({state: read, look}: PureScreen): readonly Expected[] => {
	const state = read();
	const {columns} = state.size;
	const width = listWidth(state.size);
	const place = {state, look, width};
	const marks = {isCursor: true, isMarked: true};
	const rows = state.list.rows.flatMap(row => rowLines(row, marks, place));
	return [
		[[titleLine(state, look)], columns, 'title'],
		[[narrowTitle(state, look)], columns, 'narrow title'],
		[[tabsLine(state, look)], columns, 'tabs'],
		[[columnHead(look, width)], width, 'column head'],
		[emptyList(state, look, {width, height: 8}), width, 'empty list'],
		[rows.map(text => [{text}]), width, 'rows'],
	];
};

const overlayParts = ({state: read, look}: PureScreen): readonly Expected[] => {
	const state = read();
	const {columns, rows} = state.size;
	const {overlay, composer} = state;
	const place = {state, look, width: columns, height: rows};
	return [
		[panelLines(state, look), composer === null ? columns : composerWidth(state.size), 'panel'],
		[overlay?.kind === 'palette' ? palettePanel(overlay, place) : [], columns, 'palette'],
		[overlay?.kind === 'help' ? helpPage(overlay, place) : [], columns, 'help'],
		[errorBar(state, look), columns, 'error bar'],
		[[statusLine(state, look)], columns, 'status line'],
		[[hintBar(state, look)], columns, 'hint bar'],
	];
};

const textParts = ({state: read, look}: PureScreen): readonly Expected[] => {
	const state = read();
	const {ticket, composer, size} = state;
	const height = size.rows - 2;
	const width = ticketWidth(size);
	const own = composerWidth(size);
	return [
		[ticket === null ? [] : ticketPane(ticket, {state, look, width, height}), width, 'ticket'],
		[composer === null ? [] : composerPane(composer, {state, look, width: own}), own, 'composer'],
		[composer === null ? [] : reviewPane(composer, {state, look, width: own}), own, 'review'],
	];
};

const settingsParts = ({state: read, look}: PureScreen): readonly Expected[] => {
	const state = read();
	const {columns, rows} = state.size;
	const {form, isOpen} = state.settings;
	if (!isOpen) return [];
	const panel = panelLines(state, look);
	if (state.setup.isOpen && form !== null)
		return [[setupLines({state, look, panel, form}), columns, 'setup']];
	return [
		[settingsHeadLines(state, look), columns, 'settings head'],
		[settingsBodyLines(state, look, rows - 5), columns, 'settings body'],
	];
};

const answers = await sampleAnswers();

for (const columns of [40, 60, 80, 120, 140]) {
	test(`every line of every screen fits ${columns} columns in both languages, ASCII too`, () => {
		for (const scene of scenes) {
			for (const language of ['de', 'en'] as const) {
				for (const ascii of [false, true]) {
					const screen = createPureScreen(answers, {columns, rows: 24, language, ascii});
					screen.press(...scene.keys);
					screen.dispatch(...(scene.events ?? []));
					const parts = [
						...listParts(screen),
						...overlayParts(screen),
						...textParts(screen),
						...settingsParts(screen),
					];
					for (const [lines, width, what] of parts) {
						for (const line of lines) {
							const note = `${scene.name} ${language} ${what}: "${lineText(line)}"`;
							assert.equal(lineWidth(line), width, note);
							assert.equal(textWidth(lineText(line)), width, note);
						}
					}
				}
			}
		}
	});
}

test('the help hint stays at the right end however narrow the window is', () => {
	for (const columns of [40, 60, 80]) {
		const screen = createPureScreen(answers, {columns, rows: 24, language: 'de'});
		assert.match(lineText(hintBar(screen.state(), screen.look)), /\? Hilfe $/u);
	}
});

test('in ASCII mode the chrome of the screen is ASCII', () => {
	const screen = createPureScreen(answers, {columns: 80, rows: 24, language: 'de', ascii: true});
	screen.press('?');
	const parts = [...overlayParts(screen), ...listParts(screen).slice(0, 5)];
	for (const [lines, , what] of parts)
		for (const line of lines) assert.match(lineText(line), /^[\u0020-\u007e]*$/u, what);
});
