import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	addressLine,
	parseAddressLine,
	wrongAddresses,
} from '../../../source/ui/compose/address-line.ts';

test('a line of addresses is read as it was written', () => {
	const addresses = [
		{name: 'Anna Schmidt', address: 'anna@example.de'},
		{name: '', address: 'info@example.de'},
		{name: 'Müller, Jörg', address: 'j@example.de'},
	];
	const line = addressLine(addresses);
	assert.equal(
		line,
		'Anna Schmidt <anna@example.de>, info@example.de, "Müller, Jörg" <j@example.de>',
	);
	assert.deepEqual(parseAddressLine(line), addresses);
});

test('blanks, semicolons and empty parts do no harm', () => {
	assert.deepEqual(
		parseAddressLine(' a@x.de ; ,b@x.de,').map(({address}) => address),
		['a@x.de', 'b@x.de'],
	);
	assert.deepEqual(parseAddressLine('  '), []);
});

test('what cannot be an address is kept and found', () => {
	const addresses = parseAddressLine('Anna, b@x.de, c@');
	assert.deepEqual(wrongAddresses(addresses), ['Anna', 'c@']);
});
