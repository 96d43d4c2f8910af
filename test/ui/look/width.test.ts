import assert from 'node:assert/strict';
import {test} from 'node:test';
import {textWidth} from '../../../source/domain/text/width.ts';
import {fit, truncate} from '../../../source/ui/look/width.ts';

const cases: ReadonlyArray<readonly [string, number, string]> = [
	['abc', 5, 'abc  '],
	['abc', 3, 'abc'],
	['abcdef', 4, 'abc…'],
	['Übelacker', 6, 'Übela…'],
	['請求書', 6, '請求書'],
	['請求書', 5, '請求…'],
	['請求書', 4, '請… '],
	['👩‍👩‍👧 Familie', 4, '👩‍👩‍👧 …'],
	['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
	['a\tb\nc', 9, 'a    b c '],
	['abc', 1, '…'],
	['abc', 0, ''],
	['', 2, '  '],
];

for (const [text, width, expected] of cases) {
	test(`${JSON.stringify(text)} fits ${width} cells as ${JSON.stringify(expected)}`, () => {
		assert.equal(fit(text, width), expected);
		assert.equal(textWidth(fit(text, width)), width);
	});
}

test('numbers stand at the end', () => {
	assert.equal(fit('12', 4, {align: 'end'}), '  12');
});

test('the ASCII ellipsis takes its three cells, or what there is', () => {
	assert.equal(fit('abcdefgh', 6, {ellipsis: '...'}), 'abc...');
	assert.equal(fit('abcdefgh', 2, {ellipsis: '...'}), '..');
});

test('truncated text is not filled', () => {
	assert.equal(truncate('abc', 9), 'abc');
	assert.equal(truncate('請求書', 4), '請…');
});
