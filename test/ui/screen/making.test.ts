import assert from 'node:assert/strict';
import {ok} from '../../../source/domain/result.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {aMessage, person} from '../../domain/sample.ts';
import {journey} from '../journey.ts';
import type {Rendered} from '../render.tsx';

const ticketOf = async (screen: Rendered, number: string): Promise<Ticket> => {
	const found = await screen.desk.store.ticket(number);
	if (!found.ok) throw new Error(found.problem.name);
	return found.value;
};

const count = (screen: Rendered): number => screen.desk.store.summaries().size;

/** Waits for a text and answers the screen that shows it. */
const seen = async (screen: Rendered, text: string | RegExp): Promise<string> => {
	await screen.see(text);
	return screen.frame();
};

/** The number in the first line, of a text being written. */
const numberOn = (frame: string): string => /\d{12}/u.exec(frame)?.[0] ?? '';

journey(
	'a call is noted: number at once, draft kept, fields in the review, then a ticket',
	async screen => {
		const before = count(screen);
		await screen.type('+t');
		const number = numberOn(await seen(screen, 'Anruf notieren'));
		assert.equal(count(screen), before + 1);
		await screen.type('Frau Novák <p.novak@example.de>');
		await screen.press('tab');
		await screen.type('Rückruf');
		await screen.press('enter');
		await screen.type('Bitte zurückrufen.');
		await screen.see('Entwurf gesichert');
		await screen.press('alt+enter');
		await screen.see('Anlegen?');
		await screen.type('fm');
		await screen.type('Versand');
		await screen.press('enter');
		await screen.see(/Warteschlange +Versand/u);
		await screen.type('y');
		await screen.see(`Ticket ${number} angelegt`);
		const ticket = await ticketOf(screen, number);
		assert.deepEqual(
			[ticket.subject, ticket.requester.address, ticket.queue, ticket.drafts, ticket.status],
			['Rückruf', 'p.novak@example.de', 'Versand', [], 'new'],
		);
		assert.equal(ticket.messages[0]?.text, 'Bitte zurückrufen.');
		await screen.press('u');
		await screen.see('Rückgängig');
		assert.equal((await ticketOf(screen, number)).drafts.length, 1);
	},
);

journey(
	'a new mail that is thrown away takes its ticket along, one kept for later names it',
	async screen => {
		const before = count(screen);
		await screen.type('+m');
		await screen.see('Neues Ticket');
		await screen.press('escape');
		await screen.see('Senden?');
		await screen.type('v');
		await screen.see('Eingang');
		assert.equal(count(screen), before);
		await screen.type('+m');
		const number = numberOn(await seen(screen, 'Neues Ticket'));
		await screen.type('lager@example.de\t\t\tBestand?');
		await screen.press('alt+enter');
		await screen.see('Senden?');
		await screen.type('q');
		await screen.see('Entwurf gesichert, r schreibt weiter');
		assert.equal((await ticketOf(screen, number)).subject, 'Bestand?');
		assert.equal(count(screen), before + 1);
	},
);

journey('M merges the marked tickets into the chosen one, u takes it apart', async screen => {
	const rows = [...screen.desk.store.summaries().values()];
	await screen.type('  M');
	await screen.see('2 Tickets zusammenführen: welches bleibt?');
	await screen.type('1');
	await screen.see('zusammengeführt');
	const merged = [...screen.desk.store.summaries().values()].filter(row => row.mergedInto);
	assert.equal(merged.length, 1);
	await screen.press('u');
	await screen.see('Rückgängig');
	const after = [...screen.desk.store.summaries().values()];
	assert.deepEqual(
		after.map(({number, messages, status}) => [number, messages, status]).sort(),
		rows.map(({number, messages, status}) => [number, messages, status]).sort(),
	);
});

journey('an open ticket is merged by the number of another, which is shown then', async screen => {
	await screen.type('jj');
	await screen.press('enter');
	const from = numberOn(await seen(screen, 'Nachricht'));
	await screen.type('M');
	await screen.see('Zusammenführen mit Ticket Nr.');
	await screen.type('99\r');
	await screen.see('Das ist keine Ticketnummer.');
	await screen.press('ctrl+u');
	const into = [...screen.desk.store.summaries().keys()].find(number => number !== from) ?? '';
	await screen.type(`${into}\r`);
	await screen.see(new RegExp(`^ ${into}`, 'u'));
	assert.deepEqual((await ticketOf(screen, from)).messages, []);
	await screen.type('#');
	await screen.see('Verknüpfte Tickets');
});

