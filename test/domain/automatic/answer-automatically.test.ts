import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Account} from '../../../source/domain/account/account.ts';
import {
	type AutomaticOrder,
	answerAutomatically,
} from '../../../source/domain/automatic/answer-automatically.ts';
import type {AutomaticRecord} from '../../../source/domain/automatic/cap.ts';
import type {AutomaticContext} from '../../../source/domain/automatic/refusal.ts';
import type {Message} from '../../../source/domain/message.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {aMessage, anAccount, aTicket, person} from '../sample.ts';

const now = Date.UTC(2026, 10, 23, 10);
const minute = 60_000;
const smtp = {host: 'localhost', port: 25, tls: 'none', user: '', allowSelfSigned: true} as const;

const order = (account: Partial<Account> = {}, part: Partial<AutomaticOrder> = {}) => ({
	kind: 'auto-responder' as const,
	account: anAccount({smtp, ...account}),
	subject: 'Ihr Ticket #{TICKET}',
	text: 'Guten Tag {NAME}, zu »{BETREFF}« {subject}',
	...part,
});

const context = (part: Partial<AutomaticContext> = {}) => ({
	now,
	iso: (milliseconds: number) => new Date(milliseconds).toISOString(),
	own: ['support@firma.example'],
	silenced: [],
	sent: [],
	isOurs: (id: string) => id.includes('ours'),
	newId: () => 'auto1',
	newMessageId: (domain: string) => `<auto1.ours@${domain}>`,
	...part,
});

const sent = (count: number, part: Partial<AutomaticRecord> = {}): readonly AutomaticRecord[] =>
	Array.from({length: count}, (_, index) => ({
		answers: `m${index}`,
		ticket: '202611230001',
		address: 'J.Uebelacker@example.de',
		at: now - 5 * minute,
		kind: 'rule' as const,
		...part,
	}));

const reasonFor = (ticket: Ticket, given = order(), known = context()): string => {
	const outcome = answerAutomatically(ticket, given, known);
	const line = outcome.ticket.history.at(-1);
	assert.equal(outcome.ticket.messages.length === ticket.messages.length, outcome.record === null);
	return line?.what === 'no-answer' ? (line.to ?? '') : 'answered';
};

const mail = (part: Partial<Message>): Ticket => aTicket({messages: [aMessage(part)]});

test('an automatic answer waits in the ticket with filled text, null return path and thread', () => {
	const {ticket, record, silence} = answerAutomatically(aTicket(), order(), context());
	const message = ticket.messages[1];
	assert.deepEqual(
		[message?.state, message?.raw, message?.automatic, message?.direction],
		['queued', null, 'auto-responder', 'out'],
	);
	assert.equal(message?.subject, 'Ihr Ticket #202611230001');
	assert.equal(
		message?.text,
		'Guten Tag Jörg Übelacker, zu »Passwort zurücksetzen« Passwort zurücksetzen',
	);
	assert.deepEqual(message?.delivery?.envelope, {from: '', to: ['j.uebelacker@example.de']});
	assert.equal(message?.from.address, 'support@firma.example');
	assert.equal(message?.messageId, '<auto1.ours@firma.example>');
	assert.equal(message?.inReplyTo, '<m1@example.de>');
	assert.equal(message?.delivery?.notBefore, '2026-11-23T10:00:00.000Z');
	assert.deepEqual(
		[record?.answers, record?.address, silence],
		['m1', 'j.uebelacker@example.de', null],
	);
	assert.equal(ticket.history.at(-1)?.what, 'auto-responder');
	assert.deepEqual(
		[ticket.status, ticket.unread, ticket.waitingSince],
		['new', true, aTicket().waitingSince],
	);
});

test('a subject without the number gets it, an empty one becomes that of an answer', () => {
	const subject = (text: string) =>
		answerAutomatically(aTicket(), order({}, {subject: text}), context()).ticket.messages[1]
			?.subject;
	assert.equal(subject('Eingang bestätigt'), 'Eingang bestätigt [#202611230001]');
	assert.equal(subject(''), 'Re: Passwort zurücksetzen [#202611230001]');
});

