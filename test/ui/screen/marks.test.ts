import assert from 'node:assert/strict';
import {journey} from '../journey.ts';

const marksIn = (frame: string): number =>
	frame.split('\n').filter(line => /^.x/u.test(line)).length;

journey('marks outlive a filter, and what it hides is counted', async screen => {
	await screen.type('  ');
	await screen.see('── 2 markiert ──');
	await screen.type('/rechnung\r');
	await screen.see('── 2 markiert · 1 nicht zu sehen ──');
	await screen.see('Filter: rechnung');
	assert.equal(marksIn(await screen.frame()), 1);
	await screen.type('V');
	await screen.see('── 3 markiert · 1 nicht zu sehen ──');
	await screen.press('escape');
	await screen.see('── 3 markiert ──');
	assert.equal(marksIn(await screen.frame()), 3);
	await screen.press('escape');
	assert.equal(marksIn(await screen.frame()), 0);
});

journey('a batch says how many of its tickets one did not see', async screen => {
	await screen.type('  /rechnung\r');
	await screen.see('1 nicht zu sehen');
	await screen.type('s');
	await screen.see('Status für 2 Tickets');
	await screen.see('1 nicht zu sehen');
	await screen.type('k');
	await screen.see('2 Tickets: Klären, 1 davon nicht in dieser Liste');
	await screen.press('u');
	await screen.see('Rückgängig: 2 Tickets: Klären');
});

journey('another tab begins without marks, another order keeps them', async screen => {
	await screen.type('  no');
	await screen.see('── 2 markiert ──');
	await screen.type('9');
	assert.equal(marksIn(await screen.frame()), 0);
});

journey(
	'in 40 columns the count of what is hidden is not cut off',
	async screen => {
		await screen.type('  /rechnung\r');
		await screen.see('2 markiert · 1 nicht zu sehen');
		await screen.type('V');
		await screen.see('3 markiert · 1 nicht zu sehen');
	},
	{columns: 40, rows: 16},
);
