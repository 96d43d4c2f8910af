import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {cronLine} from '../../source/cli/output/cron-line.ts';
import {unitFile} from '../../source/cli/output/unit-file.ts';
import {newDeskDocument} from '../../source/domain/desk-document.ts';
import {openRoom} from '../program/room.ts';
import {rawMail} from './raw-mail.ts';

const [usual] = newDeskDocument.jobs;
assert.ok(usual);

test('a job becomes a line for cron; a period that does not fit becomes the next shorter one', () => {
	const place = {program: "/opt/it's/raute", dataFolder: '/var/lib/raute%1'};
	const when = (part: Partial<typeof usual>) =>
		cronLine({...usual, ...part}, place)
			.split(' ')
			.slice(0, 5)
			.join(' ');
	assert.equal(when({}), '*/5 * * * *');
	assert.equal(when({periodMinutes: 1}), '* * * * *');
	assert.equal(when({periodMinutes: 7}), '*/6 * * * *');
	assert.equal(when({periodMinutes: 60}), '0 * * * *');
	assert.equal(when({periodMinutes: 300, weekday: 1}), '0 */4 * * 1');
	assert.equal(when({periodMinutes: 10_080}), '0 0 * * *');
	assert.equal(when({kind: 'daily', startTime: '03:05', weekday: 7}), '5 3 * * 7');
	assert.ok(
		cronLine(usual, place).endsWith(
			"'/opt/it'\\''s/raute' import --data '/var/lib/raute\\%1' >/dev/null",
		),
	);
});

const hasSystemd = () => {
	try {
		execFileSync('sh', ['-c', 'command -v systemd-analyze']);
		return true;
	} catch {
		return false;
	}
};

test('systemd reads the unit without complaint', {skip: !hasSystemd()}, async t => {
	const {folder} = await openRoom(t, 'en');
	const file = join(folder, 'raute.service');
	const unit = unitFile({
		program: '/bin/true',
		dataFolder: '/home/a b/$raute%1',
		user: 'root',
		group: 'root',
	});
	await writeFile(file, unit);
	const found = execFileSync('sh', ['-c', 'systemd-analyze verify "$1" 2>&1 || true', 'sh', file]);
	const ours = found
		.toString()
		.split('\n')
		.filter(line => line.includes('raute.service'));
	assert.deepEqual(ours, []);
	assert.match(unit, /^ProtectHome=read-only$/mu);
	assert.match(unit, /serve --data "\/home\/a b\/\$\$raute%%1"$/mu);
	await rm(file);
});

test('jobs are listed with their runs, run now and stopped; the unit is printed', async t => {
	const {raute, json, folder} = await openRoom(t, 'en');
	await raute(['job', 'add', 'night', '--kind', 'daily', '--at', '03:00', '--weekday', '1']);
	const [first, night] = (await json(['job', 'list'])) as readonly Record<string, unknown>[];
	assert.deepEqual([first?.['id'], first?.['lastRun'], first?.['late']], ['import', null, false]);
	assert.equal(night?.['startTime'], '03:00');
	const lines = (await raute(['job', 'list', '--lang', 'de'])).out.trim().split('\n');
	assert.deepEqual(lines[1]?.split('\t').slice(0, 4), ['night', 'night', 'Montag 03:00', 'on']);
	const flags = ['--address', 's@desk.test', '--password-env', 'NOTHING_THERE'];
	const server = ['--imap-host', '127.0.0.1', '--imap-port', '1'];
	await raute(['account', 'add', 'support', ...flags, ...server]);
	const run = await raute(['job', 'run', 'night']);
	assert.equal(run.code, 1, run.err);
	assert.match(run.out, /^support: /u);
	const listed = (await json(['job', 'list'])) as readonly Record<string, unknown>[];
	assert.notEqual(listed[1]?.['lastRun'], null);
	await raute(['stop']);
	const again = (await json(['job', 'list'])) as readonly Record<string, unknown>[];
	assert.equal(again[1]?.['lastRun'], listed[1]?.['lastRun']);
	assert.equal((await raute(['job', 'stop'])).code, 0);
	assert.equal((await raute(['job', 'run', 'mars'])).code, 2);
	assert.equal((await raute(['job', 'run'])).code, 2);
	const unit = await raute(['job', 'unit']);
	assert.match(unit.out, /^\[Service\]$/mu);
	assert.ok(unit.out.includes(`ReadWritePaths="${join(folder, 'data')}"`));
	assert.match(unit.out, /^# \*\/5 \* \* \* \* .* import --data /mu);
	assert.match(unit.out, /^# 0 3 \* \* 1 /mu);
});

test('a queue with tickets goes with --move-to alone, and says how many moved', async t => {
	const {raute, json} = await openRoom(t, 'en');
	await raute(['queue', 'add', 'IT']);
	await raute(['queue', 'add', 'Lager']);
	assert.equal((await raute(['receive', '--queue', 'IT'], rawMail('one'))).code, 0);
	const refused = await raute(['queue', 'remove', 'IT']);
	assert.equal(refused.code, 1);
	assert.match(refused.err, /tickets 1/u);
	const moved = await raute(['queue', 'remove', 'IT', '--move-to', 'Lager']);
	assert.equal(moved.code, 0, moved.err);
	assert.match(moved.err, /1 ticket moved to: Lager/u);
	const queues = (await json(['queue', 'list'])) as readonly {readonly label: string}[];
	assert.deepEqual(
		queues.map(({label}) => label),
		['Lager'],
	);
});

test('of several who import at once on a data folder one does, whoever starts the service', async t => {
	const {raute, process} = await openRoom(t, 'en');
	const flags = ['--address', 's@desk.test', '--password-none'];
	const server = ['--imap-host', '127.0.0.1', '--imap-port', '1', '--imap-tls', 'none'];
	assert.equal((await raute(['account', 'add', 'support', ...flags, ...server])).code, 0);
	await raute(['stop']);
	const runs = await Promise.all([1, 2, 3, 4].map(() => process(['import'])));
	// 69: it was this one's turn, and the server is away; 75: another one's pass was running.
	for (const {code, err} of runs) assert.ok(code === 69 || code === 75, err);
	assert.ok(runs.some(({code}) => code === 69));
	const second = await process(['serve']);
	assert.notEqual(second.code, 0, second.out);
});
