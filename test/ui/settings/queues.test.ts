import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Desk} from '../../../source/desk/desk.ts';
import {fail} from '../../../source/domain/result.ts';
import type {Rendered} from '../render.tsx';
import {inTab} from './tabs-open.ts';

const labels = (screen: Rendered) => screen.desk.store.desk().queues.map(queue => queue.label);

const inQueue = (screen: Rendered, label: string): readonly string[] =>
	[...screen.desk.store.summaries().values()]
		.filter(summary => summary.queue === label)
		.map(summary => summary.number)
		.sort();

test('a queue is added, edited, taken back and done again', () =>
	inTab('queues', {}, async screen => {
		await screen.press('+', ...'Recht', 'tab', ...'Rechtsabteilung', 'enter');
		await screen.see('✓ Rechtsabteilung angelegt');
		assert.deepEqual(labels(screen), ['IT', 'Buchhaltung', 'Versand', 'Recht']);
		await screen.see(/> Recht +Rechtsabteilung +niemand/u);
		await screen.press('enter', 'tab', 'tab', 'right', 'enter');
		await screen.see(/> Recht +Rechtsabteilung +Anna Weber/u);
		assert.equal(screen.desk.store.desk().queues.at(-1)?.responsible, 'weber');
		await screen.press('u');
		await screen.see(/Rückgängig: Rechtsabteilung gespeichert/u);
		assert.equal(screen.desk.store.desk().queues.at(-1)?.responsible, null);
		await screen.press('u');
		await screen.see(/Rückgängig: Rechtsabteilung angelegt/u);
		assert.deepEqual(labels(screen), ['IT', 'Buchhaltung', 'Versand']);
		await screen.press('U', 'U');
		await screen.see(/Wiederholt: Rechtsabteilung gespeichert/u);
		assert.equal(screen.desk.store.desk().queues.at(-1)?.responsible, 'weber');
	}));

test('what is wrong is said at its field while one types, and nothing is saved', () =>
	inTab('queues', {}, async screen => {
		await screen.press('+', ...'it');
		await screen.see('! Diese Kennung gibt es schon.');
		await screen.press('2');
		await screen.see('! Nur Buchstaben, höchstens 32, keine Leerzeichen.');
		await screen.press('tab', 'enter');
		assert.match(await screen.frame(), /> Kennung +it2/u, 'the cursor goes to the fault');
		assert.equal(labels(screen).length, 3);
	}));

test('a label in use stays: what the desk says stands at the field', () =>
	inTab('queues', {}, async screen => {
		await screen.press('enter', 'X', 'enter');
		await screen.see(/! .*IT/u);
		assert.match(await screen.frame(), /> Kennung +ITX/u);
		assert.deepEqual(labels(screen), ['IT', 'Buchhaltung', 'Versand']);
		await screen.press('backspace');
		assert.doesNotMatch(await screen.frame(), /^ ! /mu, 'typing takes the word back');
	}));

test('removing a queue with tickets asks where they go, and u brings all of it back', () =>
	inTab('queues', {}, async screen => {
		const before = inQueue(screen, 'IT');
		assert.ok(before.length > 0);
		await screen.press('d');
		await screen.see('IT wird benutzt: wohin mit den Tickets?');
		assert.deepEqual(labels(screen), ['IT', 'Buchhaltung', 'Versand']);
		const owners = () => before.map(number => screen.desk.store.summaries().get(number)?.assignee);
		const free = owners();
		await screen.press('enter');
		await screen.see('✓ IT entfernt');
		assert.deepEqual(inQueue(screen, 'IT'), []);
		for (const number of before) assert.ok(inQueue(screen, 'Buchhaltung').includes(number));
		await screen.press('u');
		await screen.see('Rückgängig: IT entfernt');
		assert.deepEqual(inQueue(screen, 'IT'), before);
		assert.deepEqual(owners(), free, 'nobody has got a ticket by it');
		await screen.press('U');
		await screen.see('Wiederholt: IT entfernt');
		assert.deepEqual(inQueue(screen, 'IT'), []);
	}));

