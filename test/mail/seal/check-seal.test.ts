import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import {checkSeal} from '../../../source/mail/seal/check-seal.ts';
import {runTool, withFiles} from '../../../source/mail/seal/run-tool.ts';

/*
 * Real keys of the system's gpg and openssl, made for this run in a folder of their own.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'seal-'));
const has = async (tool: string, argument: string): Promise<boolean> =>
	(await runTool(tool, [argument])).ran;
const gpg = await has('gpg', '--version');
const openssl = await has('openssl', 'version');
process.env['GNUPGHOME'] = folder;

const run = (tool: string, ...args: readonly string[]): Buffer =>
	execFileSync(tool, args, {stdio: ['ignore', 'pipe', 'ignore']});
const at = (name: string): string => path.join(folder, name);
const pgp = (...args: readonly string[]): Buffer =>
	run('gpg', '--batch', '--yes', '--passphrase', '', '--pinentry-mode', 'loopback', ...args);

after(() => {
	if (gpg) run('gpgconf', '--kill', 'all');
	rmSync(folder, {recursive: true, force: true});
});

if (gpg) pgp('--quick-gen-key', 'Erika <erika@kunde.example>', 'default', 'default', 'never');
if (openssl) {
	const subject = ['-subj', '/CN=Erika/emailAddress=erika@kunde.example', '-days', '2'];
	run(
		'openssl',
		'req',
		'-x509',
		'-newkey',
		'rsa:2048',
		'-nodes',
		...subject,
		'-keyout',
		at('key'),
		'-out',
		at('cert'),
	);
	writeFileSync(at('pem'), `${readFileSync(at('key'))}${readFileSync(at('cert'))}`);
}

const content = 'Content-Type: text/plain; charset=utf-8\r\n\r\nGeheime Grüße\r\n';
const header = 'From: erika@kunde.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n';

const made = (args: readonly string[], input: string): Buffer => {
	writeFileSync(at('in'), input);
	return pgp('--armor', '-o', '-', ...args, at('in'));
};

const pgpSigned = (signed: string): Buffer => {
	const signature = made(['--detach-sign'], content);
	const type = 'Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b';
	return Buffer.from(
		`${header}${type}\r\n\r\n--b\r\n${signed}\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\n${signature}\r\n--b--\r\n`,
	);
};

test('a PGP/MIME signature is good', {skip: !gpg}, async () => {
	const seal = await checkSeal(pgpSigned(content));
	assert.equal(seal?.state, 'good');
	assert.equal(seal?.by, 'Erika <erika@kunde.example>');
	assert.equal(seal?.text, null);
});

test('a changed content makes the signature bad', {skip: !gpg}, async () => {
	const seal = await checkSeal(pgpSigned(content.replace('Geheime', 'Andere')));
	assert.equal(seal?.state, 'bad');
});

test('a clear-signed text is checked and shown without its armour', {skip: !gpg}, async () => {
	const signed = made(['--clear-sign'], 'Hallo\n- Strich\n');
	const seal = await checkSeal(Buffer.from(`${header}\r\n${signed}`));
	assert.equal(seal?.state, 'good');
	assert.match(seal?.text ?? '', /^Hallo\n- Strich/u);
});

test('a PGP/MIME encrypted mail is opened', {skip: !gpg}, async () => {
	const encrypted = made(
		['--encrypt', '--trust-model', 'always', '-r', 'erika@kunde.example'],
		content,
	);
	const type =
		'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b';
	const raw = `${header}${type}\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n${encrypted}\r\n--b--\r\n`;
	const seal = await checkSeal(Buffer.from(raw));
	assert.deepEqual([seal?.state, seal?.text], ['opened', 'Geheime Grüße']);
});

test('what no key here opens stays closed', {skip: !gpg}, async () => {
	const armour = '-----BEGIN PGP MESSAGE-----\r\n\r\nAAAA\r\n-----END PGP MESSAGE-----\r\n';
	assert.equal((await checkSeal(Buffer.from(`${header}\r\n${armour}`)))?.state, 'closed');
});

const smime = (...args: readonly string[]): Buffer => {
	writeFileSync(at('in'), content);
	const mail = run('openssl', 'cms', '-in', at('in'), ...args);
	return Buffer.concat([Buffer.from('From: erika@kunde.example\nSubject: x\n'), mail]);
};

test('an S/MIME signature of an unknown authority fits but is untrusted', {
	skip: !openssl,
}, async () => {
	for (const form of [[], ['-nodetach']]) {
		const raw = smime('-sign', '-signer', at('cert'), '-inkey', at('key'), ...form);
		const seal = await checkSeal(raw);
		assert.deepEqual([seal?.state, seal?.by], ['untrusted', 'erika@kunde.example']);
	}
});

test('a changed S/MIME mail is bad', {skip: !openssl}, async () => {
	const raw = smime('-sign', '-signer', at('cert'), '-inkey', at('key'));
	const changed = raw.toString('latin1').replace('Geheime', 'Andere ');
	assert.equal((await checkSeal(Buffer.from(changed, 'latin1')))?.state, 'bad');
});

test('an encrypted S/MIME mail is opened with its key alone', {skip: !openssl}, async () => {
	const raw = smime('-encrypt', '-aes256', at('cert'));
	assert.equal((await checkSeal(raw))?.state, 'closed');
	const seal = await checkSeal(raw, {keyFile: at('pem')});
	assert.deepEqual([seal?.state, seal?.text], ['opened', 'Geheime Grüße']);
});

test('a missing tool is named', async () => {
	assert.deepEqual(await runTool('raute-no-such-tool', []), {ran: false, why: 'tool-missing'});
});

test('a plain mail has no seal', async () => {
	assert.equal(await checkSeal(Buffer.from(`${header}\r\nHallo\r\n`)), null);
});

test('the files for a tool are for their owner alone, and are gone afterwards', async () => {
	let kept = '';
	const work = withFiles({secret: Buffer.from('x')}, async pathOf => {
		kept = pathOf('secret');
		assert.equal(statSync(kept).mode & 0o777, 0o600);
		throw new Error('a tool that fails');
	});
	await assert.rejects(work, /a tool that fails/u);
	assert.equal(existsSync(path.dirname(kept)), false);
});
