import assert from 'node:assert/strict';
import {once} from 'node:events';
import {test} from 'node:test';
import {openRoom, type Room} from '../program/room.ts';
import {until} from '../until.ts';
import {rawMail} from './raw-mail.ts';

/** What raute says to these lines; the input ends with the last one. */
const said = async (room: Room, ...lines: readonly string[]): Promise<string> => {
	const {code, out, err} = await room.process(['--plain'], `${lines.join('\n')}\n`);
	assert.equal(code, 0, err);
	return out;
};

test('what is cut off in the middle of a text is no comment and no mail, but a draft', async t => {
	const room = await openRoom(t, 'en');
	const flags = ['--address', 'support@desk.test', '--enabled', 'off', '--password-none'];
	const smtp = ['--smtp-host', '127.0.0.1', '--smtp-port', '9', '--smtp-tls', 'none'];
	await room.mustRaute(['account', 'add', 'support', ...flags, ...smtp]);
	const [number = ''] = await room.receive([rawMail('a')]);
	await said(room, number, ':comment .', 'Half a comm');
	await said(room, number, ':reply .', 'Half an ans');
	const out = await said(room, number, 'c', 'First line.', 'Half a li');
	assert.match(out, /kept as a draft/u);
	const before = await room.show(number);
	assert.deepEqual([before.comments.length, before.messages.length], [0, 1]);
	const shown = await said(room, number, 'c', 'y', 'Last line.', '.');
	assert.match(shown, /A draft of .* lies here, c goes on writing\./u);
	const {comments} = await room.show(number);
	assert.deepEqual(
		comments.map(({text}) => text),
		['First line.\nHalf a li\nLast line.'],
	);
	assert.doesNotMatch(await said(room, number), /A draft of/u);
});

test('a program that is killed while a text is typed leaves it as a draft', async t => {
	const room = await openRoom(t, 'en');
	const [number = ''] = await room.receive([rawMail('a')]);
	const talk = room.spawn(['--plain']);
	talk.stdin.write(`${number}\nc\nThe first line.\nThe second line.\n`);
	const isKept = async () => {
		const rows = await room.list('--query', 'is:draft');
		return rows.length === 1;
	};
	await until(isKept);
	talk.kill('SIGKILL');
	await once(talk, 'close');
	const out = await said(room, number, 'c', 'n');
	assert.match(out, /A draft of .* lies here/u);
	assert.match(await said(room, number, 'c', 'y', '.'), /Internal comment saved/u);
	assert.match((await room.show(number)).comments[0]?.text ?? '', /^The first line\./u);
});

test('a line that the terminal has cut is said to lack its end', async t => {
	const room = await openRoom(t, 'en');
	const [number = ''] = await room.receive([rawMail('a')]);
	const screen = room.screen(80, 24, ['--plain']);
	await screen.waitFor('list:');
	screen.type(`${number}\r`);
	await screen.waitFor(`ticket ${number}:`);
	screen.type('c\r');
	await screen.waitFor('Write the text.');
	screen.type(`${'x'.repeat(5000)}\r`);
	await screen.waitFor('Attention: a terminal takes');
});
