import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSay} from '../../../source/language/say.ts';
import {labelCells} from '../../../source/ui/settings/size.ts';

test('a long label is read whole where there is room, and cut on a narrow screen', () => {
	const label = createSay('de')('settings.accounts.importAsCompleted');
	assert.equal(label, 'Ticket als abgeschlossen markieren');
	assert.equal(labelCells({columns: 80, rows: 24}, label), label.length + 1);
	assert.equal(labelCells({columns: 80, rows: 24}, 'Name'), 28);
	assert.equal(labelCells({columns: 40, rows: 16}, label), 18);
});
