import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {ok} from '../../../source/domain/result.ts';
import {newRule} from '../../../source/domain/rule/rule-new.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {must} from '../../result.ts';
import {type SmtpSink, startSmtpSink} from '../../server/smtp.ts';
import {until} from '../../until.ts';
import {letter, type MailRoom, openMailRoom} from '../mail-room.ts';
import {type AutomaticRoom, freshLetter, openAutomatic, responding} from './automatic-room.ts';

let sink: SmtpSink;
let room: MailRoom;
let at: AutomaticRoom;

beforeEach(async () => {
	sink = await startSmtpSink();
	room = await openMailRoom();
	at = openAutomatic(room.parts);
	await room.setAccount(responding(sink.port));
});

afterEach(async () => {
	await at?.end();
	await room.close();
	await sink.close();
});

const receive = async (raw: string): Promise<Ticket> => {
	const request = {raw: Buffer.from(raw), account: 'a', queue: null};
	const {number} = must(await at.receiver.receive(request));
	return must(await room.parts.store.ticket(number ?? ''));
};

const reason = (ticket: Ticket) => ticket.history.find(line => line.what === 'no-answer')?.to;

/** Everything in the outbox has been worked off. */
const emptied = () =>
	until(() =>
		[...room.parts.store.summaries().values()].every(summary => summary.outbox.length === 0),
	);

test('a new mail is answered once, with null return path, as automatic and in its thread', async () => {
	at.outbox.start();
	const ticket = await receive(freshLetter('hello'));
	await emptied();
	const [mail, ...others] = sink.mails;
	assert.deepEqual([mail?.from, mail?.to, others], ['', ['kim@example.test'], []]);
	const raw = mail?.raw ?? '';
	assert.match(raw, /^Auto-Submitted: auto-replied\r$/mu);
	assert.match(raw, /^X-Loop: support@example\.test\r$/mu);
	assert.match(raw, /^In-Reply-To: <hello@example\.test>\r$/mu);
	assert.match(raw, new RegExp(`^Subject: Ihre Anfrage #${ticket.number}\\r$`, 'mu'));
	assert.ok(raw.includes('Guten Tag Kim,'));
	const {messages, status} = must(await room.parts.store.ticket(ticket.number));
	assert.deepEqual([messages[1]?.state, status], ['sent', 'new']);
	assert.equal(must(await room.parts.store.file(messages[1]?.raw ?? '')).length, raw.length);
});

test('a follow-up is not answered, a second ticket within the day neither, after a restart neither', async () => {
	const first = await receive(freshLetter('one'));
	const more = ['In-Reply-To: <one@example.test>'];
	const again = await receive(freshLetter('two', {more}));
	assert.equal(again.number, first.number);
	assert.equal(reason(await receive(freshLetter('three'))), 'once-a-day');
	await at.end();
	at = openAutomatic(room.parts);
	assert.equal(reason(await receive(freshLetter('four'))), 'once-a-day');
	assert.equal(reason(await receive(freshLetter('five', {from: 'jo@example.test'}))), undefined);
	at.outbox.start();
	await emptied();
	assert.deepEqual(sink.mails.map(mail => mail.to[0]).sort(), [
		'jo@example.test',
		'kim@example.test',
	]);
});

test('two mails of one sender that come side by side get one answer', async () => {
	const tickets = await Promise.all([receive(freshLetter('a')), receive(freshLetter('b'))]);
	assert.deepEqual(tickets.map(reason).filter(Boolean), ['once-a-day']);
});

test('automatic mail, old mail and mail for an account without auto-responder go unanswered', async () => {
	const bulk = await receive(freshLetter('bulk', {more: ['Precedence: bulk']}));
	const old = await receive(letter('old').replace('2026 10:00', '2020 10:00'));
	assert.deepEqual([bulk, old].map(reason), ['automatic', 'too-old']);
	const account = responding(sink.port);
	await room.setAccount({...account, autoResponder: {...account.autoResponder, active: false}});
	const silent = await receive(freshLetter('silent'));
	assert.deepEqual([reason(silent), silent.messages.length], [undefined, 1]);
});

