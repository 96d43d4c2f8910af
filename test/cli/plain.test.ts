import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {openRoom, type Room} from '../program/room.ts';
import {startSmtpSink} from '../server/smtp.ts';
import {rawMail} from './raw-mail.ts';

type Talk = {readonly room: Room; readonly numbers: readonly string[]};

/** A desk with two tickets, and an account that sends to a port where nobody listens. */
const openTalk = async (t: TestContext, language: 'de' | 'en' = 'en'): Promise<Talk> => {
	const room = await openRoom(t, language);
	const sink = await startSmtpSink();
	await sink.close();
	const smtp = ['--smtp-host', '127.0.0.1', '--smtp-port', String(sink.port), '--smtp-tls', 'none'];
	const flags = ['--address', 'support@desk.test', '--enabled', 'off', '--password-none', ...smtp];
	await room.mustRaute(['account', 'add', 'support', ...flags]);
	const numbers = await room.receive([rawMail('a'), rawMail('b', {subject: 'Where is my parcel'})]);
	return {room, numbers};
};

/** What raute says to these lines. */
const said = async (room: Room, ...lines: readonly string[]): Promise<string> => {
	const {code, out, err} = await room.process(['--plain'], `${lines.join('\n')}\n`);
	assert.equal(code, 0, err);
	return out;
};

test('list, open, read, comment, answer and close, by lines alone', async t => {
	const {room} = await openTalk(t);
	const out = await said(
		room,
		...['/parcel', '1', 'c', 'Asked the carrier.', 'Answer on Monday.', '.'],
		...['r', 'Dear Kim,', '', 'it comes on Monday.', '.', 'y', 'x', 'q', 'q'],
	);
	assert.match(out, /^Inbox: 2 tickets\.$/mu);
	assert.match(
		out,
		/^1\. Kim Example: Where is my parcel; unread, New, unassigned, 1 message, .*\.$/mu,
	);
	assert.match(out, /^1 of 1: mail from Kim Example, .*\.\nHello, this is mail b\.$/mu);
	assert.match(out, /Internal comment saved\. u takes it back\./u);
	assert.match(out, /^To: Kim Example <kim@example\.test>$/mu);
	assert.match(out, /Mail put into the outbox, to be called back until .*\. u takes/u);
	const [ticket] = await room.list('--tab', 'completed');
	assert.ok(ticket);
	const {comments, messages} = await room.show(ticket.number);
	assert.equal(comments[0]?.text, 'Asked the carrier.\nAnswer on Monday.');
	assert.match(messages.at(-1)?.text ?? '', /^Dear Kim,\n\nit comes on Monday\./u);
});

test('nothing is drawn: no escape sequence, no box, no carriage return', async t => {
	const {room} = await openTalk(t, 'de');
	const out = await said(room, '?', '1', 's', 'k', 'r', 'Hallo.', '.', 'o', 'q', 'u', '?', 'tab');
	assert.doesNotMatch(out, /[\u001B\r│─┌└▸▾●■]/u);
	assert.match(out, /^k: Klären$/mu);
	assert.match(out, /Rückgängig: 1 Ticket: Klären/u);
});

test('u takes back a mail that waits, and its text goes on where it was', async t => {
	const {room, numbers} = await openTalk(t);
	const number = numbers[0] ?? '';
	const out = await said(room, number, 'r', 'Too soon.', '.', 'y', 'u', 'r', 'y', 'o', 'v', 'q');
	assert.match(out, /Undone: Mail put into the outbox/u);
	assert.match(out, /A draft of .* lies here\. Go on with it\? y or n: To: Kim/u);
	assert.match(out, /^What now, \? names the keys: Too soon\.$/mu);
	assert.match(out, /draft discarded/iu);
	assert.equal((await room.show(number)).messages.length, 1);
});

test('a text whose line breaks off lies in the ticket as a draft', async t => {
	const {room, numbers} = await openTalk(t);
	await said(room, numbers[0] ?? '', 'r', 'Half a sen');
	const shown = await said(room, numbers[0] ?? '');
	assert.match(shown, /A draft of .* lies here/u);
});

test('a dot stands for the open ticket in a command of raute', async t => {
	const {room, numbers} = await openTalk(t);
	const out = await said(
		room,
		...[': set . --prio on', numbers[1] ?? '', ': set . --prio on --tag +parcel', ': stop', 'J'],
		...['99', 'what'],
	);
	const ticket = await room.show(numbers[1] ?? '');
	assert.deepEqual([ticket.flags.prio, ticket.tags.includes('parcel')], [true, true]);
	assert.match(out, /unknown command “stop”/u);
	assert.match(out, /no further in this direction/u);
	assert.match(out, /Row 99 has not been read out yet/u);
	assert.match(out, /“what” is no command here/u);
});

test('the variable of Ink asks for it too, and setup names the commands instead', async t => {
	const {room} = await openTalk(t);
	const reader = {...room.env, INK_SCREEN_READER: 'true'};
	const screen = room.screen(80, 24, [], reader);
	await screen.waitFor(/^Inbox: 2 tickets\./mu);
	screen.type('2\r');
	await screen.waitFor(/Hello, this is mail [ab]\./u);
	const setup = await room.raute(['setup', '--plain']);
	assert.equal(setup.code, 2);
	assert.match(setup.err, /raute account add/u);
});
