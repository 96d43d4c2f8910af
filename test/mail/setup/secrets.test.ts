import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {chmod, mkdtemp, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {firstLineOf} from '../../../source/mail/setup/password-command.ts';
import {passwordOf, writeSecret} from '../../../source/mail/setup/secrets.ts';
import {testAccount} from '../../server/test-account.ts';

let folder = '';
const account = testAccount({id: 'support', tls: 'tls'});
const file = {...account, password: {kind: 'secrets-file'}} as const;
const by = (command: string) => ({...account, password: {kind: 'command', command} as const});

const isAlive = (pid: number): boolean => {
	try {
		return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
};

const waitUntil = async (holds: () => boolean): Promise<void> => {
	const end = performance.now() + 5000;
	while (!holds()) {
		assert.ok(performance.now() < end, 'waited for 5 s');
		await sleep(20);
	}
};

before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'raute-secrets-'));
});

after(() => rm(folder, {recursive: true}));

test('a password is kept in a file that only its owner reads, and found again', async () => {
	assert.equal((await passwordOf(file, folder)).ok, false);
	const keep = (account: string, secret: string) =>
		writeSecret(folder, {account, secret, kind: 'password'});
	const kept = await Promise.all([keep('support', 'pst'), keep('other', 'x')]);
	assert.ok(kept.every(({ok}) => ok));
	assert.equal((await stat(join(folder, 'secrets.json'))).mode & 0o777, 0o600);
	assert.deepEqual(await passwordOf(file, folder), {ok: true, value: 'pst'});
});

test('a file that others may read is refused', async () => {
	await chmod(join(folder, 'secrets.json'), 0o640);
	const password = await passwordOf(file, folder);
	assert.ok(!password.ok && password.problem.name === 'password-missing');
	assert.match(String(password.problem.details['text']), /0600/u);
	await chmod(join(folder, 'secrets.json'), 0o600);
});

test('a removed password is missing', async () => {
	assert.ok((await writeSecret(folder, {account: 'support', secret: null, kind: 'password'})).ok);
	assert.equal((await passwordOf(file, folder)).ok, false);
});

test('a command gives the first line it prints', async () => {
	assert.deepEqual(await passwordOf(by('printf "pst\\nrest\\n"'), folder), {
		ok: true,
		value: 'pst',
	});
});

test('a command that fails is a missing password, and what it printed appears nowhere', async () => {
	const password = await passwordOf(by('echo pst; echo pst >&2; exit 3'), folder);
	assert.ok(!password.ok && password.problem.name === 'password-missing');
	assert.doesNotMatch(JSON.stringify(password), /pst/u);
});

test('a command that waits too long is ended with all that it started', async () => {
	const note = join(folder, 'started');
	const command = `sleep 60 & echo $! > ${note}; wait`;
	assert.deepEqual(await firstLineOf(command, 300), {ok: false, why: 'timeout'});
	const pid = Number(await readFile(note, 'utf8'));
	// A killed process that nobody has waited for yet is there, and dead.
	await waitUntil(() => !isAlive(pid));
});

test('a command that prints without end is ended', async () => {
	assert.deepEqual(await firstLineOf('cat /dev/zero'), {ok: false, why: 'too much'});
});

test('what a command leaves running does not hold its answer up', async () => {
	const started = performance.now();
	const printed = await firstLineOf('sleep 3 & echo pst', 2000);
	assert.deepEqual(printed, {ok: true, line: 'pst'});
	assert.ok(performance.now() - started < 1500);
});

test('the environment gives a password unless it is empty', async () => {
	const from = (variable: string) =>
		passwordOf({...account, password: {kind: 'environment', variable}}, folder);
	assert.ok((await from('RAUTE_TEST_PASSWORD')).ok);
	assert.equal((await from('RAUTE_NOT_SET')).ok, false);
});
