import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sayWords} from '../../../source/ui/say-words.ts';
import {createPureScreen, sampleAnswers} from '../pure-screen.ts';

const answers = await sampleAnswers();

const said = (language: 'de' | 'en', ...keys: readonly string[]): string => {
	const screen = createPureScreen(answers, {columns: 80, rows: 24, language});
	const [effect] = screen.press(...keys);
	const words = effect?.type === 'perform' ? effect.label : '';
	return sayWords(screen.look.say, words, screen.state().now).replace('{n} ', '');
};

test('who takes a new ticket is told that it is open now', () => {
	assert.match(said('de', 'a', 'a'), /an Anna Weber zugewiesen, Status jetzt Offen$/);
	assert.match(said('en', 'a', 'a'), /assigned to Anna Weber, status now Open$/);
	assert.match(said('de', 'space', 'space', 'space', 'a', 'a'), /zugewiesen, 2 davon jetzt Offen$/);
});

test('a ticket that is given to a colleague stays as it is, and nothing else is said', () => {
	assert.match(said('de', 'a', ...'max', 'enter'), /an Max Krause zugewiesen$/);
	assert.match(said('de', 'j', 'j', 'a', 'a'), /an Anna Weber zugewiesen$/);
});
