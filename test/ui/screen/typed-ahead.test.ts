import assert from 'node:assert/strict';
import {setTimeout as wait} from 'node:timers/promises';
import type {Desk} from '../../../source/desk/desk.ts';
import {journey} from '../journey.ts';
import type {Rendered} from '../render.tsx';

/** A desk that takes its time to give or to make a ticket. */
const slow = (desk: Desk): Desk => ({
	...desk,
	ticket: async number => {
		await wait(400);
		return desk.ticket(number);
	},
	createTicket: async request => {
		await wait(400);
		return desk.createTicket(request);
	},
});

const assertUntouched = ({desk}: Rendered): void => {
	const rows = [...desk.store.summaries().values()];
	assert.ok(rows.every(row => row.status !== 'completed' && row.status !== 'trash'));
};

journey(
	'keys typed ahead while the desk is slow to give the ticket are text, not commands',
	async screen => {
		await screen.type('jjr');
		await screen.type('xda!');
		await screen.see(/^ xda!/m);
		await screen.see('Antwort auf');
		assertUntouched(screen);
	},
	{wrap: slow},
);

journey(
	'so are those typed ahead while a ticket is made',
	async screen => {
		await screen.type('+t');
		await screen.type('xda!');
		await screen.see('Anruf notieren');
		await screen.see(/xda!/);
		assertUntouched(screen);
	},
	{wrap: slow},
);
