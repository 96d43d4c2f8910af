import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import {contentHash} from '../../../source/store/core/content-hash.ts';

for (const length of [0, 1, 1024 * 1024, 3 * 1024 * 1024 + 7]) {
	test(`the hash of ${length} bytes is that of the whole`, async () => {
		const bytes = new Uint8Array(length).map((_, index) => index % 251);
		const whole = createHash('sha256').update(bytes).digest('hex');
		assert.equal(await contentHash(bytes), whole);
	});
}

test('others get their turn while a large mail is hashed', async () => {
	let turns = 0;
	const timer = setImmediate(function count() {
		turns += 1;
		setImmediate(count).unref();
	});
	await contentHash(new Uint8Array(8 * 1024 * 1024));
	clearImmediate(timer);
	assert.ok(turns >= 7, String(turns));
});