journey('a mail and what follows it part into a ticket of their own', async screen => {
	const [number = ''] = [...screen.desk.store.summaries().values()]
		.filter(({status}) => status === 'new')
		.map(row => row.number);
	const messages = ['a', 'b', 'c'].map((id, hour) =>
		aMessage({id, receivedAt: `2026-11-24T0${hour}:00:00.000Z`, text: `Text ${id}`}),
	);
	await screen.desk.store.change(number, ticket => ok({...ticket, messages, comments: []}));
	await screen.type(`/${number}\r`);
	await screen.press('enter');
	await screen.see('Text c');
	await screen.type('KX');
	await screen.see('Neues Ticket daraus machen');
	await screen.type('f');
	await screen.see('Neues Ticket daraus gemacht');
	assert.deepEqual(
		(await ticketOf(screen, number)).messages.map(({id}) => id),
		['a'],
	);
});

journey(
	'e changes subject and requester in a line that begins with what they are',
	async screen => {
		await screen.type('jjeb');
		await screen.see('Betreff');
		await screen.press('ctrl+u');
		await screen.type('\r');
		await screen.see('Das darf nicht leer sein.');
		await screen.type('Neuer Betreff\r');
		await screen.see('Betreff geändert');
		await screen.see('Neuer Betreff');
		await screen.type('ek');
		await screen.press('ctrl+u');
		await screen.type('Jo <jo@example.de>\r');
		await screen.see('Kunde geändert');
		assert.ok([...screen.desk.store.summaries().values()].some(row => row.requester.name === 'Jo'));
	},
);

journey('the original is quoted, a file, or left out, and comes back', async screen => {
	const [row] = screen.desk.store.summaries().values();
	await screen.desk.store.change(row?.number ?? '', ticket =>
		ok({...ticket, messages: [aMessage({raw: 'a'.repeat(64), text: 'Das Original'})]}),
	);
	await screen.type(`0/${row?.number}\r`);
	await screen.press('enter');
	await screen.type('r');
	await screen.see('> Das Original');
	await screen.press('alt+o');
	await screen.see('Originale Nachricht als .eml');
	assert.ok(!(await screen.frame()).includes('> Das Original'));
	await screen.press('alt+enter');
	await screen.see('Senden?');
	await screen.type('q');
	await screen.see('Entwurf gesichert, r schreibt weiter');
	await screen.type('r');
	await screen.see('Originale Nachricht als .eml');
	await screen.press('alt+o');
	assert.ok(!(await screen.frame()).includes('.eml'));
	await screen.press('alt+o');
	await screen.see('> Das Original');
});

journey('files are counted against the limit while they are attached', async screen => {
	screen.ports.files.set('/x/a.bin', new Uint8Array(15_000_000));
	await screen.type('jjr');
	await screen.see('Antwort auf');
	for (const wanted of ['Anhänge: a.bin', 'zu groß']) {
		await screen.press('ctrl+o');
		await screen.see('~/');
		await screen.press('ctrl+u');
		await screen.type('/x/a.bin\r');
		await screen.see(wanted);
	}
	await screen.press('escape');
	await screen.see(/a\.bin · .*von/u);
});

journey('a reply to all shows everybody who gets it, the new ones marked', async screen => {
	const [row] = screen.desk.store.summaries().values();
	const cc = ['eins', 'zwei', 'drei', 'vier', 'fünf'].map(name => person(`${name}@example.de`));
	await screen.desk.store.change(row?.number ?? '', ticket =>
		ok({...ticket, messages: [aMessage({cc})]}),
	);
	await screen.type(`0/${row?.number}\r`);
	await screen.type('R');
	await screen.see('Antwort an alle');
	await screen.press('shift+tab', 'shift+tab', 'shift+tab');
	await screen.type(', neu@example.de');
	await screen.press('alt+enter');
	const frame = await seen(screen, 'Senden?');
	assert.match(frame, /Empfänger +7 Empfänger · davon 1 neu \(\+\)/u);
	assert.match(frame, /\+ neu@example\.de/u);
	for (const {address} of cc) assert.ok(frame.includes(address), address);
});

journey('what a batch could not do is listed behind one key', async screen => {
	const hold = async (number: string) =>
		screen.desk.store.change(number, ticket => ok({...ticket, private: 'krause'}));
	await screen.type('   ');
	const marked = await seen(screen, '3 markiert');
	const number = numberOn(marked.split('\n').find(line => /^[> ]x/u.test(line)) ?? '');
	await hold(number);
	await screen.see('privat');
	await screen.type('bok');
	await screen.see('2 von 3 erledigt, 1 nicht');
	await screen.see('i Liste');
	await screen.type('i');
	await screen.see('1 Ticket nicht erledigt');
	await screen.see('Dafür fehlt das Recht');
});

journey(
	'deleting for good asks an admin for the count',
	async screen => {
		await screen.type('  b');
		await screen.type('d');
		await screen.see('Zum Bestätigen »2« tippen');
		await screen.type('3\r');
		const before = count(screen);
		await screen.type('bd2\r');
		await screen.see('[0 Eingang 8]');
		assert.equal(count(screen), before - 2);
	},
	{login: 'krause'},
);
