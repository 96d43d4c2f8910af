import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Desk} from '../../../source/desk/desk.ts';
import {fail} from '../../../source/domain/result.ts';
import {journey} from '../journey.ts';
import {type Rendered, renderScreen} from '../render.tsx';
import {openSampleDesk} from '../sample-desk.ts';
import {manyTickets} from '../sample-tickets.ts';

const rowAtCursor = (frame: string): string =>
	frame.split('\n').find(line => line.startsWith('>')) ?? '';

journey('keys typed ahead in one packet all count', async screen => {
	await screen.type('jjj');
	assert.match(rowAtCursor(await screen.frame()), /202611240006/);
	await screen.type('kk\u001B[B');
	assert.match(rowAtCursor(await screen.frame()), /202611230001/);
});

journey(
	'a filter typed in one packet keeps every letter, and the keys after it work',
	async screen => {
		await screen.type('/rechnung\r');
		const frame = await screen.frame();
		assert.match(frame, /Filter: rechnung/);
		assert.match(frame, /1 von 2/);
		await screen.press('escape');
		assert.match(await screen.frame(), /1 von 11/);
	},
);

journey('escape in the filter line puts the old filter back', async screen => {
	await screen.type('/prio\r');
	await screen.type('/xyz');
	await screen.see('Nichts passt');
	await screen.press('escape');
	await screen.see('Filter: prio');
});

journey('a paste is never a command: in the list it filters', async screen => {
	await screen.type('\u001B[200~xdxd Rechnung\u001B[201~');
	await screen.see('Filter: xdxd Rechnung');
	const counts = screen.desk.store.summaries();
	assert.ok([...counts.values()].every(row => row.status !== 'completed'));
});

journey('an action is done at once, u takes it back, U does it again', async screen => {
	await screen.type(' x');
	await screen.see('1 Ticket: Abgeschlossen');
	await screen.press('u');
	await screen.see('Rückgängig: 1 Ticket: Abgeschlossen');
	await screen.see('[0 Eingang 11]');
	await screen.press('U');
	await screen.see('Wiederholt');
});

journey('a batch is one undo entry', async screen => {
	await screen.type('   bs');
	await screen.see('3 Tickets als SPAM');
	await screen.see('[0 Eingang 8]');
	await screen.press('u');
	await screen.see('[0 Eingang 11]');
});

journey('the dot repeats the last action on another ticket', async screen => {
	await screen.type('p');
	await screen.see('1 Ticket als Prio markiert');
	await screen.type('jj.');
	await screen.see(/> +! +202611230001/);
});

journey('a reply goes from r to the outbox, and u brings its draft back', async screen => {
	await screen.type('jjr');
	await screen.type('Guten Tag, erledigt.');
	await screen.press('alt+enter');
	await screen.see('Senden? 202611230001');
	await screen.press('y');
	await screen.see('Mail in den Postausgang gelegt');
	await screen.see('zurückholen');
	await screen.press('u');
	await screen.see('Antwort auf 202611230001');
	await screen.see('Guten Tag, erledigt.');
});

journey('a draft is saved by itself, and the time shown is that of the write', async screen => {
	await screen.type('jjrHallo');
	await screen.see('Entwurf gesichert 14:02:00');
	const ticket = await screen.desk.store.ticket('202611230001');
	assert.ok(ticket.ok && ticket.value.drafts[0]?.text.startsWith('Hallo'));
});

journey('a draft kept for later is offered in the title line and goes on with r', async screen => {
	await screen.type('jjrSpäter weiter');
	await screen.press('escape', 'q');
	await screen.see('1 Entwurf');
	await screen.see('Entwurf: Passwort');
	await screen.press('enter');
	await screen.see('r schreibt weiter');
	await screen.press('r');
	await screen.see('Später weiter');
});

journey('a discarded draft asks first, and u brings it back', async screen => {
	await screen.type('jjrWegwerfen');
	await screen.see('gesichert');
	await screen.press('escape', 'v');
	await screen.see('Entwurf verwerfen');
	await screen.press('v');
	await screen.see('Entwurf verworfen');
	const gone = await screen.desk.store.ticket('202611230001');
	assert.equal(gone.ok && gone.value.drafts.length, 0);
	await screen.press('u');
	await screen.see('Rückgängig');
	const back = await screen.desk.store.ticket('202611230001');
	assert.equal(back.ok && back.value.drafts.length, 1);
});

