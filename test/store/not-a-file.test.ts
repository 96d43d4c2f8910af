import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {lstatSync, mkdirSync, rmSync, symlinkSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {ok} from '../../source/domain/result.ts';
import {must, problemOf} from '../result.ts';
import {openEmptyFolder} from './folder.ts';
import {ticket} from './sample.ts';

const day = '20261123';
const number = `${day}0001`;
const path = `tickets/2026-11/${number}.json`;

/** What may lie where a document should; most of it would keep whoever opens or reads it waiting. */
const things: Readonly<Record<string, (file: string) => unknown>> = {
	'a pipe': file => execFileSync('mkfifo', [file]),
	'a folder': file => mkdirSync(file),
	'an endless device': file => symlinkSync('/dev/zero', file),
	'a silent device': file => symlinkSync('/dev/ptmx', file),
	'a socket': file =>
		new Promise<void>(resolve => {
			// The socket stays, as of a process that was killed.
			const server = createServer().listen(file, () => {
				execFileSync('mv', [file, `${file}.kept`]);
				server.close(() => {
					execFileSync('mv', [`${file}.kept`, file]);
					resolve();
				});
			});
		}),
};

const unreadable = {kind: 'unreadable', where: path, text: 'not a file', repaired: false};

suite('where a document should lie', {timeout: 20_000}, () => {
	for (const [name, put] of Object.entries(things)) {
		test(`${name} is document-unreadable at once, now and after the next start`, async () => {
			const data = openEmptyFolder();
			const store = await data.open();
			must(await store.create(day, each => ticket(each)));
			rmSync(join(data.folder, path));
			await put(join(data.folder, path));
			const change = () => store.change(number, one => ok({...one, prio: true}));
			const answers = await Promise.all(Array.from({length: 6}, change));
			for (const answer of answers) assert.equal(problemOf(answer), 'document-unreadable');
			assert.deepEqual(must(await store.check({repair: false})).findings, [unreadable]);
			await store.close();
			const again = await data.open();
			assert.equal(problemOf(await again.ticket(number)), 'document-unreadable');
			assert.deepEqual(must(await again.check({repair: false})).findings, [unreadable]);
			// Its number is not given again.
			assert.equal(must(await again.create(day, each => ticket(each))).number, `${day}0002`);
			await again.close();
			data.remove();
		});
	}

	test('a pipe for a mail is reported by check, not read for ever', async () => {
		const data = openEmptyFolder();
		const store = await data.open();
		const sha256 = must(await store.putFile(Buffer.from('mail')));
		const where = `mail/${sha256.slice(0, 2)}/${sha256}.eml`;
		rmSync(join(data.folder, where));
		execFileSync('mkfifo', [join(data.folder, where)]);
		assert.equal(problemOf(await store.file(sha256)), 'document-unreadable');
		const finding = {kind: 'unreadable', where, text: 'not a file', repaired: false};
		assert.deepEqual(must(await store.check({repair: false})).findings, [finding]);
		await store.close();
		data.remove();
	});

	test('a pipe for the settings keeps the store closed and says so', async () => {
		const data = openEmptyFolder();
		execFileSync('mkfifo', [join(data.folder, 'desk.json')]);
		assert.equal(problemOf(await data.tryOpen()), 'document-unreadable');
		data.remove();
	});

	test('a link to a document that lies elsewhere is read, and backed up as a file', async () => {
		const data = openEmptyFolder();
		const store = await data.open();
		must(await store.create(day, each => ticket(each)));
		await store.close();
		const elsewhere = join(data.folder, 'elsewhere');
		execFileSync('mv', [join(data.folder, path), elsewhere]);
		symlinkSync(elsewhere, join(data.folder, path));
		const again = await data.open();
		assert.equal(must(await again.ticket(number)).number, number);
		must(await again.changeDesk(desk => ok({...desk, name: 'Desk'})));
		await again.close();
		execFileSync('mv', [join(data.folder, 'desk.json'), elsewhere]);
		symlinkSync(elsewhere, join(data.folder, 'desk.json'));
		const third = await data.open();
		must(await third.snapshot(join(data.folder, 'copy')));
		for (const name of ['desk.json', path])
			assert.ok(lstatSync(join(data.folder, 'copy', name)).isFile(), name);
		await third.close();
		data.remove();
	});
});
