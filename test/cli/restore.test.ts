import assert from 'node:assert/strict';
import {createHash, randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {openRoom, type Room} from '../program/room.ts';
import {mountSmallDisk, smallDiskMissing} from '../server/small-disk.ts';
import {rawMail, receiveOne} from './raw-mail.ts';

/** A desk with a ticket and a mail that takes seconds to pack. */
const largeDesk = async (t: TestContext): Promise<Room & {readonly number: string}> => {
	const room = await openRoom(t, 'en');
	const number = await receiveOne(room, 'a');
	const mail = randomBytes(24 * 1024 * 1024);
	const name = createHash('sha256').update(mail).digest('hex');
	const folder = join(room.dataFolder, 'mail', name.slice(0, 2));
	await mkdir(folder, {recursive: true});
	await writeFile(join(folder, `${name}.eml`), mail);
	return {...room, number};
};

/** Whether something of that name is, or comes to be, in a folder. */
const appears = async (folder: string, part: string): Promise<string> => {
	for (;;) {
		const name = (await readdir(folder).catch(() => [])).find(each => each.includes(part));
		if (name !== undefined) return name;
		await sleep(5);
	}
};

const leftIn = async (folder: string, part: string): Promise<readonly string[]> =>
	(await readdir(folder)).filter(name => name.includes(part));

const signals = [
	['SIGINT', 130],
	['SIGTERM', 143],
] as const;

for (const [signal, code] of signals) {
	test(`a backup that ${signal} ends leaves nothing behind`, async t => {
		const room = await largeDesk(t);
		const run = join(room.dataFolder, 'run');
		for (const [folder, part] of [
			[run, 'backup-'],
			[room.folder, 'desk.tar.gz'],
		] as const) {
			const backup = room.spawn(['backup', join(room.folder, 'desk.tar.gz')]);
			await appears(folder, part);
			backup.kill(signal);
			assert.deepEqual(await once(backup, 'exit'), [code, null]);
			assert.deepEqual(await leftIn(run, 'backup-'), []);
			assert.deepEqual(await leftIn(room.folder, 'desk.tar.gz'), []);
		}
	});
}

test('a restore that a signal ends leaves the data as it was', async t => {
	const room = await largeDesk(t);
	const file = join(room.folder, 'desk.tar.gz');
	await room.mustRaute(['backup', file]);
	await room.mustRaute(['stop']);
	const restore = room.spawn(['restore', file, '--replace']);
	await appears(join(room.dataFolder, 'run'), 'restore-');
	restore.kill('SIGINT');
	assert.deepEqual(await once(restore, 'exit'), [130, null]);
	assert.deepEqual(await leftIn(join(room.dataFolder, 'run'), 'restore'), []);
	assert.equal((await room.list()).length, 1);
});

test('commands that come while a backup is restored wait for it and see it alone', async t => {
	const room = await largeDesk(t);
	const file = join(room.folder, 'desk.tar.gz');
	await room.mustRaute(['backup', file]);
	await receiveOne(room, 'b');
	await room.mustRaute(['stop']);
	// A lock of one process holds nobody off who is in the same.
	const restore = room.process(['restore', file, '--replace']);
	await appears(join(room.dataFolder, 'run'), 'restore-');
	const lists = await Promise.all(Array.from({length: 4}, () => room.list()));
	assert.equal((await restore).code, 0, (await restore).err);
	for (const list of lists)
		assert.deepEqual(
			list.map(({number}) => number),
			[room.number],
		);
	assert.equal((await leftIn(room.dataFolder, 'before-')).length, 1);
});

test('a data folder that is a disk of its own is restored in its place', async t => {
	const missing = smallDiskMissing();
	if (missing) return t.skip(missing);
	const disk = await mountSmallDisk(16);
	t.after(() => disk.dispose());
	const room = await openRoom(t, 'en');
	const data = ['--data', disk.path];
	const file = join(room.folder, 'desk.tar.gz');
	await room.mustRaute(['receive', ...data], rawMail('a'));
	await room.mustRaute(['backup', file, ...data]);
	await room.mustRaute(['stop', ...data]);
	await room.mustRaute(['restore', file, '--replace', ...data]);
	await rm(file);
	assert.equal((await room.list(...data)).length, 1);
	await room.mustRaute(['stop', ...data]);
});
