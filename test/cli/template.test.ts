import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Template} from '../../source/domain/desk-document.ts';
import {openRoom, type Room, roomOfFile} from '../program/room.ts';
import {receiveOne} from './raw-mail.ts';

const shared = roomOfFile('en');

const templates = async ({json}: Room): Promise<readonly Template[]> =>
	(await json(['template', 'list'])) as readonly Template[];

const openDesk = async () => {
	const room = shared();
	const smtp = ['--smtp-host', '127.0.0.1', '--smtp-port', '1', '--smtp-tls', 'none'];
	const flags = ['--address', 'support@desk.test', '--enabled', 'off', '--password-none', ...smtp];
	assert.equal((await room.raute(['account', 'add', 'support', ...flags])).code, 0);
	return {room, number: await receiveOne(room, 'a')};
};

const lastText = async ({json}: Room, number: string): Promise<string> => {
	const {messages} = (await json(['show', number])) as {
		readonly messages: readonly {readonly text: string}[];
	};
	return messages.at(-1)?.text ?? '';
};

test('a fresh desk has 24 templates, and does not get removed ones back', async t => {
	const room = await openRoom(t, 'en');
	const all = await templates(room);
	assert.equal(all.length, 24);
	assert.deepEqual([...new Set(all.map(one => one.language))].sort(), ['de', 'en']);
	assert.ok(all.every(one => one.title !== '' && one.category !== '' && one.text.includes('{')));
	const quoted = all.find(one => one.id === 'de-abschluss');
	assert.equal(quoted?.title, 'Erledigt, Rückmeldung offen');
	const removed = await room.raute(['template', 'remove', ...all.map(one => one.id)]);
	assert.equal(removed.code, 0, removed.err);
	await room.raute(['stop']);
	assert.deepEqual(await templates(room), []);
});

test('a template is added from standard input, shown, changed and removed', async () => {
	const room = shared();
	const {raute, json} = room;
	await raute(['project', 'add', 'SHOP']);
	const flags = ['--title', 'Rückruf', '--category', 'Telefon/Inland', '--project', 'SHOP'];
	const text = '{ANREDE},\n\nwir rufen an. {FIRMA}\n';
	const added = await raute(['template', 'add', 'rueckruf', '--language', 'de', ...flags], text);
	assert.equal(added.code, 0, added.err);
	assert.match(added.err, /\{FIRMA\}/u);
	assert.equal((await raute(['template', 'show', 'Rückruf'])).out, text);
	const doctor = (await raute(['doctor'])).out;
	assert.match(doctor, /!! {2}The template rueckruf has unknown variables: \{FIRMA\}\./u);
	const change = ['--active', 'off', '--order', '5', '--project', 'none', '--text', '{NAME}!'];
	assert.equal((await raute(['template', 'set', 'rueckruf', ...change])).code, 0);
	assert.deepEqual(await json(['template', 'show', 'rueckruf']), {
		id: 'rueckruf',
		title: 'Rückruf',
		category: 'Telefon/Inland',
		language: 'de',
		project: null,
		text: '{NAME}!',
		order: 5,
		active: false,
	});
	assert.equal((await raute(['template', 'remove', 'rueckruf'])).code, 0);
	assert.equal((await raute(['template', 'show', 'rueckruf'])).code, 2);
	assert.equal((await raute(['template', 'add', 'x', '--category', 'a/b/c'], 'x')).code, 2);
});

test('a reply with a template is filled; what no variable fills stops it', async () => {
	const {room, number} = await openDesk();
	const {raute} = room;
	const sent = await raute(
		['reply', number, '--template', 'en-done', '--no-original'],
		'PS: thanks',
	);
	assert.equal(sent.code, 0, sent.err);
	const text = await lastText(room, number);
	assert.match(text, /^Hello Kim Example,\n/u);
	assert.ok(text.includes(`#${number}`), text);
	assert.match(text, /Kind regards\n.+\n\nPS: thanks$/u);
	await raute(['template', 'add', 'open', '--language', 'en'], 'Dear {KUNDE},');
	const refused = await raute(['reply', number, '--template', 'open']);
	assert.equal(refused.code, 1);
	assert.match(refused.err, /KUNDE/u);
	const typed = await raute(['reply', number], 'Dear {NAME},');
	assert.equal(typed.code, 1);
	const none = await raute(['reply', number, '--template', 'nowhere']);
	assert.equal(none.code, 1);
	assert.match(none.err, /nowhere/u);
});

test('silenced addresses are none on a fresh desk, and the command says what it wants', async () => {
	const {raute, json} = shared();
	assert.deepEqual(await json(['silenced']), []);
	assert.equal((await raute(['silenced', 'remove'])).code, 2);
	assert.equal((await raute(['silenced', 'remove', 'a@b.test'])).code, 2);
});
