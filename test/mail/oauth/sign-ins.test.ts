import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, test} from 'node:test';
import type {Account} from '../../../source/domain/account/account.ts';
import type {AccountSetup} from '../../../source/mail/mail.ts';
import {createAccountSetup} from '../../../source/mail/setup/account-setup.ts';
import {readSecrets} from '../../../source/mail/setup/secrets-file.ts';
import {must} from '../../result.ts';
import {
	startAuthorization,
	type TestAuthorization,
	testClientSecret,
} from '../../server/authorization-server.ts';
import {testAccount} from '../../server/test-account.ts';

let folder = '';
let server: TestAuthorization;
let setup: AccountSetup;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'raute-sign-in-'));
	server = await startAuthorization();
	setup = createAccountSetup({dataFolder: folder});
});

afterEach(async () => {
	await setup.close();
	await server.close();
	await rm(folder, {recursive: true});
});

const account = (change: Parameters<TestAuthorization['source']>[0] = {}): Account =>
	testAccount({id: 'support', tls: 'none', password: server.source(change)});

const tokens = async () => {
	const secrets = must(await readSecrets(folder, 'support'));
	return {isSignedIn: server.isActive(secrets.accessToken ?? ''), ...secrets};
};

test('by device code: a person enters the code elsewhere, the tokens come here', async () => {
	const begun = must(await setup.signIn(account(), 'device'));
	assert.match(begun.url, /\/enter$/u);
	assert.ok(begun.userCode !== null && Date.parse(begun.expiresAt) > Date.now());
	assert.equal(must(setup.signInState('support')).state, 'waiting');
	server.decide(begun.userCode, 'approve');
	assert.deepEqual(await begun.finished, {state: 'done', problem: null});
	assert.equal(must(setup.signInState('support')).state, 'done');
	const kept = await tokens();
	assert.ok(kept.isSignedIn && kept.refreshToken !== undefined && kept.expiresAt !== undefined);
});

test('by device code: who refuses is told so, and no tokens are kept', async () => {
	const begun = must(await setup.signIn(account(), 'device'));
	server.decide(begun.userCode ?? '', 'deny');
	const {state, problem} = await begun.finished;
	assert.deepEqual([state, problem?.name], ['failed', 'sign-in-refused']);
	assert.match(String(problem?.details['text']), /access_denied/u);
	assert.equal((await tokens()).accessToken, undefined);
});

test('by redirect: the browser comes back to a port of this machine, once, with PKCE', async () => {
	const begun = must(await setup.signIn(account(), 'loopback'));
	const url = new URL(begun.url);
	assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
	const redirect = new URL(url.searchParams.get('redirect_uri') ?? '');
	assert.equal(redirect.hostname, '127.0.0.1');
	assert.equal(begun.userCode, null);
	const page = await fetch(begun.url);
	assert.equal(page.status, 200);
	assert.match(await page.text(), /^raute: angemeldet.*Signed in/u);
	assert.equal((await begun.finished).state, 'done');
	assert.ok((await tokens()).isSignedIn);
	await assert.rejects(fetch(redirect));
});

test('by redirect: a caller who does not know the state is turned away, the right one still gets in', async () => {
	const begun = must(await setup.signIn(account(), 'loopback'));
	const redirect = new URL(new URL(begun.url).searchParams.get('redirect_uri') ?? '');
	for (const path of ['favicon.ico', '?code=stolen&state=guessed', '?code=stolen']) {
		const answer = await fetch(new URL(path, redirect));
		assert.equal(answer.status, 404);
	}
	assert.equal(must(setup.signInState('support')).state, 'waiting');
	assert.equal((await fetch(begun.url)).status, 200);
	assert.equal((await begun.finished).state, 'done');
});

test('by redirect: an error of the page is told in its words', async () => {
	const begun = must(await setup.signIn(account({clientId: 'unknown'}), 'loopback'));
	assert.equal((await fetch(begun.url)).status, 400);
	const {state, problem} = await begun.finished;
	assert.deepEqual([state, problem?.name], ['failed', 'sign-in-refused']);
	assert.match(String(problem?.details['text']), /invalid_request/u);
});

test('a second sign-in takes the place of the first, and the end of the desk ends both', async () => {
	const first = must(await setup.signIn(account(), 'loopback'));
	const second = must(await setup.signIn(account(), 'device'));
	assert.equal((await first.finished).state, 'failed');
	assert.equal(must(setup.signInState('support')).state, 'waiting');
	await setup.close();
	assert.equal((await second.finished).state, 'failed');
});

test('a client secret is sent and a wrong one is refused without being repeated', async () => {
	const save = (secret: string) =>
		setup.saveSecret({account: 'support', secret, kind: 'client-secret'});
	must(await save(testClientSecret));
	const good = must(await setup.signIn(account(), 'loopback'));
	await fetch(good.url);
	assert.equal((await good.finished).state, 'done');
	assert.equal((await tokens()).clientSecret, testClientSecret);
	must(await save('falsches-geheimnis'));
	const wrong = must(await setup.signIn(account(), 'loopback'));
	await fetch(wrong.url);
	const {problem} = await wrong.finished;
	assert.equal(problem?.name, 'sign-in-refused');
	assert.ok(!JSON.stringify(problem).includes('falsches-geheimnis'));
});

test('an account without OAuth2, and one without that way, say so', async () => {
	const plain = await setup.signIn(testAccount({id: 'support', tls: 'none'}), 'device');
	assert.ok(!plain.ok && plain.problem.name === 'action-unavailable');
	const google = account({provider: 'google', deviceUrl: ''});
	const device = await setup.signIn(google, 'device');
	assert.ok(!device.ok && device.problem.name === 'action-unavailable');
	assert.ok(!setup.signInState('support').ok);
});
