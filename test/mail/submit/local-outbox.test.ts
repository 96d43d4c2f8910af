import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {createLocalOutbox} from '../../../source/mail/submit/local-outbox.ts';
import {testAccount} from '../../server/test-account.ts';

const account = testAccount({id: 'a', tls: 'tls'});

test('what is sent becomes a file, and no mailbox can be opened', async t => {
	const folder = await mkdtemp(join(tmpdir(), 'raute-outbox-'));
	t.after(() => rm(folder, {recursive: true}));
	const outbox = createLocalOutbox(join(folder, 'outbox'));
	const envelope = {from: 'a@example.test', to: ['b@example.test']};
	for (const text of ['one', 'two']) {
		assert.ok((await outbox.submit(account, {envelope, raw: Buffer.from(text)})).ok);
	}
	const names = (await readdir(join(folder, 'outbox'))).sort();
	assert.equal(names.length, 2);
	assert.ok(names.every(name => name.endsWith('.eml')));
	assert.equal(await readFile(join(folder, 'outbox', names[0] ?? ''), 'utf8'), 'one');
	const opened = await outbox.open(account);
	assert.ok(!opened.ok && opened.problem.name === 'server-unreachable');
});
