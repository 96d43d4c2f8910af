import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openRoom} from '../program/room.ts';
import {receiveOne} from './raw-mail.ts';

test('a view is kept for its owner, lists what it asks for, and is removed', async t => {
	const room = await openRoom(t, 'en');
	const wanted = await receiveOne(room, 'a', {subject: 'Invoice 7'});
	await receiveOne(room, 'b');
	assert.deepEqual(await room.json(['view', 'list']), []);
	await room.mustRaute(['view', 'add', 'Invoices', '--query', 'invoice', '--sort', 'oldest']);
	const query = {tab: 'inbox', sort: 'oldest', filter: 'invoice'};
	assert.deepEqual(await room.json(['view', 'list']), [{name: 'Invoices', query}]);
	const rows = (await room.json(['list', '--view', 'invoices'])) as readonly {number: string}[];
	assert.deepEqual(
		rows.map(({number}) => number),
		[wanted],
	);
	const unknown = await room.raute(['list', '--view', 'nothing']);
	assert.equal(unknown.code, 2);
	assert.match(unknown.err, /nothing.*raute view list/u);
	assert.equal((await room.raute(['view', 'add', 'x', '--sort', 'strange'])).code, 2);
	await room.mustRaute(['view', 'remove', 'INVOICES']);
	assert.deepEqual(await room.json(['view', 'list']), []);
	assert.equal((await room.raute(['view', 'remove', 'invoices'])).code, 2);
});
