import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, test} from 'node:test';
import {createImporter} from '../../../source/desk/import/import-loop.ts';
import {createReceiver} from '../../../source/desk/receive/receive.ts';
import type {Account} from '../../../source/domain/account/account.ts';
import type {AccountSetup} from '../../../source/mail/mail.ts';
import {createTokenKeeper} from '../../../source/mail/oauth/token-keeper.ts';
import {createMailServer} from '../../../source/mail/server.ts';
import {createAccountSetup} from '../../../source/mail/setup/account-setup.ts';
import {changeSecrets} from '../../../source/mail/setup/secrets-file.ts';
import {must} from '../../result.ts';
import {startAuthorization, type TestAuthorization} from '../../server/authorization-server.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../../server/dovecot.ts';
import {type SmtpSink, startSmtpSink} from '../../server/smtp.ts';
import {until} from '../../until.ts';
import {letter, type MailRoom, openMailRoom} from '../mail-room.ts';

const skip = dovecotMissing() ?? false;

let folder: string;
let authorization: TestAuthorization;
let dovecot: Dovecot;
let sink: SmtpSink;
let room: MailRoom;
let setup: AccountSetup;
let importer: ReturnType<typeof createImporter>;
/** Called at every checkpoint of the import. */
let atCheckpoint: (name: string) => void;

beforeEach(async () => {
	if (skip) return;
	atCheckpoint = () => undefined;
	folder = await mkdtemp(join(tmpdir(), 'raute-oauth-'));
	authorization = await startAuthorization();
	const {introspectionUrl, isActive} = authorization;
	dovecot = await startDovecot({introspectionUrl});
	sink = await startSmtpSink({acceptsToken: isActive});
	const tokens = createTokenKeeper({dataFolder: folder});
	setup = createAccountSetup({dataFolder: folder, tokens});
	const timeouts = {connect: 5000, socket: 5000};
	room = await openMailRoom({
		server: createMailServer({dataFolder: folder, tokens, timeouts}),
		checkpoint: name => atCheckpoint(name),
	});
	importer = createImporter(room.parts, createReceiver(room.parts), () => undefined);
});

afterEach(async () => {
	if (skip) return;
	await importer.stop();
	await setup.close();
	await room.close();
	await sink.close();
	await dovecot.dispose();
	await authorization.close();
	await rm(folder, {recursive: true});
});

const account = (change: Partial<Account> = {}): Account =>
	dovecot.account('a', 'none', {password: authorization.source(), ...change});

/** As if a person had signed in a while ago. */
const signedIn = async (): Promise<void> => {
	const tokens = authorization.issue();
	const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
	must(await changeSecrets(folder, 'a', () => ({...tokens, expiresAt})));
};

const lastPass = () => room.parts.store.accounts()[0]?.state.lastPass;

for (const way of ['device', 'loopback'] as const) {
	test(`who has signed in by ${way} gets the mails of a real server`, {skip}, async () => {
		await dovecot.drop.deliver(letter('first'));
		await room.setAccount(account());
		const before = must(await importer.now('a'));
		assert.equal(before[0]?.problem?.name, 'sign-in-expired');
		const begun = must(await setup.signIn(account(), way));
		if (begun.userCode === null) await fetch(begun.url);
		else authorization.decide(begun.userCode, 'approve');
		assert.equal((await begun.finished).state, 'done');
		const [report] = must(await importer.now('a'));
		assert.deepEqual([report?.ok, report?.imported], [true, 1]);
	});
}

test('a token that ends while the loop waits is renewed, and no mail is lost', {skip}, async () => {
	await signedIn();
	await room.setAccount(account());
	importer.start();
	await until(() => lastPass()?.ok === true);
	authorization.endAccess();
	await dovecot.stop();
	await dovecot.drop.deliver(letter('meanwhile'));
	await dovecot.start();
	await until(() => room.parts.store.summaries().size === 1);
	assert.equal(authorization.refreshes(), 1);
	await dovecot.drop.deliver(letter('after'));
	await until(() => room.parts.store.summaries().size === 2);
	await until(async () => (await dovecot.drop.flags()).every(flags => flags === 'S'));
});

