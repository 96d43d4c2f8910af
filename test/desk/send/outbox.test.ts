import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {createOutbox} from '../../../source/desk/send/outbox.ts';
import type {Message} from '../../../source/domain/message.ts';
import {ok} from '../../../source/domain/result.ts';
import {aDelivery, aMessage} from '../../domain/sample.ts';
import {must} from '../../result.ts';
import {dovecotMissing, startDovecot} from '../../server/dovecot.ts';
import {type SmtpSink, startSmtpSink} from '../../server/smtp.ts';
import {testAccount} from '../../server/test-account.ts';
import {until} from '../../until.ts';
import {letter, type MailRoom, openMailRoom} from '../mail-room.ts';
import {putTicket} from '../room.ts';

const skip = dovecotMissing() ?? false;

let sink: SmtpSink;
let room: MailRoom;
let outbox: ReturnType<typeof createOutbox>;
let states: string[] = [];

beforeEach(async () => {
	sink = await startSmtpSink();
	room = await openMailRoom();
	states = [];
	outbox = createOutbox(room.parts, ({state}) => states.push(state));
	await room.setAccount(testAccount({id: 'a', smtpPort: sink.port, tls: 'none'}));
});

afterEach(async () => {
	await outbox.stop();
	await room.close();
	await sink.close();
});

const now = () => new Date().toISOString();

/** A ticket with one outgoing mail in the given state. */
const put = async (part: Partial<Message> = {}, delivery = {}): Promise<string> => {
	const raw = must(await room.parts.store.putFile(Buffer.from(letter('answer'))));
	const message = aMessage({
		id: 'out',
		direction: 'out',
		state: 'queued',
		messageId: '<answer@example.test>',
		raw,
		delivery: aDelivery({
			account: 'a',
			envelope: {from: 'support@example.test', to: ['kim@example.test']},
			notBefore: now(),
			nextTry: now(),
			...delivery,
		}),
		...part,
	});
	return putTicket(room.parts.store, {messages: [message]});
};

const messageOf = async (number: string): Promise<Message> => {
	const [message] = must(await room.parts.store.ticket(number)).messages;
	assert.ok(message);
	return message;
};

const become = (number: string, state: Message['state']) =>
	until(async () => (await messageOf(number)).state === state);

test('a queued mail is sent once, byte for byte, and says so', async () => {
	outbox.start();
	const number = await put();
	await become(number, 'sent');
	assert.deepEqual(sink.mails, [
		{from: 'support@example.test', to: ['kim@example.test'], raw: letter('answer')},
	]);
	assert.deepEqual(states, ['sending', 'sent']);
	const {history} = must(await room.parts.store.ticket(number));
	assert.equal(history.at(-1)?.what, 'sent');
});

test('a mail waits for its time and can be called back until then', async () => {
	outbox.start();
	const later = new Date(Date.now() + 600).toISOString();
	const number = await put({}, {notBefore: later, nextTry: later});
	const taken = must(
		await room.parts.store.change(number, ticket => ok({...ticket, messages: []})),
	);
	assert.equal(taken.after.messages.length, 0);
	const other = await put({}, {notBefore: later, nextTry: later});
	await become(other, 'sent');
	assert.ok(now() >= later);
	assert.equal(sink.mails.length, 1);
});

test('a mail that nobody would answer for is uncertain and not sent again, at a restart neither', async () => {
	sink.fail({kind: 'close-after-data'});
	outbox.start();
	const number = await put();
	await become(number, 'uncertain');
	const interrupted = await put({state: 'sending'});
	await outbox.stop();
	outbox = createOutbox(room.parts, () => undefined);
	outbox.start();
	await become(interrupted, 'uncertain');
	sink.fail({kind: 'none'});
	outbox.kick();
	const after = await put();
	await become(after, 'sent');
	assert.equal(sink.mails.length, 2);
	assert.equal((await messageOf(number)).state, 'uncertain');
});

test('a temporary refusal is tried again after 25 seconds, a final one is not', async () => {
	sink.fail({kind: 'code', at: 'data', code: 451});
	outbox.start();
	const temporary = await put();
	await until(async () => (await messageOf(temporary)).delivery?.tries === 1);
	const {state, delivery} = await messageOf(temporary);
	assert.equal(state, 'queued');
	assert.equal(delivery?.error?.code, '451');
	const wait = Date.parse(delivery?.nextTry ?? '') - Date.now();
	assert.ok(wait > 15_000 && wait <= 25_000, String(wait));
	sink.fail({kind: 'code', at: 'data', code: 554});
	const final = await put();
	await become(final, 'failed');
	assert.equal((await messageOf(final)).delivery?.error?.code, '554');
});

test('an automatic answer is not tried again once it is a day old', async () => {
	sink.fail({kind: 'code', at: 'data', code: 451});
	outbox.start();
	const hours = (count: number) => new Date(Date.now() - count * 3_600_000).toISOString();
	const young = await put({automatic: 'auto-responder', receivedAt: hours(23)});
	const old = await put({automatic: 'auto-responder', receivedAt: hours(25)});
	await become(old, 'failed');
	await until(async () => (await messageOf(young)).delivery?.tries === 1);
	assert.equal((await messageOf(young)).state, 'queued');
});

test('a server that is gone keeps the mail queued, an unknown account fails it', async () => {
	await sink.close();
	outbox.start();
	const waiting = await put();
	await until(async () => (await messageOf(waiting)).delivery?.tries === 1);
	assert.equal((await messageOf(waiting)).state, 'queued');
	await become(await put({}, {account: 'none'}), 'failed');
});

test('a recipient that was refused is named on the mail that the others got', async () => {
	sink.fail({kind: 'refuse-address', address: 'jo@example.test'});
	outbox.start();
	const envelope = {from: 'support@example.test', to: ['kim@example.test', 'jo@example.test']};
	const number = await put({}, {envelope});
	await become(number, 'sent');
	assert.match((await messageOf(number)).delivery?.error?.text ?? '', /^jo@example\.test: 550/u);
});

test('a copy lies in the Sent folder once, however often it is tried', {skip}, async t => {
	const dovecot = await startDovecot();
	t.after(() => dovecot.dispose());
	const account = dovecot.account('a', 'none', {sentFolder: 'Sent'});
	const smtp = testAccount({id: 'a', smtpPort: sink.port, tls: 'none'}).smtp;
	await room.setAccount({...account, smtp});
	outbox.start();
	const copied = (number: string) =>
		until(async () => (await messageOf(number)).delivery?.copy === 'done');
	await copied(await put({}, {copy: 'due'}));
	await copied(await put({state: 'sent'}, {copy: 'due'}));
	const copies = await dovecot.drop.mails('Sent');
	// Dovecot keeps its files with bare line feeds.
	assert.deepEqual(copies, [letter('answer').replaceAll('\r\n', '\n')]);
	assert.equal(sink.mails.length, 1);
});
