import assert from 'node:assert/strict';
import {chmod, chown, mkdir, readdir, rename, symlink, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {runPaths} from '../../../source/service/run-folder.ts';
import {newChallenge, provenUid} from '../../../source/service/server/identity.ts';
import {loginInPasswd, loginOf} from '../../../source/service/server/login-of.ts';
import {newFolder, served} from '../room.ts';
import {hello, reasonOf, stranger} from '../stranger.ts';

const isRoot = process.getuid?.() === 0;

/** Greets, lets `prove` do something at the nonce's path, and gives back the refusal's reason. */
const refusal = async (folder: string, prove: (path: string) => Promise<unknown>) => {
	const client = stranger(folder);
	client.send(hello());
	const challenge = await client.next('challenge');
	await prove(join(runPaths(folder).who, challenge?.nonce ?? ''));
	client.send({kind: 'proof'});
	const bye = await client.next('bye');
	assert.equal(bye?.problem.name, 'not-an-agent');
	return reasonOf(bye);
};

test('no proof, a file and a link to a directory prove nothing', async t => {
	const {folder, desk} = await served(t);
	assert.equal(await refusal(folder, async () => undefined), 'no-proof');
	assert.equal(await refusal(folder, path => writeFile(path, '')), 'not-a-directory');
	assert.equal(await refusal(folder, path => symlink(folder, path)), 'not-a-directory');
	assert.deepEqual(desk.calls, []);
});

test('a directory that was there before the challenge is refused', async t => {
	const whoFolder = await newFolder(t);
	const {nonce, issuedAt} = newChallenge();
	const old = join(whoFolder, 'old');
	await mkdir(old);
	// Moving it and setting its times does not change when it was made.
	await rename(old, join(whoFolder, nonce));
	await utimes(join(whoFolder, nonce), new Date(), new Date());
	const later = {nonce, issuedAt: issuedAt + 5000};
	assert.deepEqual(await provenUid(whoFolder, later), {
		ok: false,
		problem: {name: 'not-an-agent', details: {reason: 'too-old'}},
	});
	assert.deepEqual(await provenUid(whoFolder, {nonce, issuedAt}), {
		ok: true,
		value: process.getuid?.(),
	});
});

test('a nonce proves once', async t => {
	const {folder} = await served(t);
	const client = stranger(folder);
	client.send(hello({login: 'anna'}));
	const challenge = await client.next('challenge');
	await mkdir(join(runPaths(folder).who, challenge?.nonce ?? ''));
	client.send({kind: 'proof'});
	await client.next('welcome');
	assert.deepEqual(await readdir(runPaths(folder).who), []);
	client.send({kind: 'proof'});
	assert.equal(reasonOf(await client.next('bye')), 'out-of-turn');
});

test('another uid is known by its login and may not pick another one', {skip: !isRoot}, async t => {
	const {folder} = await served(t);
	const client = stranger(folder);
	client.send(hello({login: 'anna'}));
	const challenge = await client.next('challenge');
	const path = join(runPaths(folder).who, challenge?.nonce ?? '');
	await mkdir(path);
	await chown(path, 65_534, 65_534);
	client.send({kind: 'proof'});
	const bye = await client.next('bye');
	assert.deepEqual(bye?.problem, {
		name: 'not-an-agent',
		details: {login: 'anna', reason: 'other-login'},
	});
});

test('a process of nobody is refused as nobody', {skip: !isRoot}, async t => {
	const {folder} = await served(t);
	const {connectAsNobody} = await import('../as-nobody.ts');
	await chmod(folder, 0o711);
	await chmod(runPaths(folder).folder, 0o711);
	assert.deepEqual(await connectAsNobody(folder), {
		ok: false,
		problem: {name: 'not-an-agent', details: {path: folder, reason: 'socket-closed-to-you'}},
	});
	await chmod(runPaths(folder).socket, 0o666);
	assert.deepEqual(await connectAsNobody(folder), {
		ok: false,
		problem: {name: 'not-an-agent', details: {login: 'nobody'}},
	});
});

test('what killed clients left in the folder of proofs is swept at the start', async t => {
	const first = await served(t);
	await first.service.stop();
	await mkdir(join(runPaths(first.folder).who, 'left-behind'));
	await served(t, {dataFolder: first.folder});
	assert.deepEqual(await readdir(runPaths(first.folder).who), []);
});

test('logins are read from passwd and from the system', async () => {
	const passwd = 'root:x:0:0:root:/root:/bin/sh\nanna:x:1001:1001::/home/anna:/bin/sh\n';
	assert.equal(loginInPasswd(passwd, 1001), 'anna');
	assert.equal(loginInPasswd(passwd, 100), null);
	assert.equal(await loginOf(65_534), 'nobody');
	assert.equal(await loginOf(3_999_999), 'uid-3999999');
});
