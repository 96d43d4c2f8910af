import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmod, mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {openRoom, type Run} from '../program/room.ts';
import {mountSmallDisk, smallDiskMissing} from '../server/small-disk.ts';
import {rawMail} from './raw-mail.ts';

const says = ({code, out, err}: Run, wanted: number, ...texts: readonly string[]): void => {
	assert.equal(code, wanted, err);
	assert.equal(out, '');
	for (const text of texts) assert.ok(err.includes(text), err);
	assert.equal(err.trim().split('\n').length, 1);
};

test('a disk that is full before the service starts is named, and what to do', async t => {
	const missing = smallDiskMissing();
	if (missing) return t.skip(missing);
	const disk = await mountSmallDisk(2);
	t.after(() => disk.dispose());
	const room = await openRoom(t, 'en');
	const fresh = join(disk.path, 'fresh');
	const used = join(disk.path, 'used');
	const raute = (folder: string, ...args: readonly string[]) =>
		room.process([...args, '--data', folder]);
	assert.equal((await raute(used, 'list')).code, 0);
	assert.equal((await raute(used, 'stop')).code, 0);
	await mkdir(fresh);
	await disk.fill();
	for (const folder of [fresh, used, join(disk.path, 'new')]) {
		const full = `The disk ${disk.path} is full: the service of ${folder} cannot start.`;
		says(await raute(folder, 'list'), 75, full, `Make room on ${disk.path}`);
		const german = `Der Datenträger ${disk.path} ist voll: Der Dienst für ${folder}`;
		says(await raute(folder, 'list', '--lang', 'de'), 75, german, `Auf ${disk.path} Platz`);
		says(await raute(folder, 'serve'), 75, full);
	}
	const cache = join(used, 'cache');
	assert.ok((await readdir(cache)).includes('words.sqlite'), 'a full disk costs no cache');
	await disk.free();
	assert.equal((await raute(used, 'list')).code, 0);
	assert.equal((await raute(used, 'stop')).code, 0);
});

test('a disk that is mounted read-only is named, and a mail server keeps its mail', async t => {
	const missing = smallDiskMissing();
	if (missing) return t.skip(missing);
	const disk = await mountSmallDisk(2);
	t.after(() => disk.dispose());
	const room = await openRoom(t, 'en');
	spawnSync('mount', ['-o', 'remount,ro', disk.path]);
	const data = ['--data', join(disk.path, 'desk')];
	const text = `The disk ${disk.path} is read-only: the service of ${join(disk.path, 'desk')}`;
	says(await room.process(['list', ...data]), 1, text, `mount -o remount,rw ${disk.path}`);
	says(await room.process(['serve', ...data]), 1, text);
	says(await room.process(['receive', ...data], rawMail('a')), 75, text);
});

test('settings that cannot be read are named to whoever starts the service', async t => {
	const room = await openRoom(t, 'de');
	await mkdir(room.dataFolder);
	const file = join(room.dataFolder, 'desk.json');
	await writeFile(file, '{');
	says(await room.process(['list']), 65, `${file} ist nicht lesbar`, 'raute restore');
	says(await room.process(['receive'], rawMail('a')), 75, file);
	await rm(file);
	assert.equal((await room.process(['list'])).code, 0);
});

test('who may not write to the data folder is told so, not to start a service', async t => {
	if (process.getuid?.() !== 0) return t.skip('becoming somebody else needs root');
	const folder = await mkdtemp(join(tmpdir(), 'raute-closed-'));
	t.after(() => rm(folder, {recursive: true}));
	await chmod(folder, 0o755);
	const program = `
		const {startService} = await import(${JSON.stringify(
			new URL('../../source/service/client/start-service.ts', import.meta.url).href,
		)});
		await import('node:child_process');
		process.setgroups([]);
		process.setgid(65534);
		process.setuid(65534);
		console.log(JSON.stringify(await startService(${JSON.stringify(folder)}, null)));
	`;
	const args = ['--input-type=module', '--eval', program];
	const {stdout} = spawnSync(process.execPath, args, {encoding: 'utf8'});
	const details = {path: folder, reason: 'closed'};
	assert.deepEqual(JSON.parse(stdout), {ok: false, problem: {name: 'service-missing', details}});
});

test('where no folder can be made at all, commands say so and do not wait', async t => {
	if (process.platform !== 'linux') return t.skip('needs /proc');
	const room = await openRoom(t, 'en');
	await room.mustRaute(['list']);
	const place = '/proc/raute/copy';
	says(await room.raute(['backup', `${place}.tar.gz`]), 1, `The file ${place}.tar.gz cannot be`);
	says(await room.raute(['export', '--address', 'a@example.test', place]), 1, place);
	says(await room.raute(['list', '--data', place]), 1, place);
});
