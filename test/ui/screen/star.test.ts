import assert from 'node:assert/strict';
import {journey} from '../journey.ts';

const first = (frame: string): string => frame.split('\n').find(line => /^>/u.test(line)) ?? '';

journey('a star is put on and taken off by the same key, and found by the filter', async screen => {
	await screen.type('*');
	await screen.see('1 Ticket mit Stern');
	assert.match(first(await screen.frame()), /^> ● ★ 202611240005/u);
	await screen.type('/is:star\r');
	assert.equal((await screen.frame()).match(/ 20261\d{7} /gu)?.length, 1);
	await screen.press('escape', 'enter');
	await screen.see('Neu · ★');
	await screen.press('u');
	await screen.see('Rückgängig');
	assert.doesNotMatch(await screen.frame(), /★/u);
});

journey('a ticket with Prio keeps its sign, and nobody else sees the star', async screen => {
	await screen.type('j*');
	await screen.see('1 Ticket mit Stern');
	assert.match(first(await screen.frame()), /^> ●!★ 202611240004/u);
	const row = screen.desk.store.summaries().get('202611240004');
	assert.deepEqual(row?.stars, ['weber']);
});
