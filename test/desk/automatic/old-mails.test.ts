import assert from 'node:assert/strict';
import {test} from 'node:test';
import {dovecotMissing} from '../../server/dovecot.ts';
import {importOldMails} from '../../soak/old-mails.ts';

const skip = dovecotMissing() ?? false;

test('500 old mails are imported without an answer, the two of today get one each', {
	skip,
}, async () => {
	const {tickets, answered, reasons} = await importOldMails({old: 500, fresh: 2});
	assert.equal(tickets, 502);
	assert.deepEqual(answered, ['new0@example.test', 'new1@example.test']);
	assert.deepEqual(reasons, {'too-old': 500});
});

test('an account that imports as completed answers nothing, and says so in each ticket', {
	skip,
}, async () => {
	const report = await importOldMails({old: 0, fresh: 20}, {importAsCompleted: true});
	assert.deepEqual([report.tickets, report.answered], [20, []]);
	assert.deepEqual(report.reasons, {completed: 20});
});
