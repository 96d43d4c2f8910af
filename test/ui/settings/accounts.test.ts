// The tab Konten against real servers: a Dovecot, an SMTP sink, an authorization server.
import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, test} from 'node:test';
import type {Account} from '../../../source/domain/account/account.ts';
import {ok} from '../../../source/domain/result.ts';
import {createAccountSetup} from '../../../source/mail/setup/account-setup.ts';
import {changeSecrets} from '../../../source/mail/setup/secrets-file.ts';
import {startAuthorization, type TestAuthorization} from '../../server/authorization-server.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../../server/dovecot.ts';
import {type SmtpSink, startSmtpSink} from '../../server/smtp.ts';
import {testAccount} from '../../server/test-account.ts';
import {until} from '../../until.ts';
import {type Rendered, renderScreen} from '../render.tsx';
import {openSampleDesk, type SampleDesk} from '../sample-desk.ts';
import {goToTab} from './tabs-open.ts';

const skip = dovecotMissing() ?? false;

let folder: string;
let authorization: TestAuthorization;
let dovecot: Dovecot;
let sink: SmtpSink;
let desk: SampleDesk;

beforeEach(async () => {
	if (skip) return;
	folder = await mkdtemp(join(tmpdir(), 'raute-accounts-'));
	authorization = await startAuthorization();
	const {introspectionUrl, isActive} = authorization;
	dovecot = await startDovecot({introspectionUrl});
	sink = await startSmtpSink({acceptsToken: isActive});
	const real = createAccountSetup({dataFolder: folder});
	const found = {by: 'srv' as const, milliseconds: 5, host: 'mail.firma.example'};
	const setup: typeof real = {
		...real,
		discover: async address =>
			ok({
				address,
				imap: {...found, port: 993, tls: 'tls'},
				smtp: {...found, port: 587, tls: 'starttls'},
				oauth: null,
			}),
	};
	desk = await openSampleDesk([], {setup});
});

afterEach(async () => {
	if (skip) return;
	await desk.close();
	await sink.close();
	await dovecot.dispose();
	await authorization.close();
	await rm(folder, {recursive: true});
});

const stored = (id: string): Account | undefined =>
	desk.store.accounts().find(({account}) => account.id === id)?.account;

const secrets = async () => readFile(join(folder, 'secrets.json'), 'utf8').catch(() => '{}');

/** The screen of an admin at the tab Konten. */
const atAccounts = async (body: (screen: Rendered) => Promise<void>, rows = 24) => {
	const screen = await renderScreen({desk, login: 'krause', columns: 80, rows});
	try {
		await screen.press(',');
		await goToTab(screen, 'accounts');
		await body(screen);
	} finally {
		await screen.close();
	}
};

const put = async (change: Partial<Account>): Promise<void> => {
	const {smtp} = testAccount({id: 'shop', smtpPort: sink.port, tls: 'none'});
	const account = dovecot.account('shop', 'none', {address: 'shop@firma.example', smtp, ...change});
	const state = {marks: {}, lastPass: null};
	await desk.store.changeAccount('shop', () => ok({v: 1, account, state}));
};

/** Puts the cursor on the account `shop`. */
const onShop = (screen: Rendered) => screen.press('/', ...'shop@', 'enter');

const server = (port: number): readonly string[] => [
	...[...'127.0.0.1', 'tab', 'ctrl+u', ...String(port), 'tab'],
	...['left', 'tab', ...'desk', 'tab'],
];

test('an account is written down, tried with the password as typed, and saved', {
	skip,
}, async () => {
	await atAccounts(async screen => {
		await screen.press('+', ...'kasse', 'tab', ...'kasse@firma.example', 'tab', 'tab', 'tab');
		await screen.press('tab', ...'geheim', 'tab', 'tab');
		await screen.press(...server(dovecot.ports.clear), ...server(sink.port), 'alt+t');
		await screen.see(/IMAP 127\.0\.0\.1:\d+ verbunden \(\d+ ms\)/u);
		await screen.see(/SMTP 127\.0\.0\.1:\d+ verbunden \(\d+ ms\)/u);
		assert.equal(stored('kasse'), undefined);
		assert.ok(!(await screen.frame()).includes('geheim'));
		await screen.press('enter');
		await screen.see(/kasse@firma\.example/u);
	});
	assert.deepEqual(
		[stored('kasse')?.imap?.port, stored('kasse')?.smtp?.port, stored('kasse')?.password],
		[dovecot.ports.clear, sink.port, {kind: 'secrets-file'}],
	);
	assert.deepEqual(JSON.parse(await secrets()), {kasse: {password: 'geheim'}});
});

