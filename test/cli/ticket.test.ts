import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openRoom, type Room, roomOfFile} from '../program/room.ts';
import {rawMail, receiveOne} from './raw-mail.ts';

const shared = roomOfFile('en');

type Shown = Readonly<Record<string, unknown>> & {
	readonly messages: readonly Readonly<Record<string, unknown>>[];
	readonly history: readonly Readonly<Record<string, unknown>>[];
};

const shown = async (room: Room, number: string): Promise<Shown> =>
	(await room.json(['show', number])) as Shown;

test('show --json has the stable shape', async () => {
	const room = shared();
	const number = await receiveOne(room, 'shape');
	const ticket = await shown(room, number);
	assert.equal(ticket['number'], number);
	assert.equal(ticket['subject'], 'Printer on fire');
	assert.equal(ticket['status'], 'new');
	assert.deepEqual(ticket['requester'], {name: 'Kim Example', address: 'kim@example.test'});
	assert.deepEqual(ticket['flags'], {prio: false, personal: false, private: false});
	for (const key of ['queue', 'project', 'assignee']) assert.equal(ticket[key], null);
	for (const key of ['tags', 'links', 'comments']) assert.deepEqual(ticket[key], []);
	const [message] = ticket.messages;
	assert.equal(message?.['direction'], 'in');
	assert.equal(message?.['state'], 'received');
	assert.equal(message?.['date'], '2026-11-23T09:00:00.000Z');
	assert.equal(message?.['messageId'], '<shape@example.test>');
	assert.equal(message?.['text'], 'Hello, this is mail shape.');
	assert.equal(message?.['automatic'], false);
	assert.equal(message?.['bounce'], null);
	const keys = 'id from to cc replyTo inReplyTo references replyText hasHtml attachments';
	for (const key of keys.split(' ')) assert.ok(Object.hasOwn(message ?? {}, key), key);
	assert.deepEqual(Object.keys(ticket.history[0] ?? {}), ['at', 'by', 'what', 'from', 'to']);
});

test('show --raw writes the mail byte by byte, and text stands on standard output without colours', async () => {
	const room = shared();
	const number = await receiveOne(room, 'raw');
	assert.equal((await room.raute(['show', number, '--raw', '1'])).out, rawMail('raw'));
	assert.equal((await room.raute(['show', number, '--raw', '2'])).code, 1);
	assert.equal((await room.raute(['show', number, '--raw', '0'])).code, 2);
	const {out} = await room.raute(['show', number]);
	assert.ok(out.includes(`#${number}  Printer on fire`));
	assert.ok(!out.includes('\u001B'));
	assert.equal((await room.raute(['show', '12'])).code, 1);
	const short = `${number.slice(4, 8)}-${number.slice(8)}`;
	assert.ok((await room.raute(['show', short])).out.includes(`#${number}  Printer on fire`));
	assert.equal((await room.raute(['set', short, '--tag', 'kurz'])).code, 0);
	const {err} = await room.raute(['set', short, '--snooze', 'monday 9']);
	assert.match(err, /snoozed until Mon, \d\d\/\d\d\/\d{4}, 09:00/u);
	const gone = await room.raute(['set', '12', '--snooze', 'monday 9']);
	assert.equal(gone.code, 1);
	assert.doesNotMatch(gone.err, /snoozed/u, 'nothing was');
	assert.equal((await room.raute(['show'])).code, 2);
});

test('set changes every field it is asked for, in one call', async () => {
	const room = shared();
	const number = await receiveOne(room, 'set');
	await room.raute(['queue', 'add', 'IT']);
	await room.raute(['project', 'add', 'SHOP']);
	const flags = ['--status', 'clarify', '--queue', 'it', '--project', 'shop', '--assign', 'me'];
	const more = [
		'--prio',
		'on',
		'--private',
		'on',
		'--tag',
		'+red,blue',
		'--snooze',
		'nächsten Montag um 14 Uhr',
	];
	assert.equal((await room.raute(['set', number, ...flags, ...more])).code, 0);
	const ticket = await shown(room, number);
	assert.equal(ticket['status'], 'clarify');
	assert.equal(ticket['queue'], 'IT');
	assert.equal(ticket['project'], 'SHOP');
	assert.deepEqual(ticket['flags'], {prio: true, personal: false, private: true});
	assert.deepEqual(ticket['tags'], ['Prio', 'red', 'blue']);
	assert.ok(String(ticket['snoozedUntil']) > new Date().toISOString());
	await room.raute(['set', number, '--queue', 'none', '--tag=-red', '--snooze', 'off']);
	const after = await shown(room, number);
	assert.equal(after['queue'], null);
	assert.deepEqual(after['tags'], ['Prio', 'blue']);
	assert.equal(after['snoozedUntil'], null);
});

test('a wrong value of set changes nothing; a missing ticket does not stop the others', async () => {
	const room = shared();
	const number = await receiveOne(room, 'wrong');
	const before = await shown(room, number);
	const wrong: readonly [readonly string[], number][] = [
		[['--queue', 'Nope', '--prio', 'on'], 1],
		[['--assign', 'nobody-here', '--prio', 'on'], 1],
		[['--prio', 'maybe'], 2],
		[['--status', 'strange', '--prio', 'on'], 2],
		[['--snooze', '2020-01-01', '--prio', 'on'], 2],
		[[], 2],
	];
	for (const [flags, code] of wrong)
		assert.equal((await room.raute(['set', number, ...flags])).code, code, flags.join(' '));
	assert.deepEqual(await shown(room, number), before);
	const mixed = await room.raute(['set', '202001010001', number, '--prio', 'on']);
	assert.equal(mixed.code, 1);
	assert.ok(mixed.err.includes('202001010001'));
	assert.deepEqual((await shown(room, number))['tags'], ['Prio']);
});

