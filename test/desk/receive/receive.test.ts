import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {createReceiver, type Receiver} from '../../../source/desk/receive/receive.ts';
import {attachmentBytes} from '../../../source/desk/send/attachment-bytes.ts';
import {newDeskDocument} from '../../../source/domain/desk-document.ts';
import {fail, ok} from '../../../source/domain/result.ts';
import type {MailReader} from '../../../source/mail/mail.ts';
import {must, problemOf} from '../../result.ts';
import {testAccount} from '../../server/test-account.ts';
import {letter, type MailRoom, openMailRoom} from '../mail-room.ts';

let room: MailRoom;
let receiver: Receiver;
let unreadable = (_raw: Uint8Array): boolean => false;

before(async () => {
	room = await openMailRoom();
	const {reader} = room.parts;
	const choosy: MailReader = {
		...reader,
		read: async raw =>
			unreadable(raw) ? fail('mail-unreadable', {reason: 'parse-error'}) : reader.read(raw),
	};
	receiver = createReceiver({...room.parts, reader: choosy});
	const queues = [{label: 'IT', name: 'IT', responsible: 'ben'}];
	must(await room.parts.store.changeDesk(() => ok({...newDeskDocument, queues})));
	await room.setAccount(testAccount({id: 'a', tls: 'tls', defaultQueue: 'IT'}));
});

after(() => room.close());

const receive = async (raw: string, change = {}) =>
	must(await receiver.receive({raw: Buffer.from(raw), account: 'a', queue: null, ...change}));

const ticketOf = async (number: string | null) => must(await room.parts.store.ticket(number ?? ''));

test('a mail becomes a new ticket in the queue of its account, with its bytes', async () => {
	const {result, number, messageId} = await receive(letter('first'));
	assert.deepEqual([result, messageId], ['new', '<first@example.test>']);
	const ticket = await ticketOf(number);
	assert.equal(ticket.queue, 'IT');
	assert.equal(ticket.assignee, 'ben');
	assert.equal(ticket.requester.address, 'kim@example.test');
	const raw = must(await room.parts.store.file(ticket.messages[0]?.raw ?? ''));
	assert.equal(Buffer.from(raw).toString(), letter('first'));
});

test('the same mail again is a duplicate, for another account it is not', async () => {
	await receive(letter('twice'));
	assert.equal((await receive(letter('twice'))).result, 'duplicate');
	const other = await receive(letter('twice'), {account: null});
	assert.equal(other.result, 'new');
});

test('an answer and what it answers, handed in together, make one ticket', async () => {
	const answer = (name: string, to: string) =>
		letter(name, {more: [`In-Reply-To: <${to}@example.test>`]});
	const outcomes = await Promise.all([
		receive(letter('thread-1')),
		receive(answer('thread-2', 'thread-1')),
		receive(answer('thread-3', 'thread-2')),
	]);
	assert.deepEqual(
		outcomes.map(({result}) => result),
		['new', 'follow-up', 'follow-up'],
	);
	assert.equal(new Set(outcomes.map(({number}) => number)).size, 1);
});

test('the number in the subject is enough for who takes part, a stranger gets a linked ticket', async () => {
	const {number} = await receive(letter('numbered'));
	const subject = `Nachtrag #${number}`;
	assert.equal((await receive(letter('numbered-2', {subject}))).number, number);
	const stranger = await receive(letter('numbered-3', {subject, from: 'who@else.test'}));
	assert.equal(stranger.result, 'new');
	const ticket = await ticketOf(stranger.number);
	assert.deepEqual(ticket.links, [{kind: 'related', number}]);
	assert.deepEqual(ticket.messages[0]?.notes, ['note.stranger']);
});

test('a follow-up goes on where its ticket was merged to', async () => {
	const {store} = room.parts;
	const from = await receive(letter('merged-from'));
	const into = await receive(letter('merged-into'));
	const link = {kind: 'merged-into' as const, number: into.number ?? ''};
	must(await store.change(from.number ?? '', ticket => ok({...ticket, links: [link]})));
	const more = ['In-Reply-To: <merged-from@example.test>'];
	assert.equal((await receive(letter('merged-answer', {more}))).number, into.number);
});

test('a completed ticket is new again, one in the trash stays there', async () => {
	const {store} = room.parts;
	const {number} = await receive(letter('statuses'));
	const answer = async (name: string, status: 'completed' | 'trash') => {
		must(await store.change(number ?? '', ticket => ok({...ticket, status})));
		await receive(letter(name, {more: ['In-Reply-To: <statuses@example.test>']}));
		return (await ticketOf(number)).status;
	};
	assert.equal(await answer('statuses-2', 'completed'), 'new');
	assert.equal(await answer('statuses-3', 'trash'), 'trash');
});

test('what cannot be read is kept in quarantine and becomes a ticket when it can', async () => {
	const {store} = room.parts;
	unreadable = raw => Buffer.from(raw).includes('unreadable');
	const held = await receive(letter('unreadable'));
	assert.deepEqual([held.result, held.reason], ['quarantined', 'parse-error']);
	assert.equal((await receive(letter('unreadable'))).result, 'duplicate');
	const [document] = must(await store.intakes());
	assert.equal(must(await receiver.retry(document?.id ?? '')).result, 'quarantined');
	assert.equal(must(await store.intakes())[0]?.tries, 3);
	unreadable = () => false;
	const freed = must(await receiver.retry(document?.id ?? ''));
	assert.equal(freed.result, 'new');
	assert.deepEqual(must(await store.intakes()), []);
	assert.equal(problemOf(await receiver.retry(document?.id ?? '')), 'message-missing');
});

