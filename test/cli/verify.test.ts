import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {openRoom} from '../program/room.ts';
import {receiveOne} from './raw-mail.ts';

const letter = (name: string): Promise<Buffer> =>
	readFile(new URL(`../mail/letter/${name}.eml`, import.meta.url));

test('verify says of a plain mail that it is neither signed nor encrypted', async t => {
	const room = await openRoom(t, 'en');
	const number = await receiveOne(room, 'a');
	const plain = await room.raute(['verify', number]);
	assert.deepEqual([plain.code, plain.out], [0, 'The mail is neither signed nor encrypted.\n']);
	assert.equal(await room.json(['verify', number]), null);
	assert.notEqual((await room.raute(['verify', number, '7'])).code, 0);
	assert.equal((await room.raute(['verify'])).code, 2);
});

test('verify checks the last signed mail of a ticket, or says what is missing', async t => {
	const room = await openRoom(t, 'en');
	const received = await room.raute(['receive'], await letter('signed-smime-detached'));
	const number = received.out.trim().split(' ')[1] ?? '';
	const shown = (await room.json(['show', number])) as {
		readonly messages: ReadonlyArray<{readonly notes: readonly string[]}>;
	};
	assert.deepEqual(shown.messages[0]?.notes, ['note.signed-smime']);
	const seal = (await room.json(['verify', number])) as {readonly state: string};
	assert.match(seal.state, /^(?:untrusted|tool-missing)$/u);
});
