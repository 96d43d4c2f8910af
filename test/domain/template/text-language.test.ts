import assert from 'node:assert/strict';
import {test} from 'node:test';
import {textLanguage} from '../../../source/domain/template/text-language.ts';

test('German and English are told apart by their small words, nothing is guessed without them', () => {
	assert.equal(textLanguage('Guten Tag, die Waage ist nicht angekommen.'), 'de');
	assert.equal(textLanguage('Hello, the scale has not arrived. Please help.'), 'en');
	assert.equal(textLanguage('RE: 4711'), null);
	assert.equal(textLanguage(''), null);
});