test('a hard bounce of our mail silences the address, one of a stranger does not', async () => {
	const first = await receive(freshLetter('one'));
	const sent = first.messages[1]?.messageId ?? '';
	const report = (of: string, name: string) =>
		freshLetter(name, {
			from: 'MAILER-DAEMON@example.test',
			more: [
				'Auto-Submitted: auto-replied',
				'MIME-Version: 1.0',
				'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
			],
			text: [
				'--b\r\nContent-Type: text/plain\r\n\r\nNo.',
				'--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; kim@example.test\r\nAction: failed\r\nStatus: 5.1.1',
				`--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${of}`,
				'--b--',
			].join('\r\n'),
		});
	await receive(report('<forged@example.test>', 'forged'));
	assert.equal(room.parts.store.desk().silenced, undefined);
	await receive(report(sent, 'real'));
	const [silence] = room.parts.store.desk().silenced ?? [];
	assert.deepEqual([silence?.address, silence?.reason], ['kim@example.test', 'bounce']);
	const days = (Date.parse(silence?.until ?? '') - Date.now()) / 86_400_000;
	assert.ok(days > 59.9 && days <= 60, String(days));
	assert.equal(reason(await receive(freshLetter('two'))), 'silenced-bounce');
});

test('an address that the server refuses as unknown gets no automatic mail any more', async () => {
	sink.fail({kind: 'refuse-address', address: 'kim@example.test'});
	at.outbox.start();
	const first = await receive(freshLetter('one'));
	await until(() => room.parts.store.desk().silenced?.length === 1);
	await until(async () => {
		const [, answer] = must(await room.parts.store.ticket(first.number)).messages;
		return answer?.state === 'failed';
	});
	assert.equal(room.parts.store.desk().silenced?.[0]?.reason, 'bounce');
	assert.equal(reason(await receive(freshLetter('two'))), 'silenced-bounce');
	assert.equal(sink.mails.length, 0);
});

test('a rule that answers with a template takes the place of the confirmation', async () => {
	const template = {
		id: 't',
		title: 'Urlaub',
		category: '',
		language: 'de',
		project: null,
		text: '{ANREDE}, wir haben Betriebsferien.',
		order: 1,
		active: true,
	};
	const rule = {
		...newRule('r', []),
		title: 'Ferien',
		conditions: [{field: 'subject', pattern: 'Ferien'}],
		actions: [{action: 'template', value: 't'}],
	} as const;
	must(
		await room.parts.store.changeDesk(document =>
			ok({...document, templates: [template], rules: [rule]}),
		),
	);
	at.outbox.start();
	const ticket = await receive(freshLetter('ferien', {subject: 'Ferien?'}));
	await emptied();
	assert.equal(reason(ticket), 'answered');
	assert.equal(sink.mails.length, 1);
	assert.match(sink.mails[0]?.raw ?? '', /Guten Tag Kim, wir haben Betriebsferien\./u);
	assert.match(sink.mails[0]?.raw ?? '', /^Auto-Submitted: auto-replied\r$/mu);
});

test('a sender above the caps is silenced for an hour, which the settings keep', async () => {
	const account = responding(sink.port);
	await room.setAccount({...account, autoResponder: {...account.autoResponder, oncePerDay: false}});
	const tickets: Ticket[] = [];
	for (let index = 0; index < 32; index += 1) tickets.push(await receive(freshLetter(`m${index}`)));
	assert.deepEqual(tickets.map(reason), [
		...Array.from({length: 30}, () => undefined),
		'too-many',
		'silenced-loop',
	]);
	await until(() => room.parts.store.desk().silenced?.length === 1);
	assert.equal(room.parts.store.desk().silenced?.[0]?.reason, 'loop');
});