journey(
	'the draft lies on this machine when the terminal hangs up in the middle of a word',
	async screen => {
		await screen.type('jjr');
		await screen.see('Antwort auf');
		await screen.type('Mitten im W');
		screen.hangUp();
		assert.equal(await screen.ended, 'hung-up');
		const texts = [...screen.ports.kept.values()].map(({draft}) => draft.text);
		assert.ok(texts.some(text => text.startsWith('Mitten im W')) || (await saved(screen)));
	},
);

const saved = async (screen: Rendered): Promise<boolean> => {
	const ticket = await screen.desk.store.ticket('202611230001');
	return ticket.ok && ticket.value.drafts.some(draft => draft.text.startsWith('Mitten im W'));
};

journey('an internal comment is saved and never mailed', async screen => {
	await screen.type('jjc');
	await screen.type('Bitte zurückrufen');
	await screen.press('alt+enter', 'y');
	await screen.see('Interner Kommentar gespeichert');
	const ticket = await screen.desk.store.ticket('202611230001');
	assert.ok(ticket.ok && ticket.value.comments.at(-1)?.text === 'Bitte zurückrufen');
	assert.ok(ticket.ok && ticket.value.messages.length === 3);
});

journey('$EDITOR gets the text and its result is one undo step', async screen => {
	screen.ports.edit = text => `Aus dem Editor\n${text}`;
	await screen.type('jjr');
	await screen.press('ctrl+g');
	await screen.see('Aus dem Editor');
	await screen.press('ctrl+z');
	assert.doesNotMatch(await screen.frame(), /Aus dem Editor/);
});

journey('a file is attached by its path; a wrong path says so and stays', async screen => {
	screen.ports.files.set('~/bericht.pdf', new Uint8Array([1, 2, 3]));
	await screen.type('jjr');
	await screen.press('ctrl+o');
	await screen.type('falsch');
	await screen.press('enter');
	await screen.see('ist nicht da');
	await screen.press('ctrl+u');
	await screen.type('~/');
	await screen.press('tab');
	await screen.see('~/bericht.pdf');
	await screen.press('enter');
	await screen.see('Anhänge: bericht.pdf');
});

journey(
	'deleting for good asks, and Enter alone keeps everything',
	async screen => {
		await screen.type('d');
		await screen.type('7');
		await screen.see('[7 Papierkorb 1]');
		await screen.type('d');
		await screen.see('Endgültig löschen');
		await screen.press('enter');
		await screen.see('[7 Papierkorb 1]');
		await screen.type('dy');
		await screen.see('endgültig gelöscht');
	},
	{login: 'krause'},
);

journey(
	'what one may not do says why and does nothing',
	async screen => {
		await screen.press('x');
		await screen.see('das Recht, Tickets zu bearbeiten, fehlt');
		await screen.see('[0 Eingang 10]');
	},
	{login: 'gast'},
);

const failing = (desk: Desk): Desk => ({
	...desk,
	perform: async () => fail('connection-lost'),
});

journey(
	'a draft that the desk cannot take is kept on this machine',
	async screen => {
		await screen.type('jjrOhne Dienst');
		await screen.see('Entwurf nur auf diesem Rechner');
		assert.equal(screen.ports.kept.size, 1);
	},
	{wrap: failing},
);

journey('q quits from the list', async screen => {
	await screen.press('q');
	assert.equal(await screen.ended, 'quit');
});

test('a list of 10,000 tickets stays windowed: few questions, few rows', {
	timeout: 60_000,
}, async () => {
	const desk = await openSampleDesk(manyTickets(10_000));
	const asked: number[] = [];
	const wrap = (inner: Desk): Desk => ({
		...inner,
		window: request => {
			asked.push(request.count);
			return inner.window(request);
		},
	});
	const screen = await renderScreen({desk, wrap});
	try {
		const before = asked.length;
		await screen.type('j'.repeat(100));
		assert.match(await screen.frame(), /101 von 10.000/);
		assert.equal(asked.length, before);
		await screen.type('j'.repeat(260));
		assert.match(await screen.frame(), /361 von 10.000/);
		assert.equal(asked.length - before, 1);
		await screen.press('G');
		assert.match(await screen.frame(), /10.000 von 10.000/);
		assert.ok(asked.every(count => count <= 450));
		assert.ok(asked.length - before <= 3);
		const rows = (await screen.frame()).split('\n').filter(line => line.includes('Kunde'));
		assert.equal(rows.length, 18);
	} finally {
		await screen.close();
		await desk.close();
	}
});
