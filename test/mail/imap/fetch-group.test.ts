import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Timeouts} from '../../../source/mail/imap/connect.ts';
import type {Mailbox} from '../../../source/mail/mail.ts';
import {createMailServer} from '../../../source/mail/server.ts';
import {must} from '../../result.ts';
import {type Answer, type Asked, rowOf, startPretendImap} from '../../server/pretend-imap.ts';
import {testAccount} from '../../server/test-account.ts';

const kibibyte = 1024;
const letter = (uid: number, bytes: number): string =>
	`From: kim@example.test\r\nSubject: ${uid}\r\n\r\n${'x'.repeat(bytes)}\r\n`;
const mails = Array.from({length: 12}, (_, at) => letter(at + 1, (280 + at * 40) * kibibyte));
const sound = (asked: Asked): Answer => ({row: rowOf(asked)});

/** What comes of the twelve mails, and how many questions it took. */
const fetched = async (
	answer: (asked: Asked) => Answer,
	options: Partial<Parameters<Mailbox['fetch']>[1]> = {},
	timeouts: Timeouts = {connect: 5000, socket: 5000},
) => {
	const imap = await startPretendImap(mails, answer);
	const server = createMailServer({dataFolder: '/nonexistent', timeouts});
	const mailbox = must(await server.open(testAccount({id: 'a', imapPort: imap.port, tls: 'none'})));
	const before = imap.commands.length;
	const uids = mails.map((_, at) => at + 1);
	const result = await mailbox.fetch(uids, {maxBytes: 4_000_000, ...options});
	const questions = imap.commands.slice(before).filter(line => line.includes('FETCH')).length;
	await mailbox.close();
	await imap.stop();
	return {result, questions};
};

const sameAs = (bytes: Uint8Array | null | undefined, text: string | undefined): boolean =>
	Buffer.from(bytes ?? []).equals(Buffer.from(text ?? ''));

test('the rests of long mails come in one question, byte for byte', async () => {
	const {result, questions} = await fetched(sound);
	const found = must(result);
	assert.ok(mails.every((mail, at) => sameAs(found[at]?.raw, mail)));
	// The starts, the sizes, the rests.
	assert.equal(questions, 3);
});

test('where the size that the server says is wrong a mail is asked for alone', async () => {
	const lying = (asked: Asked): Answer => ({
		row: rowOf(asked, asked.uid === 3 ? {size: asked.whole.length - 100} : {}),
	});
	const {result, questions} = await fetched(lying);
	assert.ok(mails.every((mail, at) => sameAs(must(result)[at]?.raw, mail)));
	assert.ok(questions > 3 && questions < 8, String(questions));
});

test('a group that the server refuses is asked for one by one', async () => {
	const answer = (asked: Asked): Answer =>
		asked.uid === 3 && (asked.part?.start ?? 0) > 0 ? {no: 'cannot'} : sound(asked);
	const found = must((await fetched(answer)).result);
	assert.equal(found.length, 11);
	assert.ok(found.every(({uid, raw}) => sameAs(raw, mails[uid - 1])));
});

test('no more comes than the budget has room for', async () => {
	const budgetBytes = 1200 * kibibyte;
	const found = must((await fetched(sound, {budgetBytes})).result);
	const held = found.reduce((sum, {raw}) => sum + (raw?.length ?? 0), 0);
	assert.ok(held > 500 * kibibyte && held <= budgetBytes, String(held));
	assert.equal(found.length, 12);
});

test('headers alone are asked for where no more is wanted', async () => {
	const {result, questions} = await fetched(sound, {headersOnly: true});
	assert.equal(questions, 1);
	assert.match(Buffer.from(must(result)[1]?.header ?? []).toString(), /Subject: 2\r\n\r\n$/u);
});

test('a server that trickles is given up, one that is slow is not', async () => {
	const pace = {window: 200, bytes: 2000};
	const timeouts = {connect: 5000, socket: 5000, pace};
	const trickling = (asked: Asked): Answer => ({trickle: Buffer.from(rowOf(asked))});
	const {result} = await fetched(trickling, {}, timeouts);
	assert.ok(!result.ok && result.problem.name === 'server-unreachable');
	assert.ok((await fetched(sound, {}, timeouts)).result.ok);
});