test('a server that refuses says so in its own words, and nothing is saved by that', {
	skip,
}, async () => {
	await put({password: {kind: 'secrets-file'}});
	await changeSecrets(folder, 'shop', () => ({password: 'falsch'}));
	await atAccounts(async screen => {
		await onShop(screen);
		await screen.press('T');
		await screen.see(/Authentication failed/u);
		await screen.see(/wrong\s+password/u);
		assert.ok(!(await screen.frame()).includes('falsch'));
	}, 40);
	assert.deepEqual(JSON.parse(await secrets()), {shop: {password: 'falsch'}});
});

test('OAuth2: what to open and to enter is shown, and when it is done the account connects', {
	skip,
}, async () => {
	await put({password: authorization.source()});
	await atAccounts(async screen => {
		await onShop(screen);
		await screen.press('a');
		await screen.see(/den Code [0-9A-F]{8} eingeben/u);
		const code = /den Code ([0-9A-F]{8})/u.exec(await screen.frame())?.[1] ?? '';
		assert.match(await screen.frame(), /127\.0\.0\.1:\d+\/enter/u);
		authorization.decide(code, 'approve');
		await screen.see(/IMAP 127\.0\.0\.1:\d+ verbunden/u);
		await screen.see(/SMTP 127\.0\.0\.1:\d+ verbunden/u);
	}, 40);
	assert.match(await secrets(), /refreshToken/u);
});

test('OAuth2: who refuses at the provider reads it here', {skip}, async () => {
	await put({password: authorization.source()});
	await atAccounts(async screen => {
		await onShop(screen);
		await screen.press('a');
		await screen.see(/den Code [0-9A-F]{8}/u);
		const code = /den Code ([0-9A-F]{8})/u.exec(await screen.frame())?.[1] ?? '';
		authorization.decide(code, 'deny');
		await screen.see(/access_denied/u);
	}, 40);
});

test('the servers of an address are looked for and fill their fields', {skip}, async () => {
	await atAccounts(async screen => {
		await screen.press('+', ...'neu', 'tab', ...'neu@firma.example', 'alt+s');
		await screen.see(/IMAP-Server +mail\.firma\.example/u);
		await screen.press('enter');
		await screen.see(/neu@firma\.example/u);
	}, 40);
	const {imap, smtp} = stored('neu') ?? {};
	assert.deepEqual([imap?.host, imap?.port, imap?.tls], ['mail.firma.example', 993, 'tls']);
	assert.deepEqual([smtp?.port, smtp?.tls, smtp?.user], [587, 'starttls', 'neu@firma.example']);
});

test('every field is checked while it is typed', {skip}, async () => {
	await atAccounts(async screen => {
		await screen.press('+', ...'a b');
		await screen.see(/Nur Buchstaben, Ziffern und -/u);
		await screen.press('ctrl+u', ...'neu', 'tab', ...'keine');
		await screen.see(/keine E-Mail-Adresse/u);
		await screen.press('enter');
		assert.equal(stored('neu'), undefined);
	});
});

test('switching the import off and on again is one key, and u takes it back', {skip}, async () => {
	await put({});
	await atAccounts(async screen => {
		await onShop(screen);
		await screen.press('space');
		await until(() => stored('shop')?.ticketsEnabled === false);
		await screen.see(/shop@firma\.example ausgeschaltet/u);
		await screen.press('u');
		await until(() => stored('shop')?.ticketsEnabled === true);
	});
});

test('removing an account is asked, and takes its password along', {skip}, async () => {
	await put({});
	await changeSecrets(folder, 'shop', () => ({password: 'geheim'}));
	await atAccounts(async screen => {
		await onShop(screen);
		await screen.press('d');
		await screen.see(/Passwort und Anmeldung werden gelöscht/u);
		await screen.press('escape');
		assert.ok(stored('shop'));
		await screen.press('d', 'd');
		await screen.see(/entfernt/u);
	});
	assert.equal(stored('shop'), undefined);
	assert.deepEqual(JSON.parse(await secrets()), {});
});