test('a token that ends in the middle of a pass costs no mail and doubles none', {
	skip,
}, async () => {
	const names = Array.from({length: 350}, (_, index) => `mail-${index}`);
	for (const name of names) await dovecot.drop.deliver(letter(name));
	await signedIn();
	let restarted: Promise<void> | null = null;
	atCheckpoint = name => {
		if (name !== 'import.flushed' || restarted !== null) return;
		authorization.endAccess();
		restarted = dovecot.stop().then(dovecot.start);
	};
	await room.setAccount(account());
	importer.start();
	await until(() => room.parts.store.summaries().size === names.length);
	await until(() => lastPass()?.ok === true);
	await restarted;
	const tickets = await room.tickets();
	assert.deepEqual(tickets.map(ticket => ticket.subject).sort(), [...names].sort());
	assert.ok((await dovecot.drop.flags()).every(flags => flags === 'S'));
	assert.equal(authorization.refreshes(), 1);
});

test('a sign-in that was revoked is told in the report and asked about once; a new one goes on', {
	skip,
}, async () => {
	await signedIn();
	await room.setAccount(account());
	importer.start();
	await until(() => lastPass()?.ok === true);
	authorization.revoke();
	await dovecot.stop();
	await dovecot.drop.deliver(letter('waiting'));
	await dovecot.start();
	await until(() => lastPass()?.problem?.name === 'sign-in-expired');
	assert.match(lastPass()?.problem?.text ?? '', /invalid_grant/u);
	assert.equal(must(await importer.now('a'))[0]?.problem?.name, 'sign-in-expired');
	assert.ok([...authorization.presented.values()].every(times => times === 1));
	const begun = must(await setup.signIn(account(), 'loopback'));
	await fetch(begun.url);
	await begun.finished;
	importer.wake('a');
	await until(() => lastPass()?.ok === true);
	assert.equal((await room.tickets())[0]?.subject, 'waiting');
});

test('mails are handed over with a token, which is renewed when the server refuses it', {
	skip,
}, async () => {
	await signedIn();
	const server = {host: '127.0.0.1', tls: 'none' as const, user: 'desk', allowSelfSigned: true};
	const sender = account({smtp: {...server, port: sink.port}});
	const mail = {
		envelope: {from: 'support@example.test', to: ['kim@example.test']},
		raw: Buffer.from(letter('out')),
	};
	must(await room.parts.server.submit(sender, mail));
	authorization.endAccess();
	must(await room.parts.server.submit(sender, mail));
	assert.deepEqual([sink.mails.length, authorization.refreshes()], [2, 1]);
	authorization.revoke();
	const refused = await room.parts.server.submit(sender, mail);
	assert.ok(!refused.ok && refused.problem.name === 'sign-in-expired');
	assert.equal(sink.mails.length, 2);
});

test('a server that refuses even a new token has refused the sign-in, in its own words', {
	skip,
}, async () => {
	await signedIn();
	const imap = account().imap;
	assert.ok(imap !== null);
	const stranger = account({imap: {...imap, user: 'somebody-else'}});
	const opened = await room.parts.server.open(stranger);
	assert.ok(!opened.ok && opened.problem.name === 'sign-in-refused');
	assert.ok(!/access-/u.test(JSON.stringify(opened)));
	assert.equal(authorization.refreshes(), 1);
});

test('a server that knows OAUTHBEARER (RFC 7628) instead is signed in at as well', {
	skip,
}, async () => {
	await signedIn();
	const {introspectionUrl} = authorization;
	const bearer = await startDovecot({introspectionUrl, tokenMechanism: 'oauthbearer'});
	try {
		const password = authorization.source();
		const opened = must(await room.parts.server.open(bearer.account('a', 'none', {password})));
		assert.equal(opened.exists, 0);
		await opened.close();
		authorization.endAccess();
		const again = must(await room.parts.server.open(bearer.account('a', 'none', {password})));
		await again.close();
		assert.equal(authorization.refreshes(), 1);
	} finally {
		await bearer.dispose();
	}
});