test('comment takes standard input, also under the name note; an empty one is refused', async () => {
	const room = shared();
	const number = await receiveOne(room, 'note');
	assert.equal((await room.raute(['comment', number], 'Called her.\n')).code, 0);
	assert.equal((await room.raute(['note', number], 'Again.\n')).code, 0);
	assert.equal((await room.raute(['comment', number], '\n')).code, 65);
	assert.equal((await room.raute(['comment', '202001010001'], 'x')).code, 1);
	const comments = (await shown(room, number))['comments'] as readonly {readonly text: string}[];
	assert.deepEqual(
		comments.map(comment => comment.text),
		['Called her.', 'Again.'],
	);
});

test('list and search find tickets, as rows with tabs or as JSON', async t => {
	const room = await openRoom(t, 'en');
	const number = await receiveOne(room, 'a');
	const other = await receiveOne(room, 'b', {subject: 'Cable lost'});
	await room.raute(['set', other, '--status', 'completed']);
	const rows = (await room.raute(['list'])).out.trim().split('\n');
	assert.deepEqual(
		rows.map(row => row.split('\t')[0]),
		[number],
	);
	const numbers = async (args: readonly string[]) =>
		((await room.json(args)) as readonly {readonly number: string}[]).map(row => row.number);
	assert.deepEqual(await numbers(['list', '--status', 'completed']), [other]);
	assert.deepEqual((await numbers(['list', '--status', 'new,completed'])).sort(), [number, other]);
	assert.deepEqual(await numbers(['list', '--query', 'printer']), [number]);
	assert.deepEqual(await numbers(['list', '--mine']), []);
	assert.deepEqual(await numbers(['search', 'cable']), [other]);
	assert.equal((await room.raute(['list', '--status', 'strange'])).code, 2);
	assert.equal((await room.raute(['search'])).code, 2);
});

test('a ticket that a colleague has is not claimed, one that nobody has is opened by it', async () => {
	const room = shared();
	const {raute, json} = room;
	await raute(['agent', 'add', 'anna']);
	const number = await receiveOne(room, 'one');
	assert.equal((await raute(['set', number, '--claim', '--login', 'anna'])).code, 0);
	const late = await raute(['set', number, '--claim']);
	assert.equal(late.code, 1, late.out);
	const {status, assignee} = (await json(['show', number])) as Record<string, unknown>;
	assert.deepEqual([status, assignee], ['open', 'anna']);
});

const withFile = (id: string): string =>
	[
		'From: Kim Example <kim@example.test>',
		'To: support@desk.test',
		'Subject: With a file',
		`Message-ID: <${id}@example.test>`,
		'MIME-Version: 1.0',
		'Content-Type: multipart/mixed; boundary=x',
		'',
		'--x',
		'Content-Type: text/plain',
		'',
		'See the file.',
		'--x',
		'Content-Type: text/csv; name=list.csv',
		'Content-Disposition: attachment; filename=list.csv',
		'Content-Transfer-Encoding: base64',
		'',
		Buffer.from('a;b\n1;2\n').toString('base64'),
		'--x--',
		'',
	].join('\r\n');

test('a file of a mail is taken out by its place, which the text names', async () => {
	const room = shared();
	const number = (await room.raute(['receive'], withFile('f'))).out.trim().split(' ')[1] ?? '';
	assert.match((await room.raute(['show', number])).out, /1\.1 list\.csv/u);
	assert.equal((await room.raute(['show', number, '--attachment', '1.1'])).out, 'a;b\n1;2\n');
	assert.equal((await room.raute(['show', number, '--attachment', '1.2'])).code, 1);
	assert.equal((await room.raute(['show', number, '--attachment', '2.1'])).code, 1);
	assert.equal((await room.raute(['show', number, '--attachment', 'x'])).code, 2);
});

test('the requester changes, tickets close, and go for good only when that is meant', async () => {
	const room = shared();
	const number = await receiveOne(room, 'gone');
	await room.raute(['set', number, '--requester', 'Lee <lee@example.test>']);
	assert.deepEqual((await shown(room, number))['requester'], {
		name: 'Lee',
		address: 'lee@example.test',
	});
	assert.equal((await room.raute(['close', number])).code, 0);
	assert.equal((await shown(room, number))['status'], 'completed');
	await room.raute(['agent', 'add', 'anna', '--name', 'Anna Weber']);
	const refused = await room.raute(['delete', number, '--yes', '--login', 'anna']);
	assert.equal(refused.code, 77);
	const asked = await room.raute(['delete', number]);
	assert.match(asked.err, /--yes/u);
	assert.equal((await shown(room, number))['number'], number);
	const gone = await room.raute(['delete', number, '--yes']);
	assert.match(gone.err, /1 ticket deleted for good/u);
	assert.equal((await room.raute(['show', number])).code, 1);
});

test('a tag is taken away by its name with a dash, alone and beside others', async () => {
	const room = shared();
	const number = await receiveOne(room, 'tag');
	await room.mustRaute(['set', number, '--tag', 'old,other', '--prio', 'on']);
	await room.mustRaute(['set', number, '--tag', '-Prio']);
	await room.mustRaute(['set', number, '--tag', '-old', '--tag', '+new']);
	const ticket = await shown(room, number);
	assert.deepEqual(ticket['tags'], ['other', 'new']);
	assert.deepEqual(ticket['flags'], {prio: false, personal: false, private: false});
	assert.match((await room.raute(['set', number, '-x'])).err, /-x/u);
});
