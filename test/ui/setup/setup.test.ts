import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Desk} from '../../../source/desk/desk.ts';
import {ok} from '../../../source/domain/result.ts';
import {createFakePorts, type Rendered, type RenderOptions, renderScreen} from '../render.tsx';
import {openSampleDesk, type SampleDesk} from '../sample-desk.ts';
import {found, newCalls, passed, played, server} from './played-servers.ts';

/** A desk without accounts and tickets. */
const bareDesk = async (): Promise<SampleDesk> => {
	const desk = await openSampleDesk([]);
	for (const {account} of desk.store.accounts())
		await desk.store.changeAccount(account.id, () => ok(null));
	return desk;
};

const inSetup = async (
	options: RenderOptions,
	body: (screen: Rendered) => Promise<void>,
): Promise<void> => {
	const screen = await renderScreen({login: 'krause', ...options});
	try {
		await body(screen);
	} finally {
		await screen.close();
	}
};

const accountOf = ({desk}: Rendered) =>
	desk.store
		.accounts()
		.map(({account}) => account)
		.find(({address}) => address === 'hilfe@firma.example');

test('address and password are enough where the servers can be found', async () => {
	const calls = newCalls();
	await inSetup({setup: 'now', wrap: played(calls)}, async screen => {
		await screen.see('Schritt 1 von 4');
		await screen.press('enter', ...'hilfe@firma.example', 'tab');
		await screen.see(/gefunden: IMAP imap\.firma\.example:993 TLS/u);
		await screen.see(/IMAP-Server +imap\.firma\.example/u);
		await screen.press('tab', ...'geheim');
		assert.doesNotMatch(await screen.frame(), /geheim/u);
		assert.equal(accountOf(screen), undefined);
		await screen.press('enter');
		await screen.see('Schritt 3 von 4');
		assert.equal(calls.tested.at(-1)?.[1], 'geheim');
		assert.deepEqual(calls.secrets, [['hilfe', 'geheim']]);
		const account = accountOf(screen);
		assert.deepEqual(
			[account?.ticketsEnabled, account?.smtp?.port, account?.smtp?.tls, account?.imap?.user],
			[false, 587, 'starttls', 'hilfe@firma.example'],
		);
	});
});

test('what a server says stands below the form, and nothing is kept', async () => {
	const calls = newCalls();
	const problem = {name: 'sign-in-refused' as const, details: {text: 'no such user here'}};
	calls.answer = {...passed, smtp: {...server('smtp.firma.example', 587), problem}};
	await inSetup({setup: 'now', wrap: played(calls)}, async screen => {
		await screen.press('enter', ...'hilfe@firma.example', 'tab', 'tab', ...'x', 'enter');
		await screen.see('! SMTP smtp.firma.example:587');
		await screen.see('no such user here');
		await screen.see('✓ IMAP imap.firma.example:993 verbunden (12 ms)');
		assert.equal(accountOf(screen), undefined);
		assert.deepEqual(calls.secrets, []);
	});
});

test('where no server answers the person is asked for them, after one look', async () => {
	const calls = newCalls();
	const wrap = (desk: Desk): Desk => ({
		...played(calls)(desk),
		discover: async address => ok({...found(address), imap: null, smtp: null}),
	});
	await inSetup({setup: 'now', wrap}, async screen => {
		await screen.press('enter', ...'hilfe@firma.example', 'tab');
		await screen.see('Zu dieser Adresse hat kein Server geantwortet. Bitte die Server eintragen.');
		await screen.press('tab', ...'geheim', 'enter');
		await screen.see(/> IMAP-Server/u);
		await screen.press(...'mail.firma.example', 'enter');
		await screen.see(/> SMTP-Server/u);
		await screen.press(...'mail.firma.example', 'tab');
		await screen.see('Üblich: 465 (TLS), 587 (STARTTLS). Tippen ersetzt die Zahl.');
		await screen.press('enter');
		await screen.see('Schritt 3 von 4');
		assert.equal(calls.tested.length, 1);
	});
});

test('OAuth2 shows where to sign in and goes on by itself', async () => {
	const calls = newCalls();
	await inSetup({setup: 'now', wrap: played(calls)}, async screen => {
		await screen.press('enter', ...'hilfe@firma.example', 'tab', 'right', 'tab', ...'client-7');
		await screen.press('tab', ...'topsecret', 'enter');
		await screen.see('https://login.example/device');
		await screen.see('AB12-CD34');
		assert.deepEqual(calls.secrets, [['hilfe', 'topsecret', 'client-secret']]);
		assert.equal(accountOf(screen)?.ticketsEnabled, false);
		calls.signedIn = true;
		await screen.see('Schritt 3 von 4');
		const {password} = accountOf(screen) ?? {};
		assert.ok(password?.kind === 'oauth2');
		assert.deepEqual([password.provider, password.clientId], ['microsoft365', 'client-7']);
		assert.equal(calls.tested.at(-1)?.[1], null, 'tokens, not a password');
	});
});

