import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createImporter} from '../../../source/desk/import/import-loop.ts';
import {createReceiver} from '../../../source/desk/receive/receive.ts';
import {must} from '../../result.ts';
import {type Answer, type Asked, rowOf, startPretendImap} from '../../server/pretend-imap.ts';
import {testAccount} from '../../server/test-account.ts';
import {letter, openMailRoom} from '../mail-room.ts';

const sound = (asked: Asked): Answer => ({row: rowOf(asked)});
const empty = Buffer.alloc(0);

/** What two passes with deletion on the server leave there, make here, and say. */
const imported = async (
	mails: readonly string[],
	answer: (asked: Asked) => Answer | readonly Answer[],
) => {
	const imap = await startPretendImap(mails, answer);
	const room = await openMailRoom();
	const importer = createImporter(room.parts, createReceiver(room.parts), () => undefined);
	try {
		const account = {id: 'a', tls: 'none', imapPort: imap.port, deleteOnServer: true} as const;
		await room.setAccount(testAccount(account));
		const [first] = must(await importer.now('a'));
		await importer.now('a');
		const texts = (await room.tickets()).map(ticket => {
			const [message] = ticket.messages;
			return `${ticket.subject} ${message?.text.length}`;
		});
		return {there: imap.there(), texts, problem: first?.problem?.text ?? null};
	} finally {
		await importer.stop();
		await room.close();
		await imap.stop();
	}
};

const text = (bytes: number): string => `${'x'.repeat(70)}\r\n`.repeat(bytes / 72);
const short = letter('short', {text: text(7200)});
const long = letter('long', {text: text(720_000)});
const whole = ['short 7099', 'long 709999'];

test('a server that gives shorter pieces than asked for loses no part of a mail', async () => {
	const answer = (asked: Asked): Answer => {
		const {part} = asked;
		const end = (part?.start ?? 0) + Math.min(part?.length ?? 0, 100_000);
		const isShort = asked.whole.length < 100_000;
		const body = asked.whole.subarray(part?.start, isShort ? Math.min(end, 3000) : end);
		const rest = isShort && part && part.start >= 3000 ? asked.whole.subarray(part.start) : body;
		return {row: rowOf(asked, part ? {body: rest} : {})};
	};
	assert.deepEqual(await imported([short, long], answer), {
		there: [],
		texts: whole,
		problem: null,
	});
});

test('a server that ends a mail at the end of the first piece is asked for it in one', async () => {
	const answer = (asked: Asked): Answer =>
		asked.part && asked.part.start > 0 ? {row: rowOf(asked, {body: empty})} : sound(asked);
	assert.deepEqual(await imported([short, long], answer), {there: [], texts: whole, problem: null});
});

test('nothing where the end should be is no end', async () => {
	const answer = (asked: Asked): Answer => {
		const isBehind = asked.part !== null && asked.part.start >= asked.whole.length;
		const size = asked.whole.length + 7;
		return {row: rowOf(asked, isBehind ? {size, body: 'NIL'} : {size})};
	};
	assert.deepEqual(await imported([short, long], answer), {there: [], texts: whole, problem: null});
});

for (const size of [undefined, null] as const) {
	const said = size === null ? 'and no size' : 'though it has a size';
	test(`an empty mail, ${said}, stays on the server and is told`, async () => {
		const answer = (asked: Asked): Answer =>
			asked.uid === 1
				? {row: rowOf(asked, {body: empty, ...(size === null && {size})})}
				: sound(asked);
		assert.deepEqual(await imported([short, long], answer), {
			there: [1],
			texts: whole.slice(1),
			problem: 'FETCH 1',
		});
	});
}

for (const [from, name] of [
	[0, 'a mail'],
	[1, 'the rest of a mail'],
] as const) {
	test(`a server that refuses ${name} holds up no other mail`, async () => {
		const answer = (asked: Asked): Answer =>
			asked.uid === 2 && asked.part && asked.part.start >= from
				? {no: 'cannot be converted'}
				: sound(asked);
		const other = letter('other', {text: text(7200)});
		assert.deepEqual(await imported([short, long, other], answer), {
			there: [2],
			texts: ['short 7099', 'other 7099'],
			problem: 'FETCH 2',
		});
	});
}

test('rows twice, and of other clients in between, make no mail twice', async () => {
	const answer = (asked: Asked): readonly Answer[] => [
		{row: '* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n'},
		{row: '* 1 FETCH (FLAGS (\\Seen))\r\n'},
		sound(asked),
		sound(asked),
	];
	assert.deepEqual(await imported([short, long], answer), {there: [], texts: whole, problem: null});
});

test('a connection lost inside a mail leaves it for the next pass', async () => {
	let isLost = false;
	const answer = (asked: Asked): Answer => {
		if (asked.uid === 1 || isLost) return sound(asked);
		isLost = true;
		return {hangUp: rowOf(asked).subarray(0, 100_000)};
	};
	const {there, texts} = await imported([short, long], answer);
	assert.deepEqual({there, texts}, {there: [], texts: whole});
});
