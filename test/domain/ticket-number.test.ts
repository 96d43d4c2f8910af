import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	compareNumbers,
	formatNumber,
	numbersInSubject,
	parseNumber,
} from '../../source/domain/ticket-number.ts';

test('a number is the day and a counter of four digits, five past 9999', () => {
	assert.equal(formatNumber('20261123', 417), '202611230417');
	assert.equal(formatNumber('20261123', 10_000), '2026112310000');
});

test('an agent may type a number with sign, dash or spaces', () => {
	assert.equal(parseNumber('#202611230417', 2026), '202611230417');
	assert.equal(parseNumber(' 20261123-0417 ', 2027), '202611230417');
	for (const text of ['0417', '', '2026', '20261123041755', '1123-041a'])
		assert.equal(parseNumber(text, 2026), null, text);
});

test('the short numbers of narrow lists mean the tickets they stand for', () => {
	assert.equal(parseNumber('1123-0417', 2026), '202611230417');
	assert.equal(parseNumber('#1123-10000', 2026), '2026112310000');
	assert.equal(parseNumber('2511230417', 2026), '202511230417');
	assert.equal(parseNumber('25112310000', 2026), '2025112310000');
});

const subjects: ReadonlyArray<[subject: string, expected: readonly string[]]> = [
	['Re: Passwort [#202611230417]', ['202611230417']],
	['AW: Ticket #202611230417: Passwort', ['202611230417']],
	['[Ticket#2026112310000]', ['2026112310000']],
	['＃202611230417 お問い合わせ', ['202611230417']],
	['#202611230417 und #202611230418 und #202611230417', ['202611230417', '202611230418']],
	['202611230417', []],
	['#20261123041', []],
	['#20261123041755', []],
	['# 202611230417', []],
];

for (const [subject, expected] of subjects) {
	test(`the subject ${subject} names ${expected.join(' and ') || 'no ticket'}`, () => {
		assert.deepEqual(numbersInSubject(subject), expected);
	});
}

test('numbers are ordered by day, then by counter', () => {
	const numbers = ['202611240001', '2026112310000', '202611239999'];
	assert.deepEqual(numbers.sort(compareNumbers), ['202611239999', '2026112310000', '202611240001']);
});
