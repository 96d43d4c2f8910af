import assert from 'node:assert/strict';
import {test} from 'node:test';
import {age} from '../../source/language/age.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

test('ages are at most four cells in the words of the language', () => {
	const cases: Array<[number, string, string]> = [
		[-5, '<1m', '<1m'],
		[59_999, '<1m', '<1m'],
		[4 * minute, '4m', '4m'],
		[59 * minute, '59m', '59m'],
		[12 * 60 * minute, '12h', '12h'],
		[3 * day, '3t', '3d'],
		[99 * day, '99t', '99d'],
		[100 * day, '14w', '14w'],
		[699 * day, '99w', '99w'],
		[800 * day, '2j', '2y'],
		[9000 * day, '24j', '24y'],
	];
	for (const [milliseconds, german, english] of cases) {
		assert.equal(age(milliseconds, 'de'), german);
		assert.equal(age(milliseconds, 'en'), english);
	}
});
