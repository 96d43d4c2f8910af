import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {must, problemOf} from '../result.ts';
import type {OpenEmpty} from './contract.ts';
import {message, ticket} from './sample.ts';

const day = '20261123';

export const contractOfFiles = (name: string, open: OpenEmpty): void => {
	suite(`${name}: files, check and snapshot`, () => {
		test('bytes come back under their sha256, put once or twice', async () => {
			const {store, close} = await open();
			const bytes = new Uint8Array([0, 13, 10, 255]);
			const sha256 = must(await store.putFile(bytes, {defer: true}));
			assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'));
			assert.equal(must(await store.putFile(bytes)), sha256);
			must(await store.flush());
			assert.deepEqual(Uint8Array.from(must(await store.file(sha256))), bytes);
			assert.equal(problemOf(await store.file('0'.repeat(64))), 'attachment-missing');
			await close();
		});

		test('a removed file is gone, and removing it again is no failure', async () => {
			const {store, close} = await open();
			const sha256 = must(await store.putFile(new TextEncoder().encode('mail')));
			must(await store.removeFile(sha256));
			assert.equal((await store.file(sha256)).ok, false);
			must(await store.removeFile(sha256));
			must(await store.scrub());
			must(await store.putFile(new TextEncoder().encode('mail')));
			assert.ok((await store.file(sha256)).ok);
			await close();
		});

		test('a ticket between two steps of a move is reported', async () => {
			const {store, close} = await open();
			const {number} = must(
				await store.create(day, each =>
					ticket(each, {
						taking: {kind: 'split', from: each, messages: [], comments: [], drafts: []},
					}),
				),
			);
			assert.equal(store.summaries().get(number)?.isMoving, true);
			const {findings} = must(await store.check({repair: false}));
			assert.deepEqual(
				findings.map(({kind, where}) => [kind, where]),
				[['move-unfinished', number]],
			);
			await close();
		});

		test('check counts and finds nothing in a sound store', async () => {
			const {store, close} = await open();
			const raw = must(await store.putFile(new TextEncoder().encode('mail')));
			await store.create(day, each => ticket(each, {messages: [message({raw})]}));
			const report = must(await store.check({repair: false}));
			assert.deepEqual(report, {tickets: 1, messages: 1, mails: 1, findings: []});
			await close();
		});

		test('check reports what is named and missing', async () => {
			const {store, close} = await open();
			const links = [{kind: 'related', number: '202001010001'}] as const;
			const messages = [message({raw: 'f'.repeat(64)})];
			await store.create(day, each =>
				ticket(each, {queue: 'X', assignee: 'nobody', account: 'none', links, messages}),
			);
			const {findings} = must(await store.check({repair: true}));
			assert.deepEqual(
				findings.map(({kind}) => kind),
				['raw-missing', ...Array.from({length: 4}, () => 'reference-missing')],
			);
			await close();
		});

		test('a snapshot holds documents and files at their places', async () => {
			const {store, close} = await open();
			const sha256 = must(await store.putFile(new TextEncoder().encode('mail')));
			const {number} = must(await store.create(day, each => ticket(each)));
			const parent = mkdtempSync(join(tmpdir(), 'raute-snapshot-'));
			const folder = join(parent, 'copy');
			must(await store.snapshot(folder));
			assert.ok(existsSync(join(folder, 'tickets', '2026-11', `${number}.json`)));
			assert.ok(existsSync(join(folder, 'mail', sha256.slice(0, 2), `${sha256}.eml`)));
			rmSync(parent, {recursive: true});
			await close();
		});
	});
};
