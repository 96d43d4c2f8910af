import assert from 'node:assert/strict';
import type {ShownTicket} from '../../program/room.ts';
import type {House} from '../house.ts';
import type {Chapter, Row} from '../row.ts';

type Expect = (ticket: ShownTicket) => void;

/** Two tickets marked in the screen, the batch menu by `b`, the action by its letter. */
const batchRow = (german: string, english: string, letter: string, expect: Expect): Row => ({
	german,
	english,
	prove: async ({deliver, take, room, tickets}: House) => {
		const word = `Stapel ${german}`;
		await deliver({subject: `${word} eins`});
		await deliver({subject: `${word} zwei`});
		// A third one, so that the place in the list tells when the filter has come into force.
		await deliver({subject: 'Ein anderes Ticket'});
		await take();
		const screen = room.screen(100, 24);
		await screen.waitFor(`${word} zwei`);
		screen.type(`/${word}\r`);
		await screen.waitFor(
			shown => /^>/mu.test(shown) && / 1 von 2 /u.test(shown) && shown.includes(`Filter: ${word}`),
		);
		screen.type('  b');
		await screen.waitFor(german);
		screen.type(letter);
		await screen.waitFor('rückgängig');
		for (const subject of [`${word} eins`, `${word} zwei`]) {
			const [found] = await tickets(subject);
			expect(await room.show(found?.number ?? ''));
		}
		await screen.close();
	},
});

export const batch: Chapter = {
	german: 'Stapelverarbeitung',
	english: 'batch actions',
	rows: [
		batchRow('SPAM entfernen', 'remove spam', 's', ({status}) => assert.equal(status, 'trash')),
		batchRow('Ungelesen ins Archiv', 'archive unread', 'u', ({status, unread}) => {
			assert.equal(status, 'completed');
			assert.equal(unread, true);
		}),
		batchRow('als persönlich markieren', 'mark personal', 'p', ({flags, status}) => {
			assert.equal(flags.personal, true);
			assert.equal(status, 'new');
		}),
		batchRow('als privat markieren', 'mark private', 'v', ({flags}) =>
			assert.equal(flags.private, true),
		),
		batchRow('als Prio markieren', 'mark Prio', 'r', ({flags, tags}) => {
			assert.equal(flags.prio, true);
			assert.ok(tags.includes('Prio'), 'Prio is a tag as well');
		}),
	],
};
