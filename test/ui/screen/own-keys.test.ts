import '../environment.ts';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lineText} from '../../../source/ui/part/line.ts';
import {ticketPane} from '../../../source/ui/screen/ticket/ticket-pane.ts';
import {titleLine} from '../../../source/ui/screen/title.ts';
import {createLook} from '../../../source/ui/screen-look.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

const look = createLook({
	language: 'en',
	keys: {undo: ['<alt+u>'], quotes: ['<ctrl+q>'], senderRule: ['<alt+e>']},
});

const open = () => createPureScreen(answers, {columns: 100, rows: 30, language: 'en'});

test('a key of one’s own is shown as the hint bar spells it, not as the key file does', () => {
	const {state, dispatch} = open();
	dispatch({type: 'ticket-opened', number: '202611230001', pane: 'ticket'});
	const {ticket} = state();
	assert.ok(ticket);
	const lines = ticketPane(ticket, {state: state(), look, width: 100, height: 28}).map(lineText);
	assert.match(lines.join('\n'), /\^q/u);
});

test('so is that of calling a mail back, in the title', () => {
	const {state, dispatch} = open();
	const notBefore = new Date(state().now + 9000).toISOString();
	const undo = {action: 'callBack', input: {message: 'o1'}};
	dispatch({
		type: 'sent',
		number: '202611230001',
		outcome: {message: 'o1', messageId: '<o1@firma.example>', notBefore, undo},
	});
	assert.match(lineText(titleLine(state(), look)), /Alt\+u/u);
});
