import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {ok} from '../../source/domain/result.ts';
import {must, problemOf} from '../result.ts';
import {failingDisk} from './failing-disk.ts';
import {openEmptyFolder} from './folder.ts';
import {ticket} from './sample.ts';

const day = '20261123';
const month = 'tickets/2026-11';

const cases = [
	['open', 'EACCES', 'data-unwritable'],
	['open', 'EROFS', 'data-unwritable'],
	['write', 'ENOSPC', 'disk-full'],
	['sync', 'EIO', 'data-unwritable'],
	['sync', 'EDQUOT', 'disk-full'],
	['rename', 'ENOSPC', 'disk-full'],
] as const;

suite('a disk that refuses', () => {
	for (const [operation, code, problem] of cases) {
		test(`${code} at ${operation} is ${problem}, changes nothing and leaves no file`, async () => {
			const data = openEmptyFolder();
			const {disk, break: fail, mend} = failingDisk();
			const store = await data.open({disk});
			const {number} = must(await store.create(day, each => ticket(each)));
			fail(operation, code);
			const change = () => store.change(number, before => ok({...before, subject: 'neu'}));
			const refused = await change();
			assert.equal(problemOf(refused), problem);
			assert.ok(!refused.ok && String(refused.problem.details['path']).endsWith('.json'));
			assert.equal(must(await store.ticket(number)).revision, 1);
			assert.deepEqual(readdirSync(join(data.folder, month)), [`${number}.json`]);
			mend();
			assert.equal(must(await change()).after.revision, 2);
			await store.close();
			data.remove();
		});
	}

	test('a folder that cannot be synced is write-uncertain, and nothing more is written', async () => {
		const data = openEmptyFolder();
		const {disk, break: fail, mend} = failingDisk();
		const store = await data.open({disk});
		const {number} = must(await store.create(day, each => ticket(each)));
		fail('sync-folder', 'EIO');
		const change = () => store.change(number, before => ok({...before, subject: 'neu'}));
		assert.equal(problemOf(await change()), 'write-uncertain');
		mend();
		assert.equal(problemOf(await change()), 'write-uncertain');
		assert.equal(problemOf(await store.create(day, each => ticket(each))), 'write-uncertain');
		assert.equal(problemOf(await store.putFile(new Uint8Array(1))), 'write-uncertain');
		assert.equal(problemOf(await store.flush()), 'write-uncertain');
		await store.close();
		const again = await data.open();
		assert.equal(must(await again.ticket(number)).subject, 'neu');
		await again.close();
		data.remove();
	});

	test('deferred writes fail at the flush when their folder cannot be synced', async () => {
		const data = openEmptyFolder();
		const {disk, break: fail} = failingDisk();
		const store = await data.open({disk});
		must(await store.create(day, each => ticket(each)));
		fail('sync-folder', 'EIO');
		must(await store.create(day, each => ticket(each), {defer: true}));
		assert.equal(problemOf(await store.flush()), 'write-uncertain');
		await store.close();
		data.remove();
	});
});

const mounted = (folder: string): boolean => {
	try {
		const options = ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder];
		execFileSync('mount', options, {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
};

test('a full file system is disk-full; what was acknowledged before is still there', async t => {
	const data = openEmptyFolder();
	if (!mounted(data.folder)) {
		t.skip('mounting a file system is not allowed here');
		return data.remove();
	}
	try {
		const store = await data.open();
		const text = 'x'.repeat(50_000);
		const kept: string[] = [];
		let problem = 'none';
		for (let index = 0; index < 100 && problem === 'none'; index += 1) {
			const comments = [{id: 'k', author: 'anna', at: '', text}];
			const created = await store.create(day, each => ticket(each, {comments}));
			if (created.ok) kept.push(created.value.number);
			else problem = created.problem.name;
		}
		assert.equal(problem, 'disk-full');
		assert.ok(kept.length > 0);
		for (const number of kept) assert.equal(must(await store.ticket(number)).number, number);
		assert.deepEqual([...store.summaries().keys()], kept);
		await store.close();
	} finally {
		execFileSync('umount', [data.folder]);
		data.remove();
	}
});
