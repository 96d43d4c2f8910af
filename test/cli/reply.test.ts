import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {openRoom, type Room} from '../program/room.ts';
import {startSmtpSink} from '../server/smtp.ts';
import {until} from '../until.ts';
import {receiveOne} from './raw-mail.ts';

type Message = Readonly<Record<string, unknown>>;

/** A desk with an account that sends to a port where nobody listens, and one ticket. */
const openDesk = async (t: TestContext): Promise<{room: Room; number: string}> => {
	const room = await openRoom(t, 'en');
	const sink = await startSmtpSink();
	await sink.close();
	const smtp = ['--smtp-host', '127.0.0.1', '--smtp-port', String(sink.port), '--smtp-tls', 'none'];
	const flags = ['--address', 'support@desk.test', '--enabled', 'off', '--password-none', ...smtp];
	await room.raute(['account', 'add', 'support', ...flags]);
	return {room, number: await receiveOne(room, 'a')};
};

const lastMessage = async ({json}: Room, number: string): Promise<Message | undefined> =>
	((await json(['show', number])) as {readonly messages: readonly Message[]}).messages.at(-1);

test('a reply is queued with its original, files and status, and can be taken back', async t => {
	const {room, number} = await openDesk(t);
	const file = join(room.folder, 'plan.txt');
	await writeFile(file, 'the plan');
	const flags = ['--cc', '"Weber, Anna" <anna@w.test>', '--attach', file, '--status', 'completed'];
	const sent = await room.raute(['reply', number, ...flags], 'Please press the button.\n');
	assert.equal(sent.code, 0, sent.err);
	const message = await lastMessage(room, number);
	assert.equal(message?.['id'], sent.out.trim());
	assert.deepEqual(message?.['cc'], [{name: 'Weber, Anna', address: 'anna@w.test'}]);
	assert.match(
		String(message?.['text']),
		/^Please press the button\.\n[\s\S]*> Hello, this is mail a\./u,
	);
	assert.match(String(message?.['subject']), new RegExp(`#${number}`, 'u'));
	const attached = message?.['attachments'] as readonly {readonly name: string}[] | undefined;
	assert.equal(attached?.[0]?.name, 'plan.txt');
	const cancelled = await room.raute(['outbox', 'cancel', number]);
	assert.equal(cancelled.code, 0, cancelled.err);
	assert.deepEqual(await room.json(['outbox']), []);
	assert.equal((await lastMessage(room, number))?.['direction'], 'in');
});

test('--no-original and --to are obeyed', async t => {
	const {room, number} = await openDesk(t);
	await room.raute(['reply', number, '--no-original', '--to', 'other@x.test'], 'Short.');
	const message = await lastMessage(room, number);
	assert.equal(message?.['text'], 'Short.');
	assert.deepEqual(message?.['to'], [{name: '', address: 'other@x.test'}]);
	const [item] = (await room.json(['outbox'])) as readonly {readonly message: string}[];
	assert.equal(item?.message, message?.['id']);
	assert.equal((await room.raute(['outbox', 'retry', number, 'nope'])).code, 1);
	assert.equal((await room.raute(['outbox', 'strange'])).code, 2);
});

test('a mail that does not get out says why and what to do, in the outbox and in its ticket', async t => {
	const {room, number} = await openDesk(t);
	await room.raute(['reply', number], 'Soon.');
	await room.raute(['outbox', 'retry', number]);
	const tried = async () => {
		const [item] = (await room.json(['outbox'])) as readonly {readonly error: string | null}[];
		return item?.error != null;
	};
	await until(tried);
	const listed = await room.raute(['outbox']);
	assert.match(listed.out, /ECONNREFUSED/u);
	assert.match(listed.err, new RegExp(`raute outbox retry ${number}. sends now`, 'u'));
	const {out} = await room.raute(['show', number]);
	assert.match(out, /Error: .*ECONNREFUSED/u);
	assert.match(out, /What helps: .*`raute outbox cancel \d{12}`/u);
});

test('a wrong reply sends nothing', async t => {
	const {room, number} = await openDesk(t);
	const wrong: readonly [readonly string[], string, number][] = [
		[[number, '--to', 'no-address'], 'text', 2],
		[[number, '--attach', join(room.folder, 'gone')], 'text', 1],
		[[number, '--status', 'strange'], 'text', 2],
		[[number, '--from', 'nobody'], 'text', 1],
		[[number], ' \n', 65],
		[['202001010001'], 'text', 1],
		[[], 'text', 2],
	];
	for (const [args, text, code] of wrong)
		assert.equal((await room.raute(['reply', ...args], text)).code, code, args.join(' '));
	assert.equal((await lastMessage(room, number))?.['direction'], 'in');
});
