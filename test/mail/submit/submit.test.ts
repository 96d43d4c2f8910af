import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import type {Account, TlsMode} from '../../../source/domain/account/account.ts';
import {createMailServer} from '../../../source/mail/server.ts';
import {makeCertificate} from '../../server/certificate.ts';
import {type SmtpFault, type SmtpSink, startSmtpSink} from '../../server/smtp.ts';
import {testAccount} from '../../server/test-account.ts';

const server = createMailServer({
	dataFolder: '/nonexistent',
	timeouts: {connect: 5000, socket: 5000},
});
const envelope = {from: 'support@example.test', to: ['kim@example.test', 'jo@example.test']};
const raw = Buffer.from('From: a@b.test\r\nSubject: x\r\n\r\n.dot\r\nline\r\n');

const withSink = async (
	{tls = 'none' as TlsMode, fault}: {tls?: TlsMode; fault?: SmtpFault},
	work: (sink: SmtpSink, account: Account) => Promise<void>,
) => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-smtp-'));
	const sink = await startSmtpSink({tls, certificate: makeCertificate(folder)});
	if (fault) sink.fail(fault);
	try {
		await work(sink, testAccount({id: 'a', smtpPort: sink.port, tls}));
	} finally {
		await sink.close();
		await rm(folder, {recursive: true});
	}
};

for (const tls of ['tls', 'starttls', 'none'] as const) {
	test(`a mail is handed over ${tls} with its envelope and every byte`, async () => {
		await withSink({tls}, async (sink, account) => {
			const submitted = await server.submit(account, {envelope, raw});
			assert.ok(submitted.ok, JSON.stringify(submitted));
			assert.deepEqual(sink.mails, [{...envelope, raw: raw.toString()}]);
		});
	});
}

const outcomes: ReadonlyArray<readonly [string, SmtpFault, string]> = [
	['a refused password', {kind: 'refuse-sign-in'}, 'sign-in-refused'],
	['a 4xx for the recipient', {kind: 'code', at: 'recipient', code: 450}, 'smtp-temporary'],
	['a 5xx for every recipient', {kind: 'code', at: 'recipient', code: 550}, 'smtp-permanent'],
	['a 4xx after the mail', {kind: 'code', at: 'data', code: 451}, 'smtp-temporary'],
	['a 5xx after the mail', {kind: 'code', at: 'data', code: 554}, 'smtp-permanent'],
	['a line lost before the mail', {kind: 'close-before-data'}, 'server-unreachable'],
	['a line lost after the mail', {kind: 'close-after-data'}, 'smtp-uncertain'],
	['an answer after the mail that is none', {kind: 'words-after-data'}, 'smtp-uncertain'],
];

for (const [title, fault, name] of outcomes) {
	test(`${title} is ${name}`, async () => {
		await withSink({fault}, async (_sink, account) => {
			const submitted = await server.submit(account, {envelope, raw});
			assert.ok(!submitted.ok);
			assert.equal(submitted.problem.name, name, JSON.stringify(submitted));
			assert.doesNotMatch(JSON.stringify(submitted), /geheim/u);
		});
	});
}

test('a silence after the mail is uncertain', async () => {
	await withSink({fault: {kind: 'slow', milliseconds: 1500}}, async (_sink, account) => {
		const hasty = createMailServer({dataFolder: '/', timeouts: {connect: 5000, socket: 300}});
		const submitted = await hasty.submit(account, {envelope, raw});
		assert.ok(!submitted.ok && submitted.problem.name === 'smtp-uncertain');
	});
});

test('a mail that one of two recipients gets is sent, and the refused one is named', async () => {
	const fault = {kind: 'refuse-address', address: 'jo@example.test'} as const;
	await withSink({fault}, async (sink, account) => {
		const submitted = await server.submit(account, {envelope, raw});
		assert.ok(submitted.ok);
		assert.deepEqual(
			submitted.value.refused.map(({address}) => address),
			['jo@example.test'],
		);
		assert.deepEqual(sink.mails[0]?.to, ['kim@example.test']);
	});
});

test('a server without STARTTLS gets no password where STARTTLS is asked for', async () => {
	await withSink({tls: 'none'}, async (sink, account) => {
		const smtp = account.smtp && {...account.smtp, tls: 'starttls' as const};
		const submitted = await server.submit({...account, smtp}, {envelope, raw});
		assert.ok(!submitted.ok);
		assert.equal(sink.mails.length, 0);
	});
});

test('nobody listening is unreachable', async () => {
	const account = testAccount({id: 'a', smtpPort: 1, tls: 'none'});
	const submitted = await server.submit(account, {envelope, raw});
	assert.ok(!submitted.ok && submitted.problem.name === 'server-unreachable');
});

for (const at of ['sender', 'data'] as const) {
	test(`a null return path that is refused at the ${at} leaves from the account's address`, async () => {
		await withSink({fault: {kind: 'refuse-null-sender', at}}, async (sink, account) => {
			const automatic = {envelope: {from: '', to: ['kim@example.test']}, raw};
			assert.ok((await server.submit(account, automatic)).ok);
			assert.deepEqual(
				sink.mails.map(mail => mail.from),
				[account.address],
			);
		});
	});
}

test('a null return path goes out as such, and a refused recipient is no reason to change it', async () => {
	await withSink({}, async (sink, account) => {
		const automatic = {envelope: {from: '', to: ['kim@example.test']}, raw};
		assert.ok((await server.submit(account, automatic)).ok);
		assert.equal(sink.mails[0]?.from, '');
		sink.fail({kind: 'code', at: 'recipient', code: 550});
		assert.equal((await server.submit(account, automatic)).ok, false);
		assert.equal(sink.mails.length, 1);
	});
});
