import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createMailReader} from '../../../source/mail/thread/read-in-worker.ts';
import {openDocumentStore} from '../../../source/store/document/open-document-store.ts';
import {must} from '../../result.ts';
import {startSmtpSink} from '../../server/smtp.ts';
import {until} from '../../until.ts';
import {openMailRoom} from '../mail-room.ts';
import {openAutomatic} from './automatic-room.ts';

test('killed after the commit, the answer is sent exactly once at the next start', async t => {
	const sink = await startSmtpSink();
	t.after(() => sink.close());
	const room = await openMailRoom();
	t.after(() => room.close());
	const folder = await mkdtemp(join(tmpdir(), 'raute-automatic-'));
	t.after(() => rm(folder, {recursive: true, force: true}));
	const program = fileURLToPath(new URL('./automatic-child.ts', import.meta.url));
	const child = spawn(process.execPath, [program, folder, String(sink.port)], {
		stdio: 'inherit',
	});
	const [, signal] = await once(child, 'exit');
	assert.equal(signal, 'SIGKILL');
	assert.equal(sink.mails.length, 0);
	for (let start = 0; start < 2; start += 1) {
		const {clock, checkpoint, log} = room.parts;
		const store = must(await openDocumentStore({folder, clock, checkpoint, log}));
		const reader = createMailReader({size: 1});
		const {outbox, receiver, end} = openAutomatic({...room.parts, store, reader});
		outbox.start();
		await until(() => [...store.summaries().values()].every(({outbox: {length}}) => length === 0));
		// The server still holds the mail as unseen: the next pass brings it again.
		const raw = await store.file(
			must(await store.ticket([...store.summaries().keys()][0] ?? '')).messages[0]?.raw ?? '',
		);
		const again = must(await receiver.receive({raw: must(raw), account: 'a', queue: null}));
		assert.equal(again.result, 'duplicate');
		await end();
		await reader.close();
		await store.close();
	}
	assert.equal(sink.mails.length, 1);
});
