import assert from 'node:assert/strict';
import {until} from '../../until.ts';
import type {Chapter} from '../row.ts';

export const work: Chapter = {
	german: 'Tickets verarbeiten',
	english: 'working on tickets',
	rows: [
		{
			german: 'Kommunikationsstränge, die einer Ticketnummer zugeordnet sind',
			english: 'one conversation to a ticket number',
			prove: async ({receive, deliver, take, room}) => {
				const from = 'Frida Frager <frida@kunde.example>';
				const {number} = await receive({subject: 'Erste Frage', from});
				await deliver({subject: `Noch etwas zu Ticket #${number}`, from});
				await take();
				assert.equal((await room.show(number)).messages.length, 2);
			},
		},
		{
			german: 'Einem Mitarbeiter zugewiesene Tickets',
			english: 'assigned tickets',
			prove: async ({receive, room, set}) => {
				await room.mustRaute(['agent', 'add', 'dora', '--name', 'Dora Weil']);
				const {number} = await receive({subject: 'Für Dora'});
				assert.equal((await set(number, '--assign', 'dora')).assignee, 'dora');
			},
		},
		{
			german: 'Eingang: alles, was nicht abgeschlossen oder im Papierkorb ist',
			english: 'inbox: all but completed and trash',
			prove: async ({receive, room, set}) => {
				const subjects = ['Im Eingang', 'Fertig', 'Weg'];
				for (const subject of subjects) await receive({subject});
				const [, done, gone] = await Promise.all(
					subjects.map(async subject => (await room.list()).find(one => one.subject === subject)),
				);
				await set(done?.number ?? '', '--status', 'completed');
				await set(gone?.number ?? '', '--status', 'trash');
				const inbox = (await room.list()).map(({subject}) => subject);
				assert.deepEqual(
					subjects.filter(subject => inbox.includes(subject)),
					['Im Eingang'],
				);
			},
		},
		{
			german: 'Tickets nach ihrem Status filtern',
			english: 'filter by status',
			prove: async ({receive, room, set}) => {
				const {number} = await receive({subject: 'Das klären wir'});
				await set(number, '--status', 'clarify');
				const clarify = await room.list('--status', 'clarify');
				assert.ok(clarify.every(({status}) => status === 'clarify'));
				assert.ok(clarify.some(ticket => ticket.number === number));
				const screen = room.screen(80, 24);
				await screen.waitFor('Im Eingang');
				screen.type('5');
				await screen.waitFor(
					shown => shown.includes('Das klären wir') && !shown.includes('Im Eingang'),
				);
				await screen.close();
			},
		},
		{
			german: 'Reiter In Bearbeitung: offene Tickets, die ich bearbeiten kann',
			english: 'tab In progress: open tickets that I may work on',
			prove: async ({receive, room, set}) => {
				const {number} = await receive({subject: 'Daran arbeite ich'});
				const before = await room.list('--tab', 'open');
				assert.ok(!before.some(ticket => ticket.number === number));
				await set(number, '--status', 'open', '--assign', 'me');
				const progress = await room.list('--tab', 'open');
				assert.ok(progress.some(ticket => ticket.number === number));
			},
		},
		{
			german: 'Interner Kommentar',
			english: 'internal comment',
			prove: async ({receive, room, outgoing}) => {
				const {number} = await receive({subject: 'Nur unter uns'});
				await room.mustRaute(['comment', number], 'Der Kunde hat angerufen.\n');
				const {comments} = await room.show(number);
				assert.deepEqual(
					comments.map(({text}) => text),
					['Der Kunde hat angerufen.'],
				);
				await room.mustRaute(['reply', number], 'Antwort nach dem Kommentar.\n');
				await until(() => outgoing('Antwort nach dem Kommentar.')[0], 'the answer');
				assert.equal(outgoing('angerufen').length, 0, 'a comment is never mailed');
			},
		},
	],
};
