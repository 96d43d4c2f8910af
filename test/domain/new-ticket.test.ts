import assert from 'node:assert/strict';
import {test} from 'node:test';
import {requesterOf} from '../../source/domain/new-ticket.ts';

test('who is calling is a name, an address, both or nothing', () => {
	const cases: ReadonlyArray<readonly [string, string, string]> = [
		['Frau Novák <p.novak@example.de>', 'Frau Novák', 'p.novak@example.de'],
		['"Weber, Anna" <a@b.de>', 'Weber, Anna', 'a@b.de'],
		[' a@b.de ', '', 'a@b.de'],
		['Herr Meier, Lager', 'Herr Meier, Lager', ''],
		['<a@b.de>', '', 'a@b.de'],
		['', '', ''],
	];
	for (const [typed, name, address] of cases)
		assert.deepEqual(requesterOf(typed), {name, address}, typed);
});
