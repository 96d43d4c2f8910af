import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Effect} from '../../../source/ui/effect/effect.ts';
import {aDelivery} from '../../domain/sample.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();
const open = () => createPureScreen(answers, {columns: 80, rows: 24});

const stepsOf = (effects: readonly Effect[]) =>
	effects.flatMap(effect => (effect.type === 'perform' ? effect.steps : []));

test('the mail that J and K stand on is the one that is answered', () => {
	const screen = open();
	screen.press('j', 'j', 'enter', 'K', 'K', 'K');
	const [effect] = screen.press('r');
	assert.deepEqual(effect, {
		type: 'compose',
		number: '202611230001',
		kind: 'reply',
		answers: 'c1',
	});
});

test('reply to all, forward and comment ask for their kind', () => {
	for (const [key, kind] of [
		['R', 'reply-all'],
		['f', 'forward'],
		['c', 'comment'],
	] as const) {
		const [effect] = open().press(key);
		assert.ok(effect?.type === 'compose' && effect.kind === kind);
	}
});

test('in the composer letters write, and enter in a field goes to the text', () => {
	const screen = open();
	screen.press('j', 'j', 'r', 'a', 'x', 'v');
	assert.equal(screen.state().composer?.body.lines[0], 'axv');
	screen.press('shift+tab');
	assert.equal(screen.state().composer?.focus, 'subject');
	screen.press('enter');
	assert.equal(screen.state().composer?.focus, 'body');
});

test('the quoted original goes and comes back with one key', () => {
	const screen = open();
	screen.press('j', 'j', 'r');
	const quotes = () =>
		screen.state().composer?.body.lines.filter(line => line.startsWith('>')).length;
	assert.notEqual(quotes(), 0);
	screen.press('alt+o');
	assert.equal(quotes(), 0);
	screen.press('alt+o');
	assert.notEqual(quotes(), 0);
});

test('the review sends with y, sends and completes with Y, and goes back with e', () => {
	const screen = open();
	screen.press('j', 'j', 'r', 'x', 'alt+enter');
	assert.deepEqual(screen.press('y'), [{type: 'send', status: null}]);
	assert.deepEqual(screen.press('Y'), [{type: 'send', status: 'completed'}]);
	screen.press('n', 'k');
	assert.equal(screen.state().composer?.status, 'clarify');
	screen.press('e');
	assert.equal(screen.state().composer?.stage, 'write');
});

test('a mail on its way to the desk takes no keys', () => {
	const screen = open();
	screen.press('j', 'j', 'r', 'x', 'alt+enter');
	screen.dispatch({type: 'composer-stage', stage: 'sending'});
	assert.deepEqual(screen.press('y', 'v', 'q'), []);
	assert.equal(screen.state().overlay, null);
});

test('a mail that did not get out is sent again from the palette', () => {
	const screen = open();
	screen.press('j', 'j', 'enter');
	const ticket = answers.tickets.get('202611230001')!;
	const messages = ticket.messages.map(message =>
		message.direction === 'out'
			? {...message, state: 'failed' as const, delivery: aDelivery()}
			: message,
	);
	screen.dispatch({type: 'ticket-came', ticket: {...ticket, messages}});
	const keys = [...'erneut senden'].map(key => (key === ' ' ? 'space' : key));
	const [step] = stepsOf(screen.press(':', ...keys, 'enter'));
	assert.deepEqual(step, {number: '202611230001', action: 'retrySend', input: {message: 'c2'}});
});
