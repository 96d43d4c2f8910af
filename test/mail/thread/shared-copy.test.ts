import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createMailReader} from '../../../source/mail/thread/read-in-worker.ts';
import {isLarge, isShared, sharedCopy} from '../../../source/mail/thread/shared-copy.ts';

const head = 'From: a@kunde.example\r\nSubject: =?utf-8?Q?Gr=C3=B6=C3=9Fe?=\r\n\r\n';

test('a large mail is copied whole into shared memory', async () => {
	assert.ok(!isLarge(new Uint8Array(1000)));
	const large = new Uint8Array(9 * 1024 * 1024 + 3).map((_, index) => index % 253);
	const copy = await sharedCopy(large);
	assert.ok(isShared(copy));
	assert.ok(Buffer.from(copy).equals(large));
});

test('a mail in shared memory reads as any other, and the caller keeps its bytes', async () => {
	const reader = createMailReader({size: 1});
	const raw = Buffer.from(head + 'Waage klemmt. '.repeat(400_000));
	const reading = reader.read(raw);
	await reader.close();
	const mail = await reading;
	assert.ok(mail.ok);
	assert.equal(mail.value.subject, 'Größe');
	assert.match(mail.value.text, /^Waage klemmt\./u);
	assert.equal(raw.subarray(0, 5).toString(), 'From:');
});