test('accounts that set a queue on new tickets do so again after u', () =>
	inTab('queues', {}, async screen => {
		const desk = screen.desk.as('krause');
		const me = await desk.me();
		assert.ok(me.ok);
		const [account] = me.value.accounts;
		assert.ok(account);
		await desk.saveAccount({...account, defaultQueue: 'Versand'});
		await screen.press('G', 'd');
		await screen.see('wohin mit den Tickets?');
		await screen.press('-');
		await screen.see('✓ Versand entfernt');
		const defaultQueue = () => screen.desk.store.accounts()[0]?.account.defaultQueue;
		assert.equal(defaultQueue(), null);
		await screen.press('u');
		await screen.see('Rückgängig: Versand entfernt');
		assert.equal(defaultQueue(), 'Versand');
	}));

test('who lacks the right sees the queues and why they stay as they are', () =>
	inTab('queues', {login: 'weber'}, async screen => {
		await screen.see('! nur ansehen: das Recht, Warteschlangen und Projekte zu ändern, fehlt');
		await screen.press('+');
		await screen.see(/! neu anlegen: das Recht, Warteschlangen und Projekte zu ändern, fehlt/u);
		await screen.press('enter');
		await screen.see(/! ändern: das Recht/u);
		await screen.press('d');
		assert.equal(labels(screen).length, 3);
	}));

test('a change from elsewhere is on the screen at once, and noticed in an open form', () =>
	inTab('queues', {}, async screen => {
		const desk = screen.desk.as('krause');
		await desk.saveItem('queues', {label: 'Lager', name: 'Lager', responsible: null});
		await screen.see(/Lager +Lager/u);
		await screen.press('enter', 'tab', ...' neu');
		await desk.saveItem('queues', {label: 'IT', name: 'Rechner', responsible: null});
		await screen.see('! Jemand hat dies inzwischen geändert.');
		await screen.press('enter');
		assert.equal(
			screen.desk.store.desk().queues[0]?.name,
			'Rechner',
			'one Enter does not overwrite',
		);
		await screen.press('enter');
		await screen.see('IT neu gespeichert');
		assert.equal(screen.desk.store.desk().queues[0]?.name, 'IT neu');
	}));

test('u does not take back what somebody has changed meanwhile', () =>
	inTab('queues', {}, async screen => {
		await screen.press('enter', 'tab', 'X', 'enter');
		await screen.see('ITX gespeichert');
		const desk = screen.desk.as('krause');
		await desk.saveItem('queues', {label: 'IT', name: 'Rechner', responsible: null});
		await screen.see(/IT +Rechner/u);
		await screen.press('u');
		await screen.see('Nicht rückgängig gemacht');
		assert.equal(screen.desk.store.desk().queues[0]?.name, 'Rechner');
	}));

test('typed text is asked about before it is thrown away, and outlives a service that is away', () => {
	let isAway = true;
	const wrap = (desk: Desk): Desk => ({
		...desk,
		saveItem: async (list, item) =>
			isAway ? fail('connection-lost', {}) : desk.saveItem(list, item),
	});
	return inTab('queues', {wrap}, async screen => {
		await screen.press('+', ...'Recht', 'tab', ...'Recht');
		await screen.press('escape');
		await screen.see('Eingaben verwerfen');
		await screen.press('escape');
		await screen.see(/> Name +Recht/u);
		await screen.press('enter');
		await screen.see(/! .*Verbindung/u);
		assert.match(await screen.frame(), /Name +Recht/u);
		isAway = false;
		await screen.press('enter');
		await screen.see('✓ Recht angelegt');
		await screen.press('enter', 'X', 'escape', 'v');
		assert.equal(screen.desk.store.desk().queues.at(-1)?.label, 'Recht');
		await screen.see(/> Recht +Recht/u);
	});
});

test('the filter leaves what matches in any column, and Escape gives up one thing at a time', () =>
	inTab('queues', {}, async screen => {
		await screen.press('/', ...'haas', 'enter');
		const shown = await screen.frame();
		assert.match(shown, /> Buchhaltung/u);
		assert.doesNotMatch(shown, /Versand/u);
		await screen.press('escape');
		await screen.see('Versand');
		await screen.press('escape');
		await screen.see('Sortierung');
	}));