test('every mail that must not be answered leaves a line with its reason', () => {
	const day = '2026-11-22T09:59:00.000Z';
	const bounce = {address: 'a@b.de', status: '5.1.1', reason: '', permanent: true, of: ''};
	const rule = aMessage({id: 'r', direction: 'out', automatic: 'rule'});
	const cases: ReadonlyArray<readonly [string, Ticket, ReturnType<typeof order>?]> = [
		['spam', aTicket({status: 'trash'})],
		['completed', aTicket(), order({importAsCompleted: true})],
		['completed', aTicket(), order({importAsCompleted: true}, {kind: 'rule'})],
		['own', aTicket({requester: person('Support@Firma.example')})],
		['own', mail({direction: 'out'})],
		['bounce', mail({bounce, automatic: 'report'})],
		['automatic', mail({automatic: 'precedence'})],
		['loop', mail({messageId: '<ours@firma.example>'})],
		['no-address', aTicket({requester: person('', 'Kim')})],
		['noreply', aTicket({requester: person('no-reply@shop.example')})],
		['noreply', aTicket({requester: person('MAILER-DAEMON@mx.example')})],
		['too-old', mail({receivedAt: day, date: null})],
		['too-old', mail({date: day})],
		['no-server', aTicket(), order({smtp: null})],
		['answered', aTicket({messages: [aMessage(), rule]})],
		['empty', aTicket(), order({}, {text: ' \n'})],
		['unknown-variable', aTicket(), order({}, {text: 'Hallo {FIRMA}'})],
	];
	for (const [reason, ticket, given] of cases) assert.equal(reasonFor(ticket, given), reason);
});

test('a mail just under 24 hours old is answered, with or without a date of its own', () => {
	const young = '2026-11-22T10:00:01.000Z';
	assert.equal(reasonFor(mail({receivedAt: young, date: null})), 'answered');
	assert.equal(reasonFor(mail({receivedAt: young, date: young})), 'answered');
});

test('an address gets one confirmation in 24 hours, more where the account allows it', () => {
	const known = context({sent: sent(1, {kind: 'auto-responder', ticket: 'other'})});
	assert.equal(reasonFor(aTicket(), order(), known), 'once-a-day');
	const often = {active: true, subject: '', text: 'x', oncePerDay: false};
	assert.equal(reasonFor(aTicket(), order({autoResponder: often}), known), 'answered');
	assert.equal(reasonFor(aTicket(), order({}, {kind: 'rule'}), known), 'answered');
	const yesterday = context({sent: sent(1, {kind: 'auto-responder', at: now - 25 * 60 * minute})});
	assert.equal(reasonFor(aTicket(), order(), yesterday), 'answered');
});

test('the caps count per ticket and per address on sliding windows and silence for an hour', () => {
	const at = (minutes: number) => ({at: now - minutes * minute});
	const tries: ReadonlyArray<readonly [string, readonly AutomaticRecord[]]> = [
		['answered', sent(9)],
		['too-many', sent(10)],
		['answered', sent(14, at(20))],
		['too-many', sent(15, at(20))],
		['answered', sent(24, at(45))],
		['too-many', sent(25, at(45))],
		['answered', sent(25, at(61))],
		['answered', sent(29, {ticket: 'others'})],
		['too-many', sent(30, {ticket: 'others'})],
		['answered', sent(30, {ticket: 'others', ...at(11)})],
	];
	for (const [reason, records] of tries)
		assert.equal(reasonFor(aTicket(), order({}, {kind: 'rule'}), context({sent: records})), reason);
	const {silence, ticket} = answerAutomatically(aTicket(), order(), context({sent: sent(10)}));
	assert.deepEqual(silence, {
		address: 'j.uebelacker@example.de',
		until: '2026-11-23T11:00:00.000Z',
		reason: 'loop',
	});
	assert.equal(ticket.history.at(-1)?.from, '2026-11-23T11:00:00.000Z');
});

test('a silenced address is left alone until its time has passed', () => {
	const silence = (until: string, reason: 'bounce' | 'loop') =>
		context({silenced: [{address: 'J.UEBELACKER@example.de', until, reason}]});
	const later = '2026-11-23T10:00:01.000Z';
	assert.equal(reasonFor(aTicket(), order(), silence(later, 'bounce')), 'silenced-bounce');
	assert.equal(reasonFor(aTicket(), order(), silence(later, 'loop')), 'silenced-loop');
	assert.equal(
		reasonFor(aTicket(), order(), silence('2026-11-23T10:00:00.000Z', 'loop')),
		'answered',
	);
});
