import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createSay} from '../../source/language/say.ts';
import {openRoom, type Room} from '../program/room.ts';
import type {JourneyTerminal} from '../program/terminal.ts';
import {type Dovecot, dovecotMissing, startDovecot} from '../server/dovecot.ts';
import {type SmtpSink, startSmtpSink} from '../server/smtp.ts';
import {until} from '../until.ts';
import {customerMails} from './mail.ts';

type Circle = {readonly room: Room; readonly dovecot: Dovecot; readonly sink: SmtpSink};

const say = createSay('de');
const mails = 200;
const subject = 'Rechnung 117 stimmt nicht';
const asked = '<rechnung-117@kunde.example>';

/** A header field of a raw mail, unfolded; Dovecot's files have bare line feeds. */
const field = (raw: string, name: string): string => {
	const head = (raw.split(/\r?\n\r?\n/u)[0] ?? '').replace(/\r?\n[ \t]+/gu, ' ');
	const start = `${name.toLowerCase()}:`;
	const line = head.split(/\r?\n/u).find(one => one.toLowerCase().startsWith(start)) ?? '';
	return line.slice(start.length).trim();
};

const importAll = async ({room, dovecot, sink}: Circle): Promise<string> => {
	for (const mail of customerMails(mails)) await dovecot.drop.deliver(mail);
	await room.mustRaute([
		...['account', 'add', 'support', '--name', 'Support', '--address', 'support@firma.example'],
		...['--imap-host', '127.0.0.1', '--imap-port', `${dovecot.ports.tls}`, '--imap-tls', 'tls'],
		...['--imap-user', 'desk', '--allow-self-signed', '--sent-folder', 'Sent'],
		...['--smtp-host', '127.0.0.1', '--smtp-port', `${sink.port}`, '--smtp-tls', 'none'],
		...['--smtp-user', 'desk', '--password-env', 'RAUTE_TEST_PASSWORD'],
	]);
	await room.mustRaute(['import', '--account', 'support']);
	const tickets = await room.list();
	assert.equal(new Set(tickets.map(({number}) => number)).size, mails);
	assert.equal(new Set(tickets.map(ticket => ticket.subject)).size, mails);
	const flags = await dovecot.drop.flags();
	assert.equal(flags.length, mails);
	assert.ok(flags.every(one => one.includes('S')));
	return tickets.find(ticket => ticket.subject === subject)?.number ?? '';
};

const answer = async (screen: JourneyTerminal): Promise<void> => {
	await screen.waitFor('200');
	screen.type('/Rechnung 117\r');
	// With the space: `1 of 1` is also the beginning of `1 of 119`, while the filter is half typed.
	await screen.waitFor(`${say('list.place', {n: 1, total: 1})} `);
	screen.type('\rr');
	await screen.waitFor(say('composer.reply'));
	screen.type('Die Waage wird gutgeschrieben.\u001B\r');
	await screen.waitFor(say('review.send'));
	screen.type('y');
	await screen.waitFor(say('done.sent'));
};

/** What went out, checked as the customer's mail program sees it; its Message-ID. */
const checkAnswer = async ({sink, dovecot, room}: Circle, number: string): Promise<string> => {
	const mail = await until(() => sink.mails[0], 'the answer at the mail server');
	assert.deepEqual(mail.to, ['karla117@kunde.example']);
	assert.equal(field(mail.raw, 'Subject'), `Re: ${subject} [#${number}]`);
	assert.equal(field(mail.raw, 'In-Reply-To'), asked);
	assert.equal(field(mail.raw, 'References'), asked);
	assert.match(mail.raw, /\r\n\r\nDie Waage wird gutgeschrieben\.\r\n/u);
	const sent = await until(
		async () => (await room.show(number)).messages.find(({state}) => state === 'sent'),
		'the message to be called sent',
	);
	assert.equal(field(mail.raw, 'Message-ID'), sent.messageId);
	const copy = await until(async () => (await dovecot.drop.mails('Sent'))[0], 'the copy in Sent');
	assert.equal(field(copy, 'Message-ID'), sent.messageId);
	return sent.messageId;
};

const replyTo = (messageId: string, number: string): string =>
	[
		'From: Karla Kunde 117 <karla117@kunde.example>',
		'To: Support <support@firma.example>',
		`Subject: AW: ${subject} [#${number}]`,
		'Date: Mon, 23 Nov 2026 11:00:00 +0000',
		'Message-ID: <danke-117@kunde.example>',
		`In-Reply-To: ${messageId}`,
		`References: ${asked} ${messageId}`,
		'Content-Type: text/plain; charset=utf-8',
		'',
		'Vielen Dank, die Gutschrift ist da.',
		'',
	].join('\r\n');

test('the circle: 200 mails come in, an answer typed in a terminal goes out, the reply finds its ticket', {
	timeout: 180_000,
	skip: dovecotMissing() ?? false,
}, async t => {
	const [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
	t.after(() => Promise.all([dovecot.dispose(), sink.close()]));
	const room = await openRoom(t, 'de');
	const circle = {room, dovecot, sink};
	const number = await importAll(circle);
	const screen = room.screen(120, 40);
	await answer(screen);
	const messageId = await checkAnswer(circle, number);
	const delivered = performance.now();
	await dovecot.drop.deliver(replyTo(messageId, number));
	await screen.waitFor('Vielen Dank, die Gutschrift ist da.');
	t.diagnostic(`the reply was on the screen after ${Math.round(performance.now() - delivered)} ms`);
	const ticket = await room.show(number);
	assert.equal(ticket.status, 'new');
	assert.deepEqual(
		ticket.messages.map(({direction}) => direction),
		['in', 'out', 'in'],
	);
	assert.equal((await room.list()).length, mails, 'the reply made no ticket of its own');
	assert.equal(sink.mails.length, 1);
	screen.type('\u0003\u0003');
	assert.equal(await screen.ended, 0);
});
