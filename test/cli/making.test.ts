import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {openRoom, type Room, roomOfFile} from '../program/room.ts';
import {rawMail, receiveOne} from './raw-mail.ts';

type Shown = {
	readonly number: string;
	readonly subject: string;
	readonly status: string;
	readonly queue: string | null;
	readonly requester: {readonly name: string; readonly address: string};
	readonly links: ReadonlyArray<{readonly kind: string; readonly number: string}>;
	readonly messages: ReadonlyArray<{
		readonly id: string;
		readonly direction: string;
		readonly text: string;
		readonly attachments: ReadonlyArray<{readonly name: string; readonly type: string}>;
	}>;
};

const show = async ({json}: Room, number: string): Promise<Shown> =>
	(await json(['show', number])) as Shown;

const addAccount = async ({raute}: Room): Promise<void> => {
	const smtp = ['--smtp-host', '127.0.0.1', '--smtp-port', '9', '--smtp-tls', 'none'];
	const flags = ['--address', 'support@desk.test', '--enabled', 'off', '--password-none', ...smtp];
	const added = await raute(['account', 'add', 'support', ...flags]);
	assert.equal(added.code, 0, added.err);
};

const shared = roomOfFile('en', addAccount);

/** Hands in a mail of somebody else than `receiveOne` does. */
const receiveFrom = async ({raute}: Room, id: string, from: string): Promise<string> => {
	const raw = rawMail(id).replace('Kim Example <kim@example.test>', from);
	const taken = await raute(['receive', '--json'], raw);
	return (JSON.parse(taken.out) as {number: string}).number;
};

test('a new ticket is a mail of ours, or what came by phone', async () => {
	const room = shared();
	await room.raute(['queue', 'add', 'Verkauf', '--name', 'Verkauf']);
	const mail = ['new', '--to', 'lager@x.test', '--subject', 'Bestand', '--queue', 'verkauf'];
	const made = await room.raute([...mail, '--json'], 'Wie viele?\n');
	assert.equal(made.code, 0, made.err);
	const {number, message} = JSON.parse(made.out) as {number: string; message: string};
	const ticket = await show(room, number);
	assert.deepEqual(
		[ticket.subject, ticket.status, ticket.queue, ticket.requester.address],
		['Bestand', 'waiting_customer', 'Verkauf', 'lager@x.test'],
	);
	assert.equal(ticket.messages[0]?.id, message);
	const phone = [
		'new',
		'--channel',
		'phone',
		'--requester',
		'Jo <jo@x.test>',
		'--subject',
		'Rückruf',
	];
	const noted = await room.raute(phone, 'Bitte anrufen.');
	assert.equal(noted.code, 0, noted.err);
	const call = await show(room, noted.out.trim());
	assert.deepEqual(
		[call.status, call.requester, call.messages[0]?.direction, call.messages[0]?.text],
		['new', {name: 'Jo', address: 'jo@x.test'}, 'in', 'Bitte anrufen.'],
	);
	const wrong: ReadonlyArray<readonly [readonly string[], string, number]> = [
		[['--subject', 'x'], 'text', 2],
		[['--to', 'a@x.test'], 'text', 2],
		[['--to', 'a@x.test', '--subject', 'x', '--channel', 'pigeon'], 'text', 2],
		[['--to', 'a@x.test', '--subject', 'x', '--queue', 'nowhere'], 'text', 1],
		[['--to', 'a@x.test', '--subject', 'x'], '', 65],
	];
	for (const [args, text, code] of wrong)
		assert.equal((await room.raute(['new', ...args], text)).code, code, args.join(' '));
});

