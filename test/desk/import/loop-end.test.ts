import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {createImporter} from '../../../source/desk/import/import-loop.ts';
import {createReceiver} from '../../../source/desk/receive/receive.ts';
import {testAccount} from '../../server/test-account.ts';
import {until} from '../../until.ts';
import {openMailRoom} from '../mail-room.ts';
import {pretendServer} from '../pretend-server.ts';

const account = testAccount({id: 'a', imapPort: 1, tls: 'none'});

/** An importer whose server takes its time to connect. */
const opened = async () => {
	const room = await openMailRoom();
	const server = pretendServer();
	const connect = Promise.withResolvers<void>();
	let opening = 0;
	const open: typeof server.open = async to => {
		opening += 1;
		await connect.promise;
		return server.open(to);
	};
	const parts = {...room.parts, server: {...server, open}};
	const importer = createImporter(parts, createReceiver(parts), () => undefined);
	await room.setAccount(account);
	return {room, server, importer, connect: connect.resolve, opening: () => opening};
};

test('an account that is switched off while its server is connected imports nothing', async () => {
	const {room, server, importer, connect, opening} = await opened();
	try {
		server.deliver(3);
		importer.start();
		await until(async () => opening() === 1);
		await room.setAccount({...account, ticketsEnabled: false});
		importer.follow();
		connect();
		await sleep(100);
		assert.deepEqual(await room.tickets(), []);
		assert.equal(server.seen.size, 0);
	} finally {
		await importer.stop();
		await room.close();
	}
});

test('an importer that has ended begins no loops for calls that are still being answered', async () => {
	const {room, importer, connect, opening} = await opened();
	importer.start();
	await until(async () => opening() === 1);
	connect();
	await importer.stop();
	const before = opening();
	importer.follow();
	importer.wake('a');
	importer.start();
	await sleep(50);
	assert.equal(opening(), before);
	await room.close();
});
