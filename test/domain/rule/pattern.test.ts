import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Compared, readPattern} from '../../../source/domain/rule/pattern.ts';

const matches = (pattern: string, text: string, compared: Compared): boolean => {
	const read = readPattern(pattern, compared);
	assert.ok(typeof read === 'object', `${pattern}: ${JSON.stringify(read)}`);
	return read.kind === 'plain' ? read.test(text) : read.expression.test(text);
};

type Case = readonly [pattern: string, text: string, matches: boolean];

const addresses: readonly Case[] = [
	['kim@shop.example', 'kim@shop.example', true],
	['Kim@Shop.EXAMPLE', 'kim@shop.example', true],
	['kim@shop.example', 'kim@shop.example.org', false],
	['kim@shop.example', 'joakim@shop.example', false],
	['@shop.example', 'anyone@shop.example', true],
	['@shop.example', 'anyone@SHOP.example', true],
	['@shop.example', 'anyone@news.shop.example', false],
	['@shop.example', 'anyone@workshop.example', false],
	['@*.shop.example', 'anyone@news.shop.example', true],
	['@*.shop.example', 'anyone@shop.example', false],
	['@*shop.example', 'anyone@workshop.example', true],
	['@shop.example', '"odd@shop.example"@other.example', false],
	['@shop.example', 'shop.example', false],
	['*@shop.example', 'anyone@shop.example', true],
	['%@shop.example', 'anyone@shop.example', true],
	['info*@shop.example', 'info-de@shop.example', true],
	['info*@shop.example', 'my-info@shop.example', false],
	['*news*', 'daily-news@shop.example', true],
	['a*a@x.example', 'a@x.example', false],
	['*', 'anyone@shop.example', true],
	['/^(info|sales)@/', 'sales@shop.example', true],
	['/^(info|sales)@/', 'presales@shop.example', false],
	['/SHOP\\.example$/', 'a@shop.example', true],
];

const texts: readonly Case[] = [
	['Rechnung', 'Ihre rechnung Oktober', true],
	['RECHNUNG', 'Ihre Rechnung Oktober', true],
	['Rechnung', 'Ihr Rechner', false],
	['GRÜSSE', 'schöne grüsse', true],
	['grüße', 'Schöne GRÜẞE', true],
	['Größe', 'Gro\u0308ße', true],
	['Rechnung*Mahnung', 'Ihre Rechnung, zweite Mahnung!', true],
	['Rechnung%Mahnung', 'Ihre Rechnung, zweite Mahnung!', true],
	['Rechnung*Mahnung', 'Mahnung zur Rechnung', false],
	['50 %', 'Jetzt 50 % sparen', true],
	['*** SPAM ***', '*** SPAM *** win now', true],
	['a.c', 'abc', false],
	['[Ticket', 'Re: [Ticket 5]', true],
	['/rechnung|invoice/i', 'Your INVOICE', true],
	['/rechnung|invoice/', 'Your INVOICE', true],
	['/^re:/i', 'RE: Angebot', true],
	['/^re:/i', 'Angebot re: gestern', false],
	['/\\p{Lu}{3}/', 'abc', true],
	['/A\\-12\\#3/', 'Artikel A-12#3', true],
	['/übergröße/i', 'ÜBERGRÖßE', true],
	['/a/gi', 'bAb', true],
	['/etc/hosts', 'change of /etc/hosts', true],
	['/', 'and/or', true],
];

for (const [title, compared, cases] of [
	['addresses match as a whole, or their domain', 'address', addresses],
	['names and subjects match when contained', 'text', texts],
] as const)
	test(title, () => {
		for (const [pattern, text, wanted] of cases)
			assert.equal(matches(pattern, text, compared), wanted, `${pattern} on ${text}`);
	});

test('a pattern that cannot be used says why', () => {
	assert.equal(readPattern('  ', 'text'), 'empty');
	assert.equal(readPattern('/(/', 'text'), 'expression');
	assert.equal(readPattern('/a{2,1}/i', 'address'), 'expression');
	assert.equal(readPattern('shop.example', 'address'), 'address');
});

test('many wildcards take no longer than one', () => {
	const pattern = `${'*a'.repeat(200)}*b`;
	assert.equal(matches(pattern, 'a'.repeat(100_000), 'text'), false);
	assert.equal(
		matches(`${pattern}@x.example`, `${'a'.repeat(100_000)}@x.example`, 'address'),
		false,
	);
});

test('what stands between wildcards is found in its order, like a slow search finds it', () => {
	const alphabet = ['a', 'b', '*'];
	const words = alphabet.flatMap(a => alphabet.flatMap(b => alphabet.map(c => a + b + c)));
	const slow = (pattern: string, text: string): boolean =>
		new RegExp(`^${pattern.replaceAll('*', '.*')}@x$`, 'u').test(text);
	for (const pattern of words)
		for (const text of ['', 'a', 'b', 'ab', 'ba', 'aab', 'aba', 'abb', 'bab', 'abab', 'bbaa'])
			assert.equal(
				matches(`${pattern}@x`, `${text}@x`, 'address'),
				slow(pattern, `${text}@x`),
				`${pattern} on ${text}`,
			);
});
