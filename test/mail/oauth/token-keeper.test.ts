import assert from 'node:assert/strict';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, test} from 'node:test';
import type {Result} from '../../../source/domain/result.ts';
import {createTokenKeeper} from '../../../source/mail/oauth/token-keeper.ts';
import {changeSecrets, readSecrets} from '../../../source/mail/setup/secrets-file.ts';
import {must} from '../../result.ts';
import {startAuthorization, type TestAuthorization} from '../../server/authorization-server.ts';
import {mountSmallDisk, smallDiskMissing} from '../../server/small-disk.ts';

const minutes = 60_000;

let folder = '';
let server: TestAuthorization;
let time = 0;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'raute-tokens-'));
	server = await startAuthorization();
	time = Date.now();
});

afterEach(async () => {
	await server.close();
	await rm(folder, {recursive: true});
});

const account = () => ({id: 'support', password: server.source()});

const open = () => createTokenKeeper({dataFolder: folder, now: () => time});

/** Signed in, with a token that lasts that many minutes. */
const signedIn = async (life: number) => {
	const tokens = server.issue();
	const expiresAt = new Date(time + life * minutes).toISOString();
	await changeSecrets(folder, 'support', () => ({...tokens, expiresAt}));
	return tokens;
};

const kept = async () => {
	const secrets = await readSecrets(folder, 'support');
	return secrets.ok ? secrets.value : {};
};

test('a token is used while it lasts and renewed when it ends within minutes', async () => {
	const {accessToken} = await signedIn(20);
	const keeper = open();
	assert.equal(must(await keeper.token(account())), accessToken);
	assert.equal(server.refreshes(), 0);
	time += 16 * minutes;
	const renewed = must(await keeper.token(account()));
	assert.notEqual(renewed, accessToken);
	assert.ok(server.isActive(renewed));
});

test('a rotated refresh token is kept durably before its access token is used', async () => {
	const {refreshToken} = await signedIn(0);
	const first = must(await open().token(account()));
	const after = await kept();
	assert.equal(after.accessToken, first);
	assert.notEqual(after.refreshToken, refreshToken);
	assert.equal((await stat(join(folder, 'secrets.json'))).mode & 0o777, 0o600);
	time += 120 * minutes;
	must(await open().token(account()));
	assert.equal(server.refreshes(), 2);
});

test('whoever asks at the same time gets the token of one refresh', async () => {
	await signedIn(0);
	const keeper = open();
	const tokens = await Promise.all(Array.from({length: 20}, () => keeper.token(account())));
	assert.equal(new Set(tokens.map(must)).size, 1);
	assert.equal(server.refreshes(), 1);
});

test('a token that a mail server refused is renewed once, however many saw the refusal', async () => {
	const {accessToken} = await signedIn(60);
	const keeper = open();
	const renewed = await Promise.all([
		keeper.renewed(account(), accessToken),
		keeper.renewed(account(), accessToken),
	]);
	assert.equal(new Set(renewed.map(must)).size, 1);
	const late = must(await keeper.renewed(account(), accessToken));
	assert.equal(late, must(renewed[0] as Result<string>));
	assert.equal(server.refreshes(), 1);
});

test('a refusal for good is named, not asked again, and forgotten with a new sign-in', async () => {
	const {refreshToken} = await signedIn(0);
	server.revoke();
	const keeper = open();
	for (let turn = 0; turn < 3; turn += 1) {
		const refused = await keeper.token(account());
		assert.ok(!refused.ok && refused.problem.name === 'sign-in-expired');
		assert.match(String(refused.problem.details['text']), /invalid_grant/u);
		assert.ok(!JSON.stringify(refused).includes(refreshToken));
	}
	assert.equal(server.presented.get(refreshToken), 1);
	await keeper.keep('support', server.issue());
	must(await keeper.token(account()));
});

test('a server in trouble is told apart, and what is left of the token is used', async () => {
	await signedIn(3);
	server.breakDown(503);
	const keeper = open();
	assert.ok((await keeper.token(account())).ok);
	time += 4 * minutes;
	const refused = await keeper.token(account());
	assert.ok(!refused.ok && refused.problem.name === 'server-refused');
	server.breakDown(null);
	must(await keeper.token(account()));
	await server.close();
	time += 120 * minutes;
	const gone = await keeper.token(account());
	assert.ok(!gone.ok && gone.problem.name === 'server-unreachable');
	assert.equal(gone.problem.details['text'], 'ECONNREFUSED');
});

test('who never signed in is asked to, and tokens go to this machine or over https alone', async () => {
	const never = await open().token(account());
	assert.ok(!never.ok && never.problem.name === 'sign-in-expired');
	await signedIn(0);
	const password = server.source({tokenUrl: 'http://sign-in.example/token'});
	const clear = await open().token({id: 'support', password});
	assert.ok(!clear.ok && clear.problem.name === 'input-invalid');
});

test('new tokens that the disk does not take are used all the same and written when it does', {
	skip: smallDiskMissing() ?? false,
}, async t => {
	const disk = await mountSmallDisk(1);
	t.after(disk.dispose);
	const {accessToken, refreshToken} = server.issue();
	const expiresAt = new Date(time).toISOString();
	await changeSecrets(disk.path, 'support', () => ({accessToken, refreshToken, expiresAt}));
	const keeper = createTokenKeeper({dataFolder: disk.path, now: () => time});
	await disk.fill();
	const renewed = must(await keeper.token(account()));
	const full = await readSecrets(disk.path, 'support');
	assert.equal(full.ok && full.value.refreshToken, refreshToken);
	assert.equal(must(await keeper.token(account())), renewed);
	await disk.free();
	assert.equal(must(await keeper.token(account())), renewed);
	const after = await readSecrets(disk.path, 'support');
	assert.equal(after.ok && after.value.accessToken, renewed);
	assert.equal(server.refreshes(), 1);
});
