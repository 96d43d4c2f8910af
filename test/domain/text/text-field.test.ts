import assert from 'node:assert/strict';
import {test} from 'node:test';
import {moveTextStart} from '../../../source/domain/text/move.ts';
import {textOf} from '../../../source/domain/text/text-buffer.ts';
import {
	createTextField,
	fieldView,
	insertIntoField,
} from '../../../source/domain/text/text-field.ts';

test('pasted lines become one line', () => {
	const field = insertIntoField(createTextField('a'), ' b \r\n c\n');
	assert.equal(textOf(field), 'a b c ');
});

test('a long field shows the part around its cursor', () => {
	const field = createTextField('abcdefghij');
	assert.deepEqual(fieldView(field, 5), {text: 'ghij', column: 4});
	assert.deepEqual(fieldView(moveTextStart(field), 5), {text: 'abcde', column: 0});
	assert.deepEqual(fieldView(createTextField('ab'), 5), {text: 'ab', column: 2});
});

test('wide characters are not cut in half', () => {
	const field = createTextField('請求書');
	assert.deepEqual(fieldView(field, 4), {text: '書', column: 2});
	assert.deepEqual(fieldView(moveTextStart(field), 5), {text: '請求', column: 0});
});
