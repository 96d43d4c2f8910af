import assert from 'node:assert/strict';
import type {House} from '../house.ts';
import type {Chapter, Row} from '../row.ts';

/** Set by hand in the screen's menu, under the word and letter of the source system. */
const byHand = (german: string, english: string, letter: string, name: string): Row => ({
	german,
	english,
	prove: async ({receive, room}: House) => {
		const subject = `Einmal ${german}`;
		const {number, status} = await receive({subject});
		assert.equal(status, 'new');
		if (name === 'new') return;
		const screen = room.screen(100, 24);
		await screen.waitFor(subject);
		screen.type(`/${subject}\r`);
		await screen.waitFor(/ 1 von 1 /u);
		screen.type('s');
		await screen.waitFor(shown => shown.includes(german));
		screen.type(letter);
		await screen.waitFor('rückgängig');
		assert.equal((await room.show(number)).status, name);
		await screen.close();
	},
});

export const status: Chapter = {
	german: 'Status',
	english: 'status',
	rows: [
		byHand('Neu', 'New', 'n', 'new'),
		byHand('Offen', 'Open', 'o', 'open'),
		byHand('Warten auf Intern', 'Waiting (internal)', 'i', 'waiting_internal'),
		byHand('Warten auf Kunden', 'Waiting (customer)', 'w', 'waiting_customer'),
		byHand('Klären', 'Clarify', 'k', 'clarify'),
		byHand('Abgeschlossen', 'Completed', 'x', 'completed'),
		byHand('Papierkorb', 'Trash', '!', 'trash'),
	],
};