test('tickets are merged, taken apart, split, linked and unlinked', async () => {
	const room = shared();
	const [one, two] = [await receiveOne(room, 'a'), await receiveOne(room, 'b')];
	const texts = async (number: string) => (await show(room, number)).messages.length;
	assert.equal((await room.raute(['merge', one, two])).code, 0);
	assert.deepEqual([await texts(one), await texts(two)], [2, 0]);
	assert.equal((await room.raute(['unmerge', two])).code, 0);
	assert.deepEqual([await texts(one), await texts(two)], [1, 1]);
	assert.equal((await room.raute(['unmerge', two])).code, 1);
	await room.raute(['merge', one, two]);
	const split = await room.raute(['split', one, '--message', '2']);
	assert.equal(split.code, 0, split.err);
	const fresh = split.out.trim();
	assert.deepEqual([await texts(one), await texts(fresh)], [1, 1]);
	assert.equal((await room.raute(['unlink', one, fresh])).code, 0);
	assert.deepEqual((await show(room, fresh)).links, []);
	assert.equal((await room.raute(['link', one, fresh])).code, 0);
	assert.equal((await show(room, fresh)).links[0]?.number, one);
	assert.equal((await room.raute(['merge', one])).code, 2);
	assert.equal((await room.raute(['merge', one, 'x'])).code, 1);
	assert.equal((await room.raute(['split', one])).code, 2);
	assert.equal((await room.raute(['split', one, '--message', '7'])).code, 1);
	const all = await room.raute(['split', one, '--message', '1']);
	assert.match(all.err, /would leave no mail in the ticket.*at least one/u);
});

test('--original-eml puts the mail that is answered into a file instead of a quote', async () => {
	const room = shared();
	const number = await receiveOne(room, 'eml');
	const sent = await room.raute(['reply', number, '--original-eml'], 'See the file.');
	assert.equal(sent.code, 0, sent.err);
	const message = (await show(room, number)).messages.at(-1);
	assert.equal(message?.text, 'See the file.');
	assert.deepEqual(
		message?.attachments.map(({name, type}) => [name, type]),
		[['Printer on fire.eml', 'message/rfc822']],
	);
});

/** Two people: one writes alone, once also together with the other. */
const twoPeople = async () => {
	const room = shared();
	const alone = await receiveFrom(room, 'zoe', 'Zoe <zoe@gone.test>');
	const other = await receiveFrom(room, 'kim', 'Kim <kim@stays.test>');
	return {room, alone, other};
};

test('the data of an address are exported whole, and erased after they were shown', async () => {
	const {room, alone, other} = await twoPeople();
	const folder = join(room.folder, 'export');
	const exported = await room.raute(['export', '--address', 'zoe@gone.test', folder]);
	assert.equal(exported.code, 0, exported.err);
	assert.deepEqual(await readdir(folder), [alone]);
	assert.deepEqual((await readdir(join(folder, alone))).sort(), ['1-in.eml', 'ticket.json']);
	const raw = await readFile(join(folder, alone, '1-in.eml'), 'utf8');
	assert.ok(raw.startsWith('From: Zoe <zoe@gone.test>'));
	assert.equal((await room.raute(['export', '--address', 'zoe@gone.test', folder])).code, 1);
	const dry = await room.raute(['erase', '--address', 'zoe@gone.test']);
	assert.equal(dry.code, 0);
	assert.ok(dry.err.includes(alone) && dry.err.includes('--yes'));
	await show(room, alone);
	const erased = await room.raute(['erase', '--address', 'zoe@gone.test', '--yes', '--json']);
	assert.equal(erased.code, 0, erased.err);
	assert.deepEqual((JSON.parse(erased.out) as {tickets: string[]}).tickets, [alone]);
	assert.equal((await room.raute(['show', alone])).code, 1);
	await show(room, other);
	const desk = await readFile(join(room.folder, 'data', 'desk.json'), 'utf8');
	assert.ok(desk.includes('"erase"') && !desk.includes('zoe'));
	assert.equal((await room.raute(['erase'])).code, 2);
});

test('figures come as a table, as CSV and as JSON', async t => {
	const room = await openRoom(t, 'en');
	const number = await receiveOne(room, 'a');
	await room.raute(['set', number, '--status', 'completed']);
	await receiveOne(room, 'b');
	const csv = await room.raute(['report', '--csv']);
	assert.equal(csv.code, 0, csv.err);
	const lines = csv.out.trimEnd().split('\n');
	assert.equal(lines[0], 'what,name,value');
	for (const line of ['tickets,,2', 'status,completed,1', 'status,new,1', 'queue,,2'])
		assert.ok(lines.includes(line), line);
	const figures = (await room.json(['report', '--since', '2026-01-01'])) as {created: number};
	assert.equal(figures.created, 2);
	assert.ok((await room.raute(['report'])).out.includes('Completed\t1'));
	assert.equal((await room.raute(['report', '--since', 'lately'])).code, 2);
});
