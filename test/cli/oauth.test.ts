import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {type TestContext, test} from 'node:test';
import {letter} from '../desk/mail-room.ts';
import {openRoom, type Room} from '../program/room.ts';
import {startAuthorization, type TestAuthorization} from '../server/authorization-server.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../server/dovecot.ts';
import {startSmtpSink} from '../server/smtp.ts';

const skip = dovecotMissing() ?? false;

type Office = {
	readonly room: Room;
	readonly authorization: TestAuthorization;
	readonly dovecot: Dovecot;
};

/** An account `support` with OAuth2 on real servers; nobody has signed in yet. */
const openOffice = async (t: TestContext): Promise<Office> => {
	const authorization = await startAuthorization();
	t.after(authorization.close);
	const {introspectionUrl, isActive} = authorization;
	const dovecot = await startDovecot({introspectionUrl});
	t.after(dovecot.dispose);
	const sink = await startSmtpSink({acceptsToken: isActive});
	t.after(sink.close);
	const room = await openRoom(t, 'en');
	const {tokenUrl, deviceUrl, authorizationUrl, clientId} = authorization.source();
	const server = (kind: string, port: number) => [
		...[`--${kind}-host`, '127.0.0.1', `--${kind}-port`, String(port)],
		...[`--${kind}-tls`, 'none', `--${kind}-user`, 'desk'],
	];
	const added = await room.raute([
		...['account', 'add', 'support', '--address', 'support@desk.test'],
		...server('imap', dovecot.ports.clear),
		...server('smtp', sink.port),
		...['--oauth', 'other', '--oauth-client-id', clientId, '--oauth-token-url', tokenUrl],
		...['--oauth-device-url', deviceUrl, '--oauth-authorization-url', authorizationUrl],
		...['--oauth-scope', 'mail,offline_access'],
	]);
	assert.equal(added.code, 0, added.err);
	return {room, authorization, dovecot};
};

/** Runs `account sign-in` and does what it asks a person to do. */
const signIn = async ({room, authorization}: Office, flag: '--device' | '--browser') => {
	const child = room.spawn(['account', 'sign-in', 'support', flag]);
	const lines: string[] = [];
	createInterface({input: child.stdout}).on('line', line => {
		lines.push(line);
		const code = /^Enter there: (\S+)$/u.exec(line)?.[1];
		const url = /^Open in a browser: (\S+)$/u.exec(line)?.[1];
		if (code !== undefined) authorization.decide(code, 'approve');
		if (url !== undefined && flag === '--browser') void fetch(url);
	});
	const [code] = await once(child, 'close');
	return {code, lines};
};

for (const flag of ['--device', '--browser'] as const) {
	test(`sign-in ${flag} tells what to do, waits, and then mail is imported`, {skip}, async t => {
		const office = await openOffice(t);
		const {raute, folder} = office.room;
		await office.dovecot.drop.deliver(letter('first'));
		const before = await raute(['import']);
		assert.equal(before.code, 69);
		assert.match(before.out, /not signed in.*raute account sign-in support/u);
		const {code, lines} = await signIn(office, flag);
		assert.equal(code, 0, lines.join('\n'));
		assert.equal(lines.at(-1), 'The account support is signed in.');
		const again = await raute(['import']);
		assert.equal(again.code, 0, again.out);
		assert.equal(((await office.room.json(['list'])) as readonly unknown[]).length, 1);
		const secrets = JSON.parse(await readFile(join(folder, 'data/secrets.json'), 'utf8'));
		const {accessToken, refreshToken} = secrets.support;
		const shown = await raute(['account', 'list', '--json']);
		const document = await readFile(join(folder, 'data/accounts/support.json'), 'utf8');
		for (const token of [accessToken, refreshToken]) {
			assert.ok(!shown.out.includes(token));
			assert.ok(!document.includes(token));
		}
	});
}

test('a sign-in that was revoked: import and test answer 69 and say what to do, doctor too', {
	skip,
}, async t => {
	const office = await openOffice(t);
	const {raute} = office.room;
	await signIn(office, '--browser');
	assert.equal((await raute(['doctor'])).code, 0);
	office.authorization.revoke();
	for (const command of [['import'], ['account', 'test', 'support'], ['doctor']]) {
		const {code, out} = await raute(command);
		assert.equal(code, 69, `${command.join(' ')}: ${out}`);
		assert.match(out, /account support is not signed in: invalid_grant/u);
		assert.match(out, /raute account sign-in support/u);
		assert.ok(!/access-|refresh-/u.test(out.replaceAll('sign-in', '')), out);
	}
	const {code} = await signIn(office, '--device');
	assert.equal(code, 0);
	assert.equal((await raute(['import'])).code, 0);
});

test('account test shows both servers, the folders and what the next import takes', {
	skip,
}, async t => {
	const office = await openOffice(t);
	const {raute, json} = office.room;
	await signIn(office, '--browser');
	const {drop} = office.dovecot;
	await raute(['account', 'set', 'support', '--enabled', 'off', '--from-date', '2026-03-01']);
	await drop.deliver(letter('old'), {receivedAt: new Date(2026, 0, 5, 12)});
	await drop.deliver(letter('new'), {receivedAt: new Date(2026, 5, 5, 12)});
	const told = await raute(['account', 'test', 'support']);
	assert.equal(told.code, 0, told.out);
	assert.match(told.out, /^IMAP {2}127\.0\.0\.1:\d+ {2}connected \(\d+ ms\)$/mu);
	assert.match(told.out, /^SMTP {2}127\.0\.0\.1:\d+ {2}connected \(\d+ ms\)$/mu);
	assert.match(told.out, /^INBOX: 2 mails, 2 unread, 1 since the date; the next import takes 1$/mu);
	const test = (await json(['account', 'test', 'support'])) as Record<string, unknown>;
	assert.deepEqual(test['counts'], {total: 2, unseen: 2, sinceDate: 1, toImport: 1});
	assert.deepEqual([...(test['folders'] as string[])].sort(), ['Done', 'INBOX', 'Sent']);
	assert.deepEqual(await drop.flags(), ['', '']);
	assert.equal((await raute(['account', 'test', 'nobody'])).code, 1);
	assert.equal((await raute(['account', 'discover', 'nonsense'])).code, 2);
});

test('a refused password is told in the words of the server, by test and doctor alike', {
	skip,
}, async t => {
	const {room} = await openOffice(t);
	await room.raute(
		['account', 'set', 'support', '--password-stdin', '--sent-folder', 'Nowhere'],
		'falsch\n',
	);
	for (const command of [['account', 'test', 'support'], ['doctor']]) {
		const {code, out} = await room.raute(command);
		assert.equal(code, 69, out);
		assert.match(out, /Authentication failed/u);
		assert.match(out, /wrong password/u);
		assert.ok(!out.includes('falsch'));
	}
	await room.raute(['account', 'set', 'support', '--password-stdin'], 'geheim\n');
	const {code, out} = await room.raute(['doctor']);
	assert.equal(code, 1, out);
	assert.match(out, /The folder Nowhere of the account support does not exist/u);
});
