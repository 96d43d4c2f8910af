import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createImporter} from '../../../source/desk/import/import-loop.ts';
import {createReceiver} from '../../../source/desk/receive/receive.ts';
import type {MailServer} from '../../../source/mail/mail.ts';
import {must} from '../../result.ts';
import {testAccount} from '../../server/test-account.ts';
import {until} from '../../until.ts';
import {openMailRoom} from '../mail-room.ts';
import {pretendServer} from '../pretend-server.ts';

test('who asks for a pass during one of the loop is told what both took in', async () => {
	const room = await openMailRoom();
	const server = pretendServer();
	const parts = {...room.parts, server};
	const importer = createImporter(parts, createReceiver(parts), () => undefined);
	const release = Promise.withResolvers<void>();
	try {
		server.deliver(3);
		server.hold(release.promise);
		await room.setAccount(testAccount({id: 'a', imapPort: 1, tls: 'none'}));
		importer.start();
		await until(async () => importer.running().length === 1);
		const asked = importer.now('a');
		release.resolve();
		const [report] = must(await asked);
		assert.equal(report?.imported, 3);
		const [again] = must(await importer.now('a'));
		assert.equal(again?.imported, 0);
	} finally {
		release.resolve();
		await importer.stop();
		await room.close();
	}
});

test('an account that is switched off while its loop connects is not imported once more', async () => {
	const room = await openMailRoom();
	const server = pretendServer();
	const [asked, answer, closed] = [0, 1, 2].map(() => Promise.withResolvers<void>());
	const open: MailServer['open'] = async account => {
		asked?.resolve();
		await answer?.promise;
		const opened = await server.open(account);
		const close = async () => closed?.resolve();
		return opened.ok ? {ok: true, value: {...opened.value, close}} : opened;
	};
	const parts = {...room.parts, server: {...server, open}};
	const importer = createImporter(parts, createReceiver(parts), () => undefined);
	const account = testAccount({id: 'a', imapPort: 1, tls: 'none'});
	try {
		server.deliver(3);
		await room.setAccount(account);
		importer.start();
		await asked?.promise;
		await room.setAccount({...account, ticketsEnabled: false});
		importer.follow();
		answer?.resolve();
		await closed?.promise;
		assert.equal((await room.tickets()).length, 0);
	} finally {
		answer?.resolve();
		await importer.stop();
		await room.close();
	}
});
