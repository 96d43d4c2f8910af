import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {openDesk} from '../../../source/desk/open-desk.ts';
import {newDeskDocument} from '../../../source/domain/desk-document.ts';
import {ok} from '../../../source/domain/result.ts';
import type {Ticket} from '../../../source/domain/ticket.ts';
import {aMessage, anAccount, anAgent, person} from '../../domain/sample.ts';
import {must} from '../../result.ts';
import {openEmptyFolder} from '../../store/folder.ts';
import {fixedClock} from '../../store/sample.ts';
import {partsOver} from '../change/move-room.ts';
import {letter} from '../mail-room.ts';
import {addAccount, openParts, putTicket} from '../room.ts';

/** Files of the folder whose bytes hold the text, whatever their format. */
const filesWith = (folder: string, text: string): readonly string[] =>
	(readdirSync(folder, {recursive: true}) as string[]).filter(name => {
		const path = join(folder, name);
		if (!existsSync(path) || !statSync(path).isFile()) return false;
		return readFileSync(path).toString('latin1').toLowerCase().includes(text);
	});

test('after an erasure no file of the data folder holds the address, the name or the words', async () => {
	const data = openEmptyFolder();
	const store = await data.open();
	must(await store.changeAgents(document => ok({...document, agents: [anAgent('anna', 'admin')]})));
	must(await store.changeDesk(() => ok(newDeskDocument)));
	await addAccount(store, anAccount());
	const open = must(await openDesk(partsOver(store, fixedClock())));
	const anna = must(open.as('anna'));
	const receive = async (name: string, from: string) => {
		const raw = Buffer.from(letter(name, {from, to: 'support@firma.example', text: `${name}wort`}));
		return must(await anna.receive({raw, account: 'support', queue: null}));
	};
	for (let count = 0; count < 5; count += 1) await receive(`bleibt${count}`, 'kim@example.de');
	await receive('geheimnis', 'Zacharias Weg <zweg@example.de>');
	assert.equal(must(await anna.search('geheimniswort', 5)).length, 1);
	assert.ok(filesWith(data.folder, 'zweg@example.de').length > 0);
	const erased = must(await anna.eraseAddress('zweg@example.de'));
	assert.deepEqual([erased.tickets.length, erased.files], [1, 1]);
	for (const word of ['zweg@example.de', 'zacharias', 'geheimniswort'])
		assert.deepEqual(filesWith(data.folder, word), [], word);
	assert.equal(must(await anna.search('bleibt3wort', 5)).length, 1);
	assert.deepEqual(must(await anna.check(false)).findings, []);
	const again = await receive('geheimnis', 'Zacharias Weg <zweg@example.de>');
	assert.equal(again.result, 'duplicate', 'the ledger still knows the mail');
	await open.stop();
	data.remove();
});

test('a ticket that somebody else writes to while the desk is looked through stays', async () => {
	const {parts, store} = await openParts(false);
	const mine = await putTicket(store);
	const other = await putTicket(store, {
		requester: person('kim@example.test'),
		messages: [aMessage({from: person('kim@example.test')})],
	});
	const fromKim = aMessage({id: 'm2', messageId: '<m2@x>', from: person('kim@example.test')});
	let hasCome = false;
	const ticket: typeof store.ticket = async number => {
		if (number === other && !hasCome) {
			hasCome = true;
			const add = (one: Ticket) => ok({...one, messages: [...one.messages, fromKim]});
			must(await store.change(mine, add));
		}
		return store.ticket(number);
	};
	const open = must(await openDesk({...parts, store: {...store, ticket}}));
	const chef = must(open.as('chef'));
	const erased = must(await chef.eraseAddress('j.uebelacker@example.de'));
	assert.deepEqual([erased.tickets, erased.shared], [[], [mine]]);
	assert.equal(must(await chef.ticket(mine)).messages.length, 2);
	await open.stop();
});
