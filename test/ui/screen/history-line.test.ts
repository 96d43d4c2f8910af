import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Language} from '../../../source/language/say.ts';
import {lineText} from '../../../source/ui/part/line.ts';
import {historyLine} from '../../../source/ui/screen/ticket/history-line.ts';
import {aTicket} from '../../domain/sample.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

const lineOf = (what: string, language: Language): string => {
	const entry = {at: '2026-11-23T08:00:00.000Z', by: 'weber', what, from: 'on', to: 'off'};
	const screen = createPureScreen(answers, {columns: 80, rows: 24, language});
	const place = {state: screen.state(), look: screen.look, width: 80};
	return lineText(historyLine(aTicket({history: [entry]}), 0, place));
};

test('in 40 columns the history says when, who, and from what to what', () => {
	const entry = {
		at: '2026-11-24T12:39:00.000Z',
		by: 'weber',
		what: 'status',
		from: 'new',
		to: 'open',
	};
	const screen = createPureScreen(answers, {columns: 40, rows: 16, language: 'de'});
	const place = {state: screen.state(), look: screen.look, width: 40};
	const line = lineText(historyLine(aTicket({history: [entry]}), 0, place)).trimEnd();
	assert.match(line, /^ Di 13:39 +AW Status: Neu → Offen$/u);
});

test('the history says what was switched on and off in the language of the screen', () => {
	assert.match(lineOf('unread', 'de'), /ungelesen: an → aus/u);
	assert.match(lineOf('prio', 'de'), /Prio: an → aus/u);
	assert.match(lineOf('unread', 'en'), /unread: on → off/u);
});
