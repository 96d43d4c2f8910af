import assert from 'node:assert/strict';
import {
	existsSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {create} from 'tar';
import {ok} from '../../source/domain/result.ts';
import {packSnapshot} from '../../source/store/backup/pack-snapshot.ts';
import {unpackSnapshot} from '../../source/store/backup/unpack-snapshot.ts';
import {must, problemOf} from '../result.ts';
import {openEmptyFolder} from './folder.ts';
import {fixedClock, message, ticket} from './sample.ts';

const options = {replace: false, clock: fixedClock(), log: () => undefined};

/** A packed desk with one ticket and its raw mail, and a folder to restore it in. */
const packed = async () => {
	const data = openEmptyFolder();
	const store = await data.open();
	const raw = must(await store.putFile(new TextEncoder().encode('mail')));
	const {number} = must(
		await store.create('20261123', each => ticket(each, {messages: [message({raw})]})),
	);
	const room = openEmptyFolder();
	const [copy, file] = [join(room.folder, 'copy'), join(room.folder, 'desk.tar.gz')];
	must(await store.snapshot(copy));
	must(await store.change(number, before => ok({...before, subject: 'danach'})));
	must(await packSnapshot(copy, file));
	return {
		data,
		store,
		file,
		number,
		room: room.folder,
		target: join(room.folder, 'restored'),
		remove: async () => {
			await store.close();
			data.remove();
			room.remove();
		},
	};
};

suite('backup and restore', () => {
	test('a restored desk is the one of the snapshot, not what was written later', async () => {
		const {file, target, number, remove, room} = await packed();
		assert.equal(statSync(file).mode & 0o777, 0o600);
		const {report, previous} = must(await unpackSnapshot(file, target, options));
		assert.deepEqual(report, {tickets: 1, messages: 1, mails: 1, findings: []});
		assert.equal(previous, null);
		const names = readdirSync(target).sort();
		assert.deepEqual(names, ['cache', 'mail', 'run', 'tickets']);
		assert.deepEqual(readdirSync(join(target, 'run')), []);
		const text = readFileSync(join(target, 'tickets/2026-11', `${number}.json`), 'utf8');
		assert.equal((JSON.parse(text) as {subject: string}).subject, 'Waage zeigt nichts an');
		assert.deepEqual(readdirSync(room).sort(), ['copy', 'desk.tar.gz', 'restored']);
		await remove();
	});

	test('the key of the Message-IDs comes back, readable by its owner alone', async () => {
		const {data, store, room, remove} = await packed();
		const key = 'message-id.key';
		writeFileSync(join(data.folder, key), 'then', {mode: 0o600});
		const [copy, file] = [join(room, 'copy-with-key'), join(room, 'key.tar.gz')];
		must(await store.snapshot(copy));
		must(await packSnapshot(copy, file));
		writeFileSync(join(data.folder, key), 'now');
		await store.close();
		must(await unpackSnapshot(file, data.folder, {...options, replace: true}));
		assert.equal(readFileSync(join(data.folder, key), 'utf8'), 'then');
		assert.equal(statSync(join(data.folder, key)).mode & 0o777, 0o600);
		await remove();
	});

	test('a backup from before the key leaves the one that is there in use', async () => {
		const {file, data, store, remove} = await packed();
		writeFileSync(join(data.folder, 'message-id.key'), 'now', {mode: 0o600});
		await store.close();
		must(await unpackSnapshot(file, data.folder, {...options, replace: true}));
		assert.equal(readFileSync(join(data.folder, 'message-id.key'), 'utf8'), 'now');
		await remove();
	});

	test('data that is there is refused, or moved aside when told, with its secrets kept', async () => {
		const {file, data, store, number, remove} = await packed();
		writeFileSync(join(data.folder, 'secrets.json'), '{}');
		const refused = await unpackSnapshot(file, data.folder, options);
		assert.equal(problemOf(refused), 'input-invalid');
		await store.close();
		const restored = must(await unpackSnapshot(file, data.folder, {...options, replace: true}));
		const previous = restored.previous ?? '';
		assert.ok(existsSync(join(previous, 'tickets/2026-11', `${number}.json`)));
		assert.ok(existsSync(join(data.folder, 'secrets.json')));
		const again = await data.open();
		assert.equal(must(await again.ticket(number)).subject, 'Waage zeigt nichts an');
		await again.close();
		await remove();
	});

	test('a cut off file is refused and nothing is left behind', async () => {
		const {file, target, room, remove} = await packed();
		truncateSync(file, Math.floor(statSync(file).size / 2));
		assert.equal(problemOf(await unpackSnapshot(file, target, options)), 'document-unreadable');
		assert.deepEqual(readdirSync(room).sort(), ['copy', 'desk.tar.gz', 'restored']);
		assert.deepEqual(readdirSync(target), ['run']);
		assert.deepEqual(readdirSync(join(target, 'run')), []);
		await remove();
	});

	test('a file that is no backup, or holds links, is refused', async () => {
		const {file, target, room, remove} = await packed();
		writeFileSync(file, 'text');
		assert.equal(problemOf(await unpackSnapshot(file, target, options)), 'document-unreadable');
		symlinkSync('/etc/hostname', join(room, 'copy', 'desk.json'));
		await create({cwd: join(room, 'copy'), file, gzip: true}, ['desk.json', 'tickets']);
		assert.equal(problemOf(await unpackSnapshot(file, target, options)), 'document-unreadable');
		assert.deepEqual(readdirSync(target), ['run']);
		await remove();
	});
});
