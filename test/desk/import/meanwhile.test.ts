import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createImporter} from '../../../source/desk/import/import-loop.ts';
import {createReceiver} from '../../../source/desk/receive/receive.ts';
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
