import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Desk} from '../../../source/desk/desk.ts';
import type {Account} from '../../../source/domain/account.ts';
import type {AccountTest, Discovery} from '../../../source/domain/account-setup.ts';
import {ok} from '../../../source/domain/result.ts';
import {createFakePorts, type Rendered, type RenderOptions, renderScreen} from '../render.tsx';
import {openSampleDesk, type SampleDesk} from '../sample-desk.ts';

const server = (host: string, port: number, problem: AccountTest['imap'] = null) => ({
	host,
	port,
	milliseconds: 12,
	problem: problem?.problem ?? null,
});

const passed: AccountTest = {
	imap: server('imap.firma.example', 993),
	smtp: server('smtp.firma.example', 587),
	folders: ['INBOX'],
	counts: {total: 1284, unseen: 37, sinceDate: 212, toImport: 212},
	folderProblem: null,
};

const found = (address: string): Discovery => ({
	address,
	imap: {host: 'imap.firma.example', port: 993, tls: 'tls', by: 'srv', milliseconds: 8},
	smtp: {host: 'smtp.firma.example', port: 587, tls: 'starttls', by: 'srv', milliseconds: 9},
	oauth: null,
});

type Calls = {
	readonly tested: Array<readonly [account: Account, secret: string | null]>;
	readonly secrets: Array<readonly [account: string, secret: string | null, kind?: string]>;
	imports: number;
	signedIn: boolean;
	/** What the servers say. */
	answer: AccountTest;
};

/** A desk whose mail servers are played: all else is the real one. */
const played =
	(calls: Calls) =>
	(desk: Desk): Desk => ({
		...desk,
		discover: async address => ok(found(address)),
		testAccount: async (account, secret) => {
			calls.tested.push([account, secret]);
			return ok(calls.answer);
		},
		saveSecret: async (account, secret, kind) => {
			calls.secrets.push(kind === undefined ? [account, secret] : [account, secret, kind]);
			return ok(null);
		},
		signIn: async () =>
			ok({
				url: 'https://login.example/device',
				userCode: 'AB12-CD34',
				expiresAt: '2026-11-25T12:00:00.000Z',
			}),
		signInState: async () => ok({state: calls.signedIn ? 'done' : 'waiting', problem: null}),
		importNow: async () => {
			calls.imports += 1;
			return ok([]);
		},
	});

const newCalls = (): Calls => ({
	tested: [],
	secrets: [],
	imports: 0,
	signedIn: false,
	answer: passed,
});

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
		await screen.press(...'mail.firma.example', 'enter');
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