test('a quarantined mail that cannot be read becomes a ticket as it is, once, and stays known', async () => {
	const {store, reader} = room.parts;
	const raw = letter('as-it-is', {subject: 'Nobody can read this'});
	// The body breaks the reader, the header alone does not.
	unreadable = bytes => Buffer.from(bytes).includes('as-it-is') && bytes.length > 300;
	const long = `${raw}${'x'.repeat(400)}\r\n`;
	await receive(long);
	const [document] = must(await store.intakes());
	const id = document?.id ?? '';
	assert.equal(Buffer.from(must(await receiver.raw(id))).toString(), long);
	const made = must(await receiver.accept(id));
	assert.equal(made.result, 'new');
	const ticket = await ticketOf(made.number);
	const [message] = ticket.messages;
	assert.equal(ticket.subject, 'Nobody can read this');
	assert.deepEqual(message?.notes, ['note.unreadable']);
	const [attachment] = message?.attachments ?? [];
	assert.ok(attachment);
	const bytes = must(await attachmentBytes({store, reader}, attachment, ticket));
	assert.equal(Buffer.from(bytes).toString(), long);
	assert.equal(problemOf(await receiver.accept(id)), 'message-missing');
	assert.equal((await receive(long)).result, 'duplicate');
	unreadable = () => false;
});

test('a quarantined mail that is given up stays known', async () => {
	unreadable = raw => Buffer.from(raw).includes('given-up');
	await receive(letter('given-up'));
	const isHeld = ({kind}: {readonly kind: string}) => kind === 'quarantined';
	const document = must(await room.parts.store.intakes()).find(isHeld);
	must(await receiver.discard(document?.id ?? ''));
	assert.equal((await receive(letter('given-up'))).result, 'duplicate');
	assert.ok(!must(await room.parts.store.intakes()).some(isHeld));
	unreadable = () => false;
});

test('a mail of ours to a customer is outgoing and wakes nothing', async () => {
	const {number} = await receive(letter('own'));
	const {store} = room.parts;
	must(await store.change(number ?? '', ticket => ok({...ticket, status: 'completed'})));
	const more = ['In-Reply-To: <own@example.test>'];
	const from = 'Support <support@example.test>';
	await receive(letter('own-answer', {from, to: 'kim@example.test', more}));
	const ticket = await ticketOf(number);
	assert.equal(ticket.status, 'completed');
	assert.deepEqual([ticket.messages[1]?.direction, ticket.messages[1]?.state], ['out', 'sent']);
});

test('a colleague who writes to our own address about a ticket wakes nothing, its requester does', async () => {
	const {store} = room.parts;
	const from = 'Support <support@example.test>';
	const close = async (number: string | null) =>
		must(
			await store.change(number ?? '', ticket =>
				ok({...ticket, status: 'completed', unread: false}),
			),
		);
	const {number} = await receive(letter('aside'));
	await close(number);
	await receive(letter('aside-word', {from, more: ['In-Reply-To: <aside@example.test>']}));
	const ticket = await ticketOf(number);
	assert.deepEqual([ticket.status, ticket.unread], ['completed', true]);
	assert.equal(ticket.messages[1]?.direction, 'out');
	const inner = await receive(letter('inner', {from}));
	await close(inner.number);
	await receive(letter('inner-more', {from, more: ['In-Reply-To: <inner@example.test>']}));
	assert.equal((await ticketOf(inner.number)).status, 'new');
});

test('a mail above the limit becomes a ticket of its header, the bytes are kept whole', async () => {
	const {store} = room.parts;
	must(await store.changeDesk(desk => ok({...desk, maxMailBytes: 1000})));
	const raw = letter('too-large', {text: 'x'.repeat(2000)});
	const {number} = await receive(raw);
	must(await store.changeDesk(desk => ok({...desk, maxMailBytes: 1_000_000})));
	const message = (await ticketOf(number)).messages[0];
	assert.equal(message?.subject, 'too-large');
	assert.ok(message?.notes.includes('note.too-large'));
	assert.equal(must(await store.file(message?.raw ?? '')).length, raw.length);
});

test('machines that send the same words without date and id are told apart by arrival', async () => {
	const raw = 'From: cron@example.test\r\nSubject: disk full\r\n\r\nfull\r\n';
	const arrive = (uid: number, internalDate: string) =>
		receive(raw, {place: {folder: 'INBOX', uidValidity: '1', uid}, internalDate});
	assert.equal((await arrive(1, '2026-11-23T10:00:00.000Z')).result, 'new');
	assert.equal((await arrive(2, '2026-11-24T10:00:00.000Z')).result, 'new');
	assert.equal((await arrive(3, '2026-11-24T10:00:00.000Z')).result, 'duplicate');
});

test('an unknown account or queue is named', async () => {
	const raw = Buffer.from(letter('nowhere'));
	const to = (account: string | null, queue: string | null) =>
		receiver.receive({raw, account, queue});
	assert.equal(problemOf(await to('none', null)), 'account-unknown');
	assert.equal(problemOf(await to(null, 'none')), 'queue-unknown');
});
