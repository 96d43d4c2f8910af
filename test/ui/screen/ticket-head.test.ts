import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lineText} from '../../../source/ui/part/line.ts';
import {ticketPane} from '../../../source/ui/screen/ticket/ticket-pane.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();
const number = '202611230001';

const head = (columns: number, language: 'de' | 'en'): readonly string[] => {
	const screen = createPureScreen(answers, {columns, rows: 24, language});
	screen.dispatch({type: 'ticket-opened', number, pane: 'ticket'});
	const ticket = answers.tickets.get(number);
	assert.ok(ticket);
	const requester = {
		name: 'Dr. Annegret Freifrau von Westerholt',
		address: 'annegret.von.westerholt@verwaltung.example',
	};
	const snoozedUntil = '2026-11-27T07:00:00.000Z';
	const changed = {...ticket, requester, snoozedUntil, revision: ticket.revision + 1};
	screen.dispatch({type: 'ticket-came', ticket: changed});
	const {ticket: view} = screen.state();
	assert.ok(view);
	const place = {state: screen.state(), look: screen.look, width: columns, height: 20};
	return ticketPane(view, place).slice(0, 3).map(lineText);
};

test('a long address leaves the tags and the day it comes back in sight', () => {
	for (const columns of [60, 80]) {
		const [, people = '', below = ''] = head(columns, 'de');
		assert.match(people, /Westerholt/);
		assert.match(below, /^── Wiedervorlage Fr 08:00 · Tags: konto ─+$/);
		assert.equal(below.length, columns);
		assert.match(head(columns, 'en')[2] ?? '', /^── snoozed until Fri 08:00 · Tags: konto ─/);
	}
	assert.match(head(40, 'de')[2] ?? '', /Wiedervorlage Fr 08:00/);
});