test('the import begins with the last Enter only, after the mails were counted', async () => {
	const calls = newCalls();
	await inSetup({setup: 'now', wrap: played(calls)}, async screen => {
		await screen.press('enter', ...'hilfe@firma.example', 'tab', 'tab', ...'geheim', 'enter');
		await screen.see('Schritt 3 von 4');
		await screen.press('enter');
		await screen.see('Schritt 4 von 4');
		await screen.press('enter');
		await screen.see('die Mails werden noch gezählt');
		await screen.see('Enter liest 212 Mails ein.');
		await screen.press(...'31.02.2026');
		await screen.see('! Bitte ein Datum eingeben');
		await screen.press('ctrl+u', ...'1.11.2026');
		await screen.see('Enter liest 212 Mails ein.');
		assert.equal(calls.tested.at(-1)?.[0].fromDate, '2026-11-01');
		assert.equal(calls.imports, 0);
		await screen.press('enter');
		await screen.see('Abgerufen');
		assert.equal(calls.imports, 1);
		const account = accountOf(screen);
		assert.deepEqual([account?.ticketsEnabled, account?.fromDate], [true, '2026-11-01']);
		assert.equal(account?.name, 'Support', 'answers leave in the name of the team');
		assert.equal(screen.desk.store.desk().defaultAccount, 'hilfe');
	});
});

test('an empty desk offers it; who says no is not asked again, and what was typed stays', async () => {
	const ports = createFakePorts();
	const desk = await bareDesk();
	const wrap = played(newCalls());
	await inSetup({desk, ports, wrap}, async screen => {
		await screen.see('Schritt 1 von 4');
		await screen.press('enter', ...'hilfe@firma', 'ctrl+c');
		await screen.see('Der Stand bleibt');
		await screen.see('Einrichtung, oder raute setup');
	});
	assert.equal(ports.setup.kept?.values.account?.['address'], 'hilfe@firma');
	await inSetup({desk, ports, wrap}, async screen => {
		await screen.see(/E-Mail-Adresse +hilfe@firma/u);
		await screen.press('escape', 'escape');
		await screen.see('Einrichtung, oder raute setup');
	});
	await inSetup({desk, ports, wrap}, async screen => {
		await screen.see('Einrichtung, oder raute setup');
		assert.doesNotMatch(await screen.frame(), /Schritt/u);
	});
	await inSetup({desk, ports, wrap, login: 'weber'}, async screen => {
		assert.doesNotMatch(await screen.frame(), /Schritt|raute setup/u, 'not without the right');
	});
	await desk.close();
});

test('no password is in what is kept between two starts', async () => {
	const ports = createFakePorts();
	await inSetup({setup: 'now', ports, wrap: played(newCalls())}, async screen => {
		await screen.press('enter', ...'hilfe@firma.example', 'tab', 'tab', ...'geheim', 'ctrl+c');
		await screen.see('Der Stand bleibt');
	});
	assert.doesNotMatch(JSON.stringify(ports.setup.kept), /geheim/u);
});

test('lines of the team that are wrong are named, and the rest is saved', async () => {
	const wrap = played(newCalls());
	await inSetup({setup: 'now', wrap}, async screen => {
		await screen.press('enter', ...'hilfe@firma.example', 'tab', 'tab', ...'geheim', 'enter');
		await screen.see('Schritt 3 von 4');
		await screen.press('tab', 'tab', 'tab', 'enter', ...'Team1 Eins', 'alt+enter');
		await screen.see('»Team1 Eins«: zuerst die Kennung (nur Buchstaben)');
		for (let back = 0; back < 5; back++) await screen.press('backspace');
		await screen.press('alt+enter');
		await screen.see('»Team1«');
		await screen.press('backspace', ' ', ...'Erste @niemand', 'alt+enter');
		await screen.see('niemand ist kein Mitarbeiter');
		for (let back = 0; back < 8; back++) await screen.press('backspace');
		await screen.press('alt+enter');
		await screen.see('Schritt 4 von 4');
		const last = screen.desk.store.desk().queues.at(-1);
		assert.deepEqual([last?.label, last?.name], ['Team', 'Erste']);
	});
});
