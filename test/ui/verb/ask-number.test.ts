import assert from 'node:assert/strict';
import {test} from 'node:test';
import {merge} from '../../../source/domain/action/merge.ts';
import {sayProblemLine} from '../../../source/language/problem.ts';
import {createSay} from '../../../source/language/say.ts';
import {aContext, aTicket} from '../../domain/sample.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

for (const key of ['M', ':'] as const)
	test(`the number of the ticket itself is not taken for another one (${key})`, () => {
		const screen = createPureScreen(answers, {columns: 80, rows: 24});
		const number = screen.state().list.cursorNumber ?? '';
		const keys = key === ':' ? [':', ...'verknüpfen …', 'enter'] : [key];
		const effects = screen.press(...keys, ...number, 'enter');
		assert.deepEqual(effects, []);
		const {overlay} = screen.state();
		assert.equal(overlay?.kind === 'ask' ? overlay.problem?.key : '', 'ask.itself');
	});

test('a merge that is repeated on the ticket it went into says why it cannot be', () => {
	const ticket = aTicket({});
	const done = merge.apply(ticket, {into: ticket.number}, aContext());
	assert.ok(!done.ok);
	assert.match(sayProblemLine(createSay('de'), done.problem), /^Das ist dasselbe Ticket/);
});
