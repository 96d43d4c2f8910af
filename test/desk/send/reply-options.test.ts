import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import type {Desk, OpenDesk} from '../../../source/desk/desk.ts';
import {openDesk} from '../../../source/desk/open-desk.ts';
import {newDeskDocument} from '../../../source/domain/desk-document.ts';
import type {Draft} from '../../../source/domain/message.ts';
import type {ParsedMail} from '../../../source/domain/receive/parsed-mail.ts';
import {ok} from '../../../source/domain/result.ts';
import {aDraft, anAgent, person} from '../../domain/sample.ts';
import {must} from '../../result.ts';
import {type SmtpSink, startSmtpSink} from '../../server/smtp.ts';
import {testAccount} from '../../server/test-account.ts';
import {until} from '../../until.ts';
import {letter, type MailRoom, openMailRoom} from '../mail-room.ts';

let sink: SmtpSink;
let room: MailRoom;
let open: OpenDesk;
let anna: Desk;

beforeEach(async () => {
	sink = await startSmtpSink();
	room = await openMailRoom();
	const {store} = room.parts;
	must(await store.changeAgents(document => ok({...document, agents: [anAgent('anna')]})));
	must(await store.changeDesk(() => ok({...newDeskDocument, undoSeconds: 0})));
	await room.setAccount(testAccount({id: 'a', smtpPort: sink.port, tls: 'none'}));
	open = must(await openDesk(room.parts));
	anna = must(open.as('anna'));
});

afterEach(async () => {
	await open.stop();
	await sink.close();
});

/** Begins the loops that send: the importer has no server to ask and says so in its own time. */
const sendAll = () => open.start();

const received = async (raw: string): Promise<string> => {
	const bytes = Buffer.from(raw, 'latin1');
	const taken = must(await anna.receive({raw: bytes, account: 'a', queue: null}));
	return taken.number ?? '';
};

/** Sends a draft over the real server and reads what arrived there. */
const arrived = async (number: string, part: Partial<Draft>): Promise<ParsedMail> => {
	const [message] = must(await anna.ticket(number)).messages;
	const draft = aDraft({
		account: 'a',
		from: '',
		answers: message?.id ?? null,
		to: [person('kim@example.test', 'Kim')],
		...part,
	});
	must(await anna.send({id: `s-${number}`, number, draft, status: null, force: false}));
	sendAll();
	await until(() => sink.mails.length > 0);
	return must(await room.parts.reader.read(Buffer.from(sink.mails[0]?.raw ?? '', 'latin1')));
};

test('the original goes along as a file, byte for byte what came in', async () => {
	const raw = letter('lang', {
		more: ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: 8bit'],
		subject: 'Pr\xfcfung/eins',
		text: 'Gr\xfc\xdfe\r\nzweite Zeile',
	});
	const mail = await arrived(await received(raw), {original: 'eml', text: 'Siehe Anlage.'});
	assert.deepEqual(
		mail.attachments.map(({name, type}) => [name, type]),
		[['Prüfung_eins.eml', 'message/rfc822']],
	);
	const bytes = must(
		await room.parts.reader.attachment(Buffer.from(sink.mails[0]?.raw ?? '', 'latin1'), 0),
	);
	assert.equal(Buffer.from(bytes).toString('latin1').trimEnd(), raw.trimEnd());
	assert.equal(mail.text.trim(), 'Siehe Anlage.');
});

test('without a wish the mail is the text alone, quoted as it stands there', async () => {
	const number = await received(letter('kurz'));
	const mail = await arrived(number, {text: 'Ja.\n\nAm Montag schrieb Kim:\n> kurz'});
	assert.deepEqual(mail.attachments, []);
	assert.ok(mail.text.includes('> kurz'));
});

test('files, copies and the thread arrive; the blind copy stands in the envelope alone', async () => {
	const number = await received(letter('viele'));
	const file = must(await anna.upload('plan ü.txt', Buffer.from('Plan')));
	const mail = await arrived(number, {
		attachments: [file],
		cc: [person('chef@example.test', 'Chef')],
		bcc: [person('still@example.test')],
	});
	assert.deepEqual(
		mail.attachments.map(({name, size}) => [name, size]),
		[['plan ü.txt', 4]],
	);
	assert.deepEqual(mail.cc, [{name: 'Chef', address: 'chef@example.test'}]);
	assert.equal(mail.inReplyTo, '<viele@example.test>');
	assert.ok(mail.subject.includes(`[#${number}]`));
	assert.deepEqual(sink.mails[0]?.to, [
		'kim@example.test',
		'chef@example.test',
		'still@example.test',
	]);
	assert.ok(!(sink.mails[0]?.raw ?? '').includes('still@'));
});

test('a forward takes the files of the mail along', async () => {
	const text =
		'From: a@example.test\r\nTo: support@example.test\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHallo\r\n--b\r\nContent-Type: text/csv; name=liste.csv\r\nContent-Disposition: attachment; filename=liste.csv\r\n\r\n1;2\r\n--b--\r\n';
	const number = await received(text);
	const attachments = must(await anna.ticket(number)).messages[0]?.attachments ?? [];
	const mail = await arrived(number, {kind: 'forward', attachments});
	assert.deepEqual(
		mail.attachments.map(({name}) => name),
		['liste.csv'],
	);
});

test('files that are too large together are refused, the original counted in', async () => {
	must(await room.parts.store.changeDesk(desk => ok({...desk, maxMailBytes: 100_000})));
	const number = await received(letter('gross', {text: 'x'.repeat(60_000)}));
	const file = must(await anna.upload('b.bin', Buffer.alloc(60_000)));
	const [message] = must(await anna.ticket(number)).messages;
	const draft = aDraft({account: 'a', answers: message?.id ?? null, attachments: [file]});
	const send = (part: Partial<Draft>) =>
		anna.send({id: 'x', number, draft: {...draft, ...part}, status: null, force: false});
	const refused = await send({original: 'eml'});
	assert.ok(!refused.ok && refused.problem.name === 'mail-too-large');
	must(await send({}));
});
